// The part of the protocol that is about scoring: how well a network predicts a text, byte by byte.
import * as v from 'valibot';
import { networkChoice } from './network-choice';
import { bytes, count, floats, identifier, sentence } from './scalars';

/** Of a longer text the beginning is scored. */
export const MOST_SCORED_BYTES = 1_000_000;

const scoredText = v.variant('kind', [
  v.object({ kind: v.literal('typed'), text: v.pipe(v.string(), v.maxLength(MOST_SCORED_BYTES)) }),
  v.object({ kind: v.literal('draft'), run: identifier, draft: identifier }),
  /** A file or folder that the user chose. */
  v.object({ kind: v.literal('file'), token: identifier }),
]);
/** Where a text comes from that is to be scored. */
export type ScoredText = v.InferOutput<typeof scoredText>;

export const scoringCommands = [
  v.object({ kind: v.literal('score-text'), request: identifier, network: networkChoice, text: scoredText }),
  v.object({ kind: v.literal('stop-scoring'), request: identifier }),
] as const;

export const scoringEvents = [
  v.object({ kind: v.literal('scoring'), request: identifier, share: v.number() }),
  v.object({
    kind: v.literal('scored'),
    request: identifier,
    /** Of the network; null for a model. */
    update: v.nullable(count),
    encoding: v.string(),
    /** Of the whole text; `bytes` is what of it was scored. */
    textBytes: count,
    bytes,
    /** The surprise at each byte, in bits; NaN at the first, which nothing stands before; infinite where the network can't predict the byte. */
    bits: floats,
  }),
  /** It was stopped, or could not be done and why. */
  v.object({ kind: v.literal('scoring-ended'), request: identifier, sentence: v.nullable(sentence) }),
] as const;
