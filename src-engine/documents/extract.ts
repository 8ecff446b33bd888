// Takes the words out of one document, whatever it is, into a file of its own: what the worker does.
import { rmSync } from 'node:fs';
import { isProblem, problem, type Problem } from '../problem';
import type { ArchiveMember, DocumentReport } from '../protocol/documents';
import { whatCompoundFileHolds } from './compound-file';
import { filePieces } from './file-pieces';
import { createLeftOut } from './left-out';
import { LIMITS, type Limits } from './limits';
import { readArchive } from './read-archive';
import { readDocx } from './read-docx';
import { readEpub } from './read-epub';
import { readFictionBook } from './read-fictionbook';
import { readHtml } from './read-html';
import { readOdt } from './read-odt';
import { passPlainText } from './read-plain';
import { readRtf } from './read-rtf';
import { readSubtitles } from './read-subtitles';
import { readBeginning } from './read-beginning';
import { recognise, type Form } from './recognise';
import type { Outcome, Reading } from './reading';
import { foreignSentence, sortZip } from './sort-zip';
import { createTextBuilder } from './text-builder';
import { openTextSink } from './text-sink';
import { openZip } from './zip-archive';

export interface ExtractionOrder {
  path: string;
  /** For people. */
  name: string;
  /** `plain` is a text that is only to become UTF-8. */
  form: Form | 'plain';
  /** The file to write; nothing may be there. */
  target: string;
  /** Keys of an archive's members. */
  leaveOut: string[];
  cmapsFolder: URL | string;
  limits?: Partial<Limits>;
}

export interface Extraction {
  report: DocumentReport;
  /** SHA-256 of the text, as hex. */
  checksum: string;
}

/** More members than anyone would look through are not listed one by one. */
const MOST_MEMBERS_LISTED = 2000;

interface Places {
  order: ExtractionOrder;
  limits: Limits;
  /** An archive in an archive is not read. */
  isInner: boolean;
}

type Found = Outcome & { members?: ArchiveMember[] };

async function readZip(reading: Reading, places: Places): Promise<Found> {
  const { name, path, limits } = reading;
  const archive = await openZip(path, name, limits);
  try {
    const sorted = await sortZip(archive);
    switch (sorted.is) {
      case 'foreign':
        throw problem(foreignSentence(name, sorted.what, sorted.advice));
      case 'docx':
        return await readDocx(reading, archive);
      case 'odt':
        return await readOdt(reading, archive);
      case 'epub':
        return await readEpub(reading, archive);
      case 'archive':
        if (places.isInner) throw problem(foreignSentence(name, 'an archive within an archive', 'archive'));
        return await readArchive(
          {
            ...reading,
            leaveOut: new Set(places.order.leaveOut),
            temporaryPath: `${places.order.target}.member`,
            readInner: (inner, innerName) =>
              readInner({ ...reading, path: inner, name: innerName }, { ...places, isInner: true }),
          },
          archive,
        );
    }
  } finally {
    archive.close();
  }
}

async function readInner(reading: Reading, places: Places): Promise<Found> {
  const beginning = await readBeginning(reading.path);
  const recognised = recognise(beginning, reading.name);
  if (recognised.is !== 'document') throw problem(`"${reading.name}" changed while it was read. Choose it again.`);
  return readForm(reading, recognised.form, places);
}

async function readForm(reading: Reading, form: Form | 'plain', places: Places): Promise<Found> {
  const { path, name, builder, progress } = reading;
  switch (form) {
    case 'zip':
      return readZip(reading, places);
    case 'ole': {
      const { what, advice } = await whatCompoundFileHolds(path);
      throw problem(foreignSentence(name, what, advice));
    }
    case 'pdf': {
      // Large, so it is loaded only where it is needed.
      const { readPdf } = await import('./read-pdf');
      return readPdf(reading, { cmapsFolder: new URL(places.order.cmapsFolder) });
    }
    case 'rtf':
      return readRtf(reading);
    case 'html':
      return readHtml(reading);
    case 'fictionbook':
      return readFictionBook(reading);
    case 'plain':
      await passPlainText(filePieces(path, progress), name, builder);
      return { what: 'a text', unit: 'file', count: 1 };
    default:
      return readSubtitles(reading, form);
  }
}

/** A library's errors are about the file it read; those of the disk speak for themselves. */
function sentenceFor(name: string, error: unknown): Problem | Error {
  if (isProblem(error)) return error;
  const { code } = (error ?? {}) as { code?: unknown };
  if (error instanceof Error && typeof code === 'string' && code.startsWith('E') && !code.startsWith('ERR_'))
    return error;
  return problem(`"${name}" is damaged, or not what it seems to be. Choose another copy of it.`);
}

/** Throws a `Problem` where there are no words to be had; then no file is left. */
export async function extractText(order: ExtractionOrder, onProgress: (share: number) => void): Promise<Extraction> {
  const { path, name, form, target } = order;
  const limits = { ...LIMITS, ...order.limits };
  const sink = openTextSink(target, name, limits.textBytes);
  const leftOut = createLeftOut();
  const builder = createTextBuilder((text) => sink.write(text));
  const reading: Reading = { path, name, limits, builder, leftOut, progress: onProgress };
  try {
    const found = await readForm(reading, form, { order, limits, isInner: false });
    builder.finish();
    const { bytes, checksum } = sink.end();
    const members = found.members ?? [];
    const isChosenEmpty = members.length > 0 && members.every(({ isLeftOut }) => isLeftOut);
    if (bytes === 0 && !isChosenEmpty) {
      throw problem(
        members.find(({ sentence }) => sentence !== null)?.sentence ??
          `"${name}" has no words in it. Choose another file.`,
      );
    }
    const { what, unit, count } = found;
    const listed = members.slice(0, MOST_MEMBERS_LISTED);
    const report = { name, what, bytes, unit, count, leftOut: leftOut.phrases(), sentence: null, members: listed };
    return { report, checksum };
  } catch (error) {
    sink.close();
    rmSync(target, { force: true });
    throw sentenceFor(name, error);
  }
}
