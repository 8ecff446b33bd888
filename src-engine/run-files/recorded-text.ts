// A run's own text: opened again when the run continues, found again when it has moved; never replaced by another.
import { fingerprint } from '../corpus/identity';
import { bytesBetween } from '../corpus/between-files';
import { openTextFiles, type TextFiles } from '../corpus/text-files';
import { numberInSentence, problem, sentenceOf, type Problem } from '../problem';
import type { RunRecord } from './run-folder';

interface TextProblem extends Problem {
  isAboutText: true;
  /** The text is another one now, but the run can go on with it. */
  isAcceptable: boolean;
}

const textProblem = (sentence: string, isAcceptable = false): TextProblem =>
  Object.assign(problem(sentence), { isAboutText: true as const, isAcceptable });

/** Such a problem is solved by finding the text. */
export function isTextProblem(error: unknown): error is TextProblem {
  return error instanceof Error && 'isAboutText' in error;
}

/** Where the record says it lies, whatever is there now. */
export function reopenText({ text: known, settings }: RunRecord): Promise<TextFiles> {
  return openTextFiles(known.paths, bytesBetween(settings, known.encoding));
}

/** Where the record says it lies. */
export async function openRecordedText(record: RunRecord): Promise<TextFiles> {
  const { text: known } = record;
  let text: TextFiles;
  try {
    text = await reopenText(record);
  } catch (error) {
    throw textProblem(sentenceOf(error));
  }
  if ((await fingerprint(text)) === known.fingerprint) return text;
  await text.close();
  if (text.bytes !== known.bytes) throw otherLength(known, text.bytes);
  throw textProblem(
    `"${known.name}" has changed since the run started. Choose the original text, or let the run go on with this one.`,
    true,
  );
}

function otherLength({ name, bytes }: RunRecord['text'], found: number): TextProblem {
  const [now, before] = [found, bytes].map(numberInSentence);
  return textProblem(
    `"${name}" has changed since the run started: it has ${now} bytes now, and the run needs ${before}. Choose the original text, or start a new run with this one.`,
  );
}

/** What the record should say of the text as it is now, when the user goes on with it although it has changed; its length has to be the same. */
export async function acceptText(record: RunRecord): Promise<RunRecord['text']> {
  const { text: known } = record;
  const text = await reopenText(record);
  try {
    if (text.bytes === known.bytes) {
      return { ...known, fingerprint: await fingerprint(text), checksum: null, facts: null };
    }
    throw otherLength(known, text.bytes);
  } finally {
    await text.close();
  }
}

/** What the record should say of a text that has moved to `paths`; throws a `Problem` if it is another text. */
export async function locateText({ text: known, settings }: RunRecord, paths: string[]): Promise<RunRecord['text']> {
  const text = await openTextFiles(paths, bytesBetween(settings, known.encoding));
  try {
    if ((await fingerprint(text)) !== known.fingerprint) {
      throw problem(
        `"${text.name}" is not the text of this run: its checksum differs from that of "${known.name}". Choose the original text, or start a new run with this one.`,
      );
    }
    // Its checksum is compared while it trains.
    return { ...known, name: text.name, paths: text.paths, facts: null };
  } finally {
    await text.close();
  }
}
