// Makes the errors that are meant for a person: one sentence that says what, which value and what to do.

export interface Problem extends Error {
  forPerson: true;
}

export function problem(sentence: string): Problem {
  return Object.assign(new Error(sentence), { forPerson: true as const });
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && 'forPerson' in error;
}

interface Surroundings {
  unroll?: { locale?: string };
  process?: { env?: Record<string, string | undefined> };
}

/** A number in a sentence, as the system's people write it; the window's preload and the engine's environment say how. */
export function numberInSentence(value: number): string {
  const { unroll, process } = globalThis as Surroundings;
  const locale = unroll?.locale ?? process?.env?.UNROLL_LOCALE ?? 'en';
  return value.toLocaleString(locale, { maximumSignificantDigits: 15 });
}

const SYSTEM_REASONS: Record<string, string> = {
  ENOENT: 'is not there. Check the name, or choose it again',
  EACCES: 'may not be opened. Check who may read and write it',
  EPERM: 'may not be opened. Check who may read and write it',
  EISDIR: 'is a folder. Choose a file',
  ENOTDIR: 'is inside something that is not a folder. Check the path',
  ENOSPC: 'could not be written: the disk is full. Free some space, then go on',
  EDQUOT: 'could not be written: your share of the disk is full. Free some space, then go on',
  EROFS: 'is on a disk that cannot be written. Choose another folder',
  EMFILE: 'could not be opened: too many files are open. Close some, then go on',
  EIO: 'could not be read: the disk reports a fault. Copy it elsewhere, then go on',
};

/** Without its folders: the page never names a path, and a person knows their file by its name. */
const fileName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/** The sentence a person sees for any error; a system error names the file and what to do, never a stack. */
export function sentenceOf(error: unknown): string {
  if (isProblem(error)) return error.message;
  const { code, path } = error as { code?: string; path?: string };
  const reason = code === undefined ? undefined : SYSTEM_REASONS[code];
  if (reason) return `${path ? `"${fileName(path)}"` : 'A file'} ${reason}.`;
  const detail = error instanceof Error ? error.message : String(error);
  return `Something unexpected went wrong: ${detail.split('\n')[0]} Try again; if it stays, tell us.`;
}
