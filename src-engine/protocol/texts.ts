// What page and engine say to one another about texts: what one is, in which encoding, and its copy in UTF-8.
import * as v from 'valibot';
import { ENCODING_NAMES } from './encodings';
import { documentReports, textReading } from './documents';
import { count, identifier as token, sentence, settingsRecord } from './scalars';

export const encodingName = v.picklist(ENCODING_NAMES);

export const textCommands = [
  /** Asks for a text's summary, then its counts; the token stands for paths that only the main process and the engine know. */
  v.object({ kind: v.literal('summarise-text'), token, reading: textReading }),
  /** Leaves the counts as they are. */
  v.object({ kind: v.literal('stop-counting'), token }),
  /** Asks for its first lines, read in another encoding. */
  v.object({ kind: v.literal('preview-text'), token, encoding: encodingName }),
  /** Writes it as UTF-8 to what `target` stands for. */
  v.object({ kind: v.literal('convert-text'), token, encoding: encodingName, target: token }),
  v.object({ kind: v.literal('stop-converting'), target: token }),
] as const;

const textCounts = v.object({
  /** From the beginning. */
  countedBytes: count,
  isCounting: v.boolean(),
  distinctBytes: count,
  /** How often each of the 256 byte values occurs. */
  histogram: v.array(count),
  lineEnds: v.object({ lf: count, crlf: count, cr: count }),
});
export type TextCounts = v.InferOutput<typeof textCounts>;

const textSummary = v.object({
  token,
  /** Names without folders. */
  names: v.array(v.string()),
  bytes: count,
  /** As guessed. */
  encoding: encodingName,
  /** What is unusual about it (binary, UTF-16, a byte-order mark); null when nothing is. */
  notice: v.nullable(v.string()),
  /** A copy in UTF-8 would be another. */
  isConvertible: v.boolean(),
  firstLines: v.string(),
  counts: textCounts,
  /** The settings in which the defaults are fitted to this text, for example fewer lanes for a short one. */
  fitted: settingsRecord,
  /** Of the files that are no plain texts. */
  documents: documentReports,
});
export type TextSummary = v.InferOutput<typeof textSummary>;

export const textEvents = [
  v.object({ kind: v.literal('text-summary'), summary: textSummary }),
  v.object({ kind: v.literal('text-counts'), token, counts: textCounts }),
  v.object({ kind: v.literal('text-preview'), token, encoding: encodingName, firstLines: v.string() }),
  /** The text cannot be read, or no longer. */
  v.object({
    kind: v.literal('text-failed'),
    token,
    sentence,
    /** Its words cannot be had, but its bytes can. */
    mayBeReadAsIs: v.boolean(),
  }),
  v.object({ kind: v.literal('text-converting'), target: token, share: v.number() }),
  /** The copy is whole; or it was not made: with a message, or without one if it was stopped. */
  v.object({
    kind: v.literal('text-converted'),
    target: token,
    isWritten: v.boolean(),
    sentence: v.nullable(sentence),
  }),
] as const;
