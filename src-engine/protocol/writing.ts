// The part of the protocol that is about writing: how to sample, and the drafts that sampling makes. Declared here, spoken by protocol.ts.
import * as v from 'valibot';
import { networkChoice } from './network-choice';
import { byte, bytes, count, countWithin, floats, identifier, seed, sentence, within } from './scalars';

/** Of the numbers in the sampling options; the seed's are those of every seed. */
export const SAMPLING_BOUNDS = {
  bytes: { least: 0, most: 100_000_000 },
  temperature: { least: 0, most: 100 },
  topK: { least: 0, most: 256 },
  topP: { least: 0, most: 1 },
  minP: { least: 0, most: 1 },
  repetitionPenalty: { least: 1, most: 10 },
  repetitionWindow: { least: 1, most: 4096 },
  repeatPenalty: { least: 0, most: 100 },
  repeatBase: { least: 1, most: 4 },
  repeatLength: { least: 2, most: 200 },
  repeatWindow: { least: 16, most: 2048 },
  bias: { least: -100, most: 100 },
};
/** Lines of what is not to be generated, or rather; and characters of each. */
const MOST_LINES = 500;
const MOST_LINE = 200;

const ratherLine = v.object({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_LINE)),
  bias: within(SAMPLING_BOUNDS.bias),
});
/** A text, and how much more (or less, below 0) likely it is to be. */
export type RatherLine = v.InferOutput<typeof ratherLine>;

/** What to generate. The order in which the choices apply stands in sampling/choose-byte.ts and docs/writing.md. */
export const samplingOptions = v.object({
  prompt: v.pipe(v.string(), v.maxLength(100_000)),
  bytes: countWithin(SAMPLING_BOUNDS.bytes),
  /** 0 takes the most likely byte. */
  temperature: within(SAMPLING_BOUNDS.temperature),
  /** 0: off. */
  topK: countWithin(SAMPLING_BOUNDS.topK),
  /** 1: off. */
  topP: within(SAMPLING_BOUNDS.topP),
  /** 0: off. */
  minP: within(SAMPLING_BOUNDS.minP),
  /** 1: off. */
  repetitionPenalty: within(SAMPLING_BOUNDS.repetitionPenalty),
  /** Bytes looked back on. */
  repetitionWindow: countWithin(SAMPLING_BOUNDS.repetitionWindow),
  /** Of bytes that would lengthen a repeat; 0: off. */
  repeatPenalty: v.optional(within(SAMPLING_BOUNDS.repeatPenalty), 0),
  /** By what the penalty grows with each byte of the repeat. */
  repeatBase: v.optional(within(SAMPLING_BOUNDS.repeatBase), 1.2),
  /** So long a repeat is free. */
  repeatLength: v.optional(countWithin(SAMPLING_BOUNDS.repeatLength), 12),
  /** Bytes looked back on for repeats. */
  repeatWindow: v.optional(countWithin(SAMPLING_BOUNDS.repeatWindow), 1024),
  /** Each of these bytes ends a repeat. */
  repeatBreakers: v.optional(v.pipe(v.string(), v.maxLength(100)), '\n'),
  /** Writing ends when the text has begun to circle. */
  stopCircling: v.optional(v.boolean(), false),
  /** Texts and patterns that must not be generated (protocol/forbidden-lines.ts). */
  never: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_LINE))), v.maxLength(MOST_LINES)),
    [],
  ),
  rather: v.optional(v.pipe(v.array(ratherLine), v.maxLength(MOST_LINES)), []),
  /** Writing ends when this has been written; empty: off. */
  stop: v.pipe(v.string(), v.maxLength(1000)),
  seed,
  validUtf8: v.boolean(),
});
export type SamplingOptions = v.InferOutput<typeof samplingOptions>;

export const DEFAULT_SAMPLING: SamplingOptions = {
  prompt: '',
  bytes: 1000,
  temperature: 0.8,
  topK: 0,
  topP: 1,
  minP: 0,
  repetitionPenalty: 1,
  repetitionWindow: 64,
  repeatPenalty: 0,
  repeatBase: 1.2,
  repeatLength: 12,
  repeatWindow: 1024,
  repeatBreakers: '\n',
  stopCircling: false,
  never: [],
  rather: [],
  stop: '',
  seed: 1,
  validUtf8: false,
};

/** A stretch of a draft that was made with one network and one set of options. */
export const draftPart = v.object({
  /** Its first byte. */
  from: count,
  /** The run whose network wrote it, and after which update. */
  runName: v.string(),
  update: count,
  options: samplingOptions,
});
export type DraftPart = v.InferOutput<typeof draftPart>;

const draftSummary = v.object({
  id: identifier,
  createdMs: v.number(),
  /** Its first bytes, for a list. */
  beginning: bytes,
  bytes: count,
  /** How many of them, at the beginning, were given and not made. */
  promptBytes: count,
  encoding: v.string(),
  parts: v.pipe(v.array(draftPart), v.minLength(1)),
  /** The draft that it branched from, and where. */
  parent: v.nullable(v.object({ draft: identifier, at: count })),
  favourite: v.boolean(),
  isWriting: v.boolean(),
  /** Why it ended otherwise than as asked for. */
  sentence: v.nullable(sentence),
});
export type DraftSummary = v.InferOutput<typeof draftSummary>;

/** Bytes of a draft as they stand in it, and what the network gave each; NaN for those of the prompt, which it did not make. */
const stretch = {
  run: identifier,
  draft: identifier,
  from: count,
  bytes,
  probabilities: floats,
};

const ofDraft = { run: identifier, draft: identifier };
export const MOST_READ_AT_ONCE = 1_048_576;

// ── page → engine ───────────────────────────────────────────────────────────────────────────────────────────────────

export const writingCommands = [
  v.object({ kind: v.literal('list-drafts'), run: identifier }),
  /** Keeps how a run is written with, for the next time and for its samples. */
  v.object({ kind: v.literal('keep-writing'), run: identifier, options: samplingOptions }),
  /** Says what is likely to be asked for next, so that it can be read ahead. */
  v.object({
    kind: v.literal('prepare-writing'),
    run: identifier,
    network: networkChoice,
    prompt: samplingOptions.entries.prompt,
  }),
  /** Begins a draft under a name of the page's making; the run keeps it. */
  v.object({ kind: v.literal('write-draft'), ...ofDraft, network: networkChoice, options: samplingOptions }),
  /** Goes on from a draft's end; prompt and seed stay the draft's. */
  v.object({ kind: v.literal('continue-draft'), ...ofDraft, network: networkChoice, options: samplingOptions }),
  /** Begins a draft that is as `parent` before `at`, then has these bytes, then continues with the network that made the parent. */
  v.object({
    kind: v.literal('branch-draft'),
    ...ofDraft,
    parent: identifier,
    at: count,
    bytes: v.pipe(v.array(byte), v.minLength(1), v.maxLength(4)),
  }),
  v.object({ kind: v.literal('stop-draft'), ...ofDraft }),
  /** Asks where a draft's blocks begin. */
  v.object({ kind: v.literal('open-draft'), ...ofDraft }),
  v.object({
    kind: v.literal('read-draft'),
    ...ofDraft,
    from: count,
    bytes: v.pipe(count, v.maxValue(MOST_READ_AT_ONCE)),
    /** Comes back with the bytes. */
    request: count,
  }),
  v.object({ kind: v.literal('find-alternatives'), ...ofDraft, at: count }),
  /** `isPattern`: a pattern as in protocol/forbidden-lines.ts, without its slashes. */
  v.object({
    kind: v.literal('find-text'),
    ...ofDraft,
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
    isPattern: v.boolean(),
  }),
  v.object({ kind: v.literal('mark-draft'), ...ofDraft, favourite: v.boolean() }),
  /** It can be restored until the engine is started again. */
  v.object({ kind: v.literal('remove-draft'), ...ofDraft }),
  v.object({ kind: v.literal('restore-draft'), ...ofDraft }),
] as const;

// ── engine → page ───────────────────────────────────────────────────────────────────────────────────────────────────

const alternative = v.object({ bytes: v.array(byte), probability: v.number() });
export type Alternative = v.InferOutput<typeof alternative>;

export const writingEvents = [
  /** Newest first. */
  v.object({ kind: v.literal('drafts'), run: identifier, drafts: v.array(draftSummary) }),
  /** Before the first list: what was kept; null where nothing was. */
  v.object({ kind: v.literal('writing-kept'), run: identifier, options: v.nullable(samplingOptions) }),
  v.object({ kind: v.literal('draft-changed'), run: identifier, draft: draftSummary }),
  v.object({ kind: v.literal('draft-removed'), ...ofDraft }),
  /** `blocks`: where blocks of a few thousand bytes begin, at line beginnings where there are any; the first is 0. */
  v.object({ kind: v.literal('draft-opened'), ...ofDraft, bytes: count, blocks: v.array(count) }),
  v.object({ kind: v.literal('draft-grew'), ...stretch, blocks: v.array(count) }),
  v.object({ kind: v.literal('draft-read'), ...stretch, request: count }),
  v.object({ kind: v.literal('alternatives'), ...ofDraft, at: count, alternatives: v.array(alternative) }),
  /** Where it stands and how long each place is, in bytes; `isAll` is false when there are more. */
  v.object({
    kind: v.literal('found-text'),
    ...ofDraft,
    text: v.string(),
    at: v.array(count),
    lengths: v.array(count),
    isAll: v.boolean(),
  }),
  /** What was looked for is no pattern. */
  v.object({ kind: v.literal('find-failed'), ...ofDraft, sentence }),
  /** What was asked of a draft could not be done. */
  v.object({ kind: v.literal('draft-failed'), ...ofDraft, sentence }),
] as const;
