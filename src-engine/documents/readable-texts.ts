// Makes files of any kind readable as one text: texts as they are, documents as the text that is taken out of them, each in its place.
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { filesBelow } from '../corpus/text-files';
import { guessEncoding } from '../corpus/guess-encoding';
import { readableName } from '../files/system-names';
import { isProblem, problem, sentenceOf } from '../problem';
import type { DocumentReport, TextReading } from '../protocol/documents';
import type { DocumentReader } from './document-reader';
import { readBeginning } from './read-beginning';
import type { ExtractionOrder } from './extract';
import type { KeptTexts } from './kept-texts';
import { recognise, type Recognised } from './recognise';
import { foreignSentence } from './sort-zip';

export interface Readable {
  /** Of texts only, in the order of the files. */
  paths: string[];
  /** Of the files that are no plain texts; none where all are. */
  reports: DocumentReport[];
}

export interface ReadableOptions {
  reading?: TextReading;
  signal?: AbortSignal | undefined;
  onProgress?(document: { name: string; share: number; number: number; documents: number }): void;
}

export interface ReadableParts {
  reader: DocumentReader;
  kept: KeptTexts;
  cmapsFolder: URL;
}

/** A file whose words cannot be had; its bytes still can. */
export interface UnreadableProblem {
  mayBeReadAsIs: true;
}

export const isUnreadable = (error: unknown): error is Error & UnreadableProblem =>
  isProblem(error) && 'mayBeReadAsIs' in error;

const unreadable = (sentence: string) => Object.assign(problem(sentence), { mayBeReadAsIs: true as const });

interface Found {
  path: string;
  name: string;
  recognised: Recognised;
  isUtf8: boolean;
}

async function lookAt(path: string): Promise<Found> {
  const name = readableName(basename(path));
  const beginning = await readBeginning(path);
  const { encoding, hasMark } = guessEncoding(beginning);
  return { path, name, recognised: recognise(beginning, name), isUtf8: encoding === 'utf-8' && !hasMark };
}

function refused(name: string, sentence: string): DocumentReport {
  return { name, what: 'a file', bytes: 0, unit: 'file', count: 0, leftOut: [], sentence, members: [] };
}

const AS_FOUND: TextReading = { isAsIs: false, leaveOut: [] };

/**
 * Throws a `Problem` where nothing readable is among them; then it says of the first what it is. Among documents, texts of
 * other encodings become UTF-8 too, for a text has one encoding.
 */
export async function makeReadable(
  paths: string[],
  parts: ReadableParts,
  options: ReadableOptions = {},
): Promise<Readable> {
  const { reading = AS_FOUND, signal } = options;
  if (reading.isAsIs) return { paths, reports: [] };
  const files = (await Promise.all(paths.map(filesBelow))).flat();
  const found: Found[] = [];
  for (const path of files) {
    signal?.throwIfAborted();
    found.push(await lookAt(path));
  }
  if (found.every(({ recognised }) => recognised.is === 'text')) return { paths, reports: [] };
  try {
    return await readAll(found, parts, { ...options, reading });
  } finally {
    await parts.reader.close();
  }
}

async function readAll(found: Found[], parts: ReadableParts, options: ReadableOptions): Promise<Readable> {
  const hasDocuments = found.some(({ recognised }) => recognised.is === 'document');
  const isRead = ({ recognised, isUtf8 }: Found) =>
    recognised.is === 'document' || (recognised.is === 'text' && hasDocuments && !isUtf8);
  const documents = found.filter(isRead).length;
  const all: Readable = { paths: [], reports: [] };
  let number = 0;
  for (const [index, file] of found.entries()) {
    const { name, path, recognised } = file;
    if (recognised.is === 'foreign') {
      all.reports.push(refused(name, foreignSentence(name, recognised.what, recognised.advice)));
    } else if (!isRead(file)) all.paths.push(path);
    else {
      number += 1;
      const step = { name, number, documents };
      options.onProgress?.({ ...step, share: 0 });
      const { place, report } = await readOne(file, index, parts, options, (share) =>
        options.onProgress?.({ ...step, share }),
      );
      if (place !== null) all.paths.push(place);
      if (recognised.is === 'document' || report.sentence !== null) all.reports.push(report);
    }
  }
  const [first] = all.reports;
  if (all.paths.length > 0 || !first) return all;
  throw unreadable(first.sentence ?? `"${first.name}": every file in it is left out. Choose at least one.`);
}

/** Members of an archive are named with the archive's place among the files. */
async function readOne(
  { path, name, recognised }: Found,
  index: number,
  { reader, kept, cmapsFolder }: ReadableParts,
  { reading = AS_FOUND, signal }: ReadableOptions,
  onProgress: (share: number) => void,
): Promise<{ place: string | null; report: DocumentReport }> {
  const prefix = `${index}/`;
  const leaveOut = reading.leaveOut.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const target = await kept.unfinishedPath();
  const form: ExtractionOrder['form'] = recognised.is === 'document' ? recognised.form : 'plain';
  try {
    const order = { path, name, form, target, leaveOut, cmapsFolder: cmapsFolder.href };
    const { report, checksum } = await reader.read(order, { signal, onProgress });
    const members = report.members.map((member) => ({ ...member, key: `${prefix}${member.key}` }));
    const isEmpty = report.bytes === 0;
    const place = isEmpty ? null : await kept.keep(target, checksum, name);
    return { place, report: { ...report, members } };
  } catch (error) {
    if (signal?.aborted || !isProblem(error)) throw error;
    return { place: null, report: refused(name, sentenceOf(error)) };
  } finally {
    await rm(target, { force: true });
  }
}
