// The texts of a command line: documents among the files become texts first, with a line on standard error for each.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createDocumentReader } from '../../src-engine/documents/document-reader';
import { KeptTexts } from '../../src-engine/documents/kept-texts';
import { isUnreadable, makeReadable, type Readable } from '../../src-engine/documents/readable-texts';
import { builtFiles } from '../../src-engine/engine-files';
import { numberInSentence, problem } from '../../src-engine/problem';
import type { DocumentReport, PartUnit } from '../../src-engine/protocol/documents';

/** Beside the runs. */
const TEXTS_FOLDER = 'unroll-texts';

export interface TextsOptions {
  /** Their bytes, whatever they hold. */
  asIs?: boolean;
  /** The folder in which `TEXTS_FOLDER` is. */
  beside: string;
  notice(sentence: string): void;
}

const PARTS: Record<PartUnit, [string, string]> = {
  page: ['page', 'pages'],
  chapter: ['chapter', 'chapters'],
  section: ['section', 'sections'],
  paragraph: ['paragraph', 'paragraphs'],
  caption: ['subtitle', 'subtitles'],
  file: ['file', 'files'],
};

function noticeOn({ name, what, bytes, unit, count, leftOut, sentence }: DocumentReport): string {
  if (sentence !== null) return `Left out: ${sentence}`;
  const parts = `${numberInSentence(count)} ${PARTS[unit][count === 1 ? 0 : 1]}`;
  const without = leftOut.length > 0 ? ` Left out: ${leftOut.join(', ')}.` : '';
  return `"${name}" is ${what}: ${numberInSentence(bytes)} bytes of text were taken out of ${parts}.${without}`;
}

/** The paths of texts; `paths` themselves where all are texts. Throws a `Problem` where there is none. */
export async function readableTexts(
  paths: string[],
  { asIs = false, beside, notice }: TextsOptions,
): Promise<string[]> {
  const { documentWorker, cmapsFolder } = builtFiles(import.meta.url);
  const reader = createDocumentReader(documentWorker);
  const kept = new KeptTexts(join(beside, TEXTS_FOLDER));
  let readable: Readable;
  try {
    readable = await makeReadable(paths, { reader, kept, cmapsFolder }, { reading: { isAsIs: asIs, leaveOut: [] } });
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    throw problem(`${error.message} --as-is uses its bytes as they are.`);
  }
  for (const report of readable.reports) notice(noticeOn(report));
  return readable.paths;
}

/** For a command that needs them no longer than itself; `work` is given the paths for each file. */
export async function withReadableTexts<T>(
  files: string[],
  { asIs = false, notice }: Omit<TextsOptions, 'beside'>,
  work: (texts: string[][]) => Promise<T>,
): Promise<T> {
  const beside = await mkdtemp(join(tmpdir(), 'unroll-text-'));
  try {
    const texts: string[][] = [];
    for (const file of files) texts.push(await readableTexts([resolve(file)], { asIs, beside, notice }));
    return await work(texts);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}
