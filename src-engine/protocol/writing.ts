// The part of the protocol that is about writing: how to sample, and the drafts that sampling makes. Declared here, spoken by protocol.ts.
import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const identifier = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/));
const sentence = v.string();
const byte = v.pipe(count, v.maxValue(255));
/** The compiler would take `v.instance` for one over memory that no thread shares. */
const byteArray = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
const numberArray = v.custom<Float32Array>((value) => value instanceof Float32Array);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What to generate. The order in which the choices apply stands in sampling/choose-byte.ts and docs/writing.md. */
export const samplingOptions = v.object({
  prompt: v.pipe(v.string(), v.maxLength(100_000)),
  bytes: v.pipe(count, v.maxValue(100_000_000)),
  /** 0 takes the most likely byte. */
  temperature: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  /** 0: off. */
  topK: v.pipe(count, v.maxValue(256)),
  /** 1: off. */
  topP: share,
  /** 0: off. */
  minP: share,
  /** 1: off. */
  repetitionPenalty: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
  /** Bytes looked back on. */
  repetitionWindow: v.pipe(count, v.minValue(1), v.maxValue(4096)),
  /** Writing ends when this has been written; empty: off. */
  stop: v.pipe(v.string(), v.maxLength(1000)),
  seed: v.pipe(count, v.maxValue(4294967295)),
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
  stop: '',
  seed: 1,
  validUtf8: false,
};

/** The network to write with: a run's current (newest) one, or that of one of its checkpoints. */
const networkChoice = v.object({ run: identifier, update: v.nullable(count) });
export type NetworkChoice = v.InferOutput<typeof networkChoice>;

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
  beginning: byteArray,
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
  bytes: byteArray,
  probabilities: numberArray,
};

const ofDraft = { run: identifier, draft: identifier };
export const MOST_READ_AT_ONCE = 1_048_576;

export const EXPORT_FORMATS = ['text', 'markdown', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

// ── page → engine ───────────────────────────────────────────────────────────────────────────────────────────────────

export const writingCommands = [
  v.object({ kind: v.literal('list-drafts'), run: identifier }),
  v.object({ kind: v.literal('list-checkpoints'), run: identifier }),
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
  v.object({ kind: v.literal('find-text'), ...ofDraft, text: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)) }),
  v.object({ kind: v.literal('mark-draft'), ...ofDraft, favourite: v.boolean() }),
  v.object({ kind: v.literal('remove-draft'), ...ofDraft }),
] as const;

// ── engine → page ───────────────────────────────────────────────────────────────────────────────────────────────────

const alternative = v.object({ bytes: v.array(byte), probability: v.number() });
export type Alternative = v.InferOutput<typeof alternative>;

const checkpointChoice = v.object({ update: count, bitsPerByte: v.nullable(v.number()) });
export type CheckpointChoice = v.InferOutput<typeof checkpointChoice>;

export const writingEvents = [
  /** Newest first. */
  v.object({ kind: v.literal('drafts'), run: identifier, drafts: v.array(draftSummary) }),
  v.object({ kind: v.literal('draft-changed'), run: identifier, draft: draftSummary }),
  v.object({ kind: v.literal('draft-removed'), ...ofDraft }),
  /** `blocks`: where blocks of a few thousand bytes begin, at line beginnings where there are any; the first is 0. */
  v.object({ kind: v.literal('draft-opened'), ...ofDraft, bytes: count, blocks: v.array(count) }),
  v.object({ kind: v.literal('draft-grew'), ...stretch, blocks: v.array(count) }),
  v.object({ kind: v.literal('draft-read'), ...stretch, request: count }),
  v.object({ kind: v.literal('alternatives'), ...ofDraft, at: count, alternatives: v.array(alternative) }),
  /** Where it stands and how long it is, in bytes; `isAll` is false when there are more. */
  v.object({
    kind: v.literal('found-text'),
    ...ofDraft,
    text: v.string(),
    bytes: count,
    at: v.array(count),
    isAll: v.boolean(),
  }),
  v.object({ kind: v.literal('checkpoints'), run: identifier, checkpoints: v.array(checkpointChoice) }),
  /** What was asked of a draft could not be done. */
  v.object({ kind: v.literal('draft-failed'), ...ofDraft, sentence }),
] as const;
