// What page and engine say to one another about documents whose words are taken out before they are a text.
import * as v from 'valibot';
import { count, identifier as token, sentence } from './scalars';

/** What a document is counted in. */
export const PART_UNITS = ['page', 'chapter', 'section', 'paragraph', 'caption', 'file'] as const;
export type PartUnit = (typeof PART_UNITS)[number];

const MOST_LEFT_OUT = 100_000;

/** How the person wants files read. */
export const textReading = v.object({
  /** Their bytes as they are, whatever they hold. */
  isAsIs: v.boolean(),
  /** Keys of archives' members that are not wanted. */
  leaveOut: v.pipe(v.array(v.string()), v.maxLength(MOST_LEFT_OUT)),
});
export type TextReading = v.InferOutput<typeof textReading>;

const archiveMember = v.object({
  key: v.string(),
  name: v.string(),
  /** Of text; 0 where it was not read. */
  bytes: count,
  /** Why it cannot be read. */
  sentence: v.nullable(sentence),
  isLeftOut: v.boolean(),
});
export type ArchiveMember = v.InferOutput<typeof archiveMember>;

const documentReport = v.object({
  name: v.string(),
  /** As part of a sentence: "an EPUB book". */
  what: v.string(),
  /** Of the text that was taken out, in UTF-8. */
  bytes: count,
  unit: v.picklist(PART_UNITS),
  count,
  /** "12 pictures" */
  leftOut: v.array(v.string()),
  /** Why nothing of it is used. */
  sentence: v.nullable(sentence),
  /** Of an archive; the first of them where there are many. */
  members: v.array(archiveMember),
});
export type DocumentReport = v.InferOutput<typeof documentReport>;

export const documentCommands = [
  /** Ends the taking out of a text. */
  v.object({ kind: v.literal('stop-extracting'), token }),
] as const;

export const documentEvents = [
  /** The words are being taken out of a document, one of several. */
  v.object({
    kind: v.literal('text-extracting'),
    token,
    name: v.string(),
    share: v.number(),
    number: count,
    documents: count,
  }),
] as const;
export const documentReports = v.array(documentReport);
