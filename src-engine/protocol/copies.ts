// The part of the protocol that is about copying: which stretches of a draft stand in a text word for word.
import * as v from 'valibot';
import { bytes, count, countWithin, identifier, sentence } from './scalars';

/** How long a stretch has to be to count as copied, in bytes. */
export const COPY_BOUNDS = { least: 4, most: 10_000 };
export const DEFAULT_COPY_BYTES = 20;
/** Of a longer draft the beginning is checked: for each byte its index takes about 100. */
export const MOST_CHECKED_BYTES = 2_000_000;
/** Further stretches are counted, not told. */
export const MOST_TOLD_COPIES = 2000;

const copiedStretch = v.object({
  /** Its first byte in the draft. */
  from: count,
  bytes: count,
  /** The text's file that it stands in, and where there; first of all places. */
  file: v.string(),
  at: count,
  /** What comes before and after it in the text. */
  before: bytes,
  after: bytes,
});
export type CopiedStretch = v.InferOutput<typeof copiedStretch>;

const copyReport = v.object({
  /** Of the text. */
  textName: v.string(),
  textBytes: count,
  least: count,
  /** How much of the draft was checked, from its beginning. */
  checkedBytes: count,
  /** How many of these were generated, and how many of those stand in a copied stretch. */
  generatedBytes: count,
  copiedBytes: count,
  longestBytes: count,
  /** In the order of the draft; the longest ones where there are too many. */
  copies: v.array(copiedStretch),
  allCopies: count,
});
export type CopyReport = v.InferOutput<typeof copyReport>;

const ofDraft = { run: identifier, draft: identifier };

export const copyCommands = [
  /** Checks a draft against the text of its run, or against the text that a token stands for; a later one takes an earlier one's place. */
  v.object({
    kind: v.literal('check-copies'),
    ...ofDraft,
    least: countWithin(COPY_BOUNDS),
    token: v.nullable(identifier),
  }),
  v.object({ kind: v.literal('stop-checking-copies'), ...ofDraft }),
] as const;

export const copyEvents = [
  /** How much of the text has gone by. */
  v.object({ kind: v.literal('checking-copies'), ...ofDraft, share: v.number() }),
  v.object({ kind: v.literal('copies-found'), ...ofDraft, report: copyReport }),
  /** It was stopped, or could not be done and why. */
  v.object({ kind: v.literal('copies-ended'), ...ofDraft, sentence: v.nullable(sentence) }),
] as const;
