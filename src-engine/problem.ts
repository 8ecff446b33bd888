// Makes the errors meant for the user: one message that says what, which value and what to do.

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

/** A number in a message, in the format of the system's locale; the window's preload and the engine's environment say how. */
export function numberInSentence(value: number): string {
  const { unroll, process } = globalThis as Surroundings;
  const locale = unroll?.locale ?? process?.env?.UNROLL_LOCALE ?? 'en';
  return value.toLocaleString(locale, { maximumSignificantDigits: 15 });
}

const SYSTEM_REASONS: Record<string, string> = {
  ENOENT: 'was not found. Check the name, or choose it again',
  EACCES: 'could not be opened: access was denied. Check its permissions',
  EPERM: 'could not be opened: access was denied. Check its permissions',
  EISDIR: 'is a folder. Choose a file',
  ENOTDIR: 'was not found, because part of its path is not a folder. Check the path',
  ENOSPC: 'could not be written: the disk is full. Free some space, then try again',
  EDQUOT: 'could not be written: your disk quota is used up. Free some space, then try again',
  EROFS: 'is on a read-only disk. Choose another folder',
  EMFILE: 'could not be opened: too many files are open. Close some, then try again',
  EIO: 'could not be read: the disk reported an error. Copy it to another disk, then try again',
};

/** Without its folders: the page never names a path, and people know their files by name. */
const fileName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/** The message the user sees for any error; a system error names the file and what to do, never a stack. */
export function sentenceOf(error: unknown): string {
  if (isProblem(error)) return error.message;
  const { code, path } = error as { code?: string; path?: string };
  const reason = code === undefined ? undefined : SYSTEM_REASONS[code];
  if (reason) return `${path ? `"${fileName(path)}"` : 'A file'} ${reason}.`;
  const detail = error instanceof Error ? error.message : String(error);
  return `Unexpected error: ${detail.split('\n')[0]} Try again; report it if it persists.`;
}
