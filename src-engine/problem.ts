// Makes the errors meant for the user: one message that says what, which value and what to do.

export interface Problem extends Error {
  forPerson: true;
}

/** What a sentence quotes may have come from anywhere, of any length: more of it makes no sentence. */
const LONG_QUOTES = /"([^"]{60})[^"]{240,}"/g;

export function problem(sentence: string): Problem {
  return Object.assign(new Error(sentence.replace(LONG_QUOTES, '"$1…"')), { forPerson: true as const });
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

const SYSTEM_REASONS = new Map(
  Object.entries({
    ENOENT: 'was not found. Check the name, or choose it again',
    EACCES: 'could not be opened: access was denied. Check its permissions',
    EPERM: 'could not be opened: access was denied. Check its permissions',
    EISDIR: 'is a folder. Choose a file',
    EEXIST: 'already exists. Choose another name',
    ELOOP: 'is a link that leads in a circle. Choose the file itself',
    ENXIO: 'is not a file that can be read. Choose a file',
    ENODEV: 'is not a file that can be read. Choose a file',
    ENOTEMPTY: 'is a folder that is not empty. Choose another name',
    ENOTDIR: 'was not found, because part of its path is not a folder. Check the path',
    ENAMETOOLONG: 'has a name or path that is too long. Choose a shorter name or another folder',
    ENOSPC: 'could not be written: the disk is full. Free some space, then try again',
    EDQUOT: 'could not be written: your disk quota is used up. Free some space, then try again',
    EROFS: 'is on a read-only disk. Choose another folder',
    EBUSY: 'is in use by another program. Close that program, then try again',
    EMFILE: 'could not be opened: too many files are open. Close some, then try again',
    ENFILE: 'could not be opened: too many files are open. Close some, then try again',
    EIO: 'could not be read: the disk reported an error. Copy it to another disk, then try again',
  }),
);

/** More of a name makes no sentence. */
const MOST_NAME_CHARACTERS = 100;

/** Without its folders: the page never names a path, and people know their files by name. */
function fileName(path: string): string {
  const name = path.split(/[\\/]/).findLast((part) => part !== '') ?? 'A folder';
  const shown = name.length > MOST_NAME_CHARACTERS ? `${name.slice(0, MOST_NAME_CHARACTERS)}…` : name;
  // What is no character: a byte of a name that is not UTF-8.
  return shown.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** In the engine's processes this is standard error, which the main process writes to its log. */
function logWhole(error: unknown): void {
  if ((globalThis as Surroundings).process?.env?.UNROLL_LOG_ERRORS) console.error(error);
}

/** The first line of what an unexpected error says, up to where it names a path; the log gets all of it. */
export function detailOf(error: unknown): string {
  logWhole(error);
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const path = /\s*\S*[\\/]/.exec(line);
  return path ? `${line.slice(0, path.index)} …`.trimStart() : line;
}

interface SystemError {
  code: string;
  /** A buffer where its name is not UTF-8. */
  path?: string | { toString(): string };
}

/** What the system refused; Node's own errors have codes too, which begin with ERR. */
function isSystemError(error: unknown): error is SystemError {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  return typeof code === 'string' && (SYSTEM_REASONS.has(code) || typeof syscall === 'string');
}

function systemSentence({ code, path }: SystemError): string {
  const file = path ? `"${fileName(String(path))}"` : 'A file';
  const reason =
    SYSTEM_REASONS.get(code) ?? `could not be used: the system reports ${code}. Check its disk, then try again`;
  return `${file} ${reason}.`;
}

/** What the runtime says where the system gives no more memory; so much that the process dies says nothing. */
const OUT_OF_MEMORY = /could not allocate memory|allocation failed|reaching memory limit/i;
const MEMORY_SENTENCE =
  'There is not enough free memory. Close other programs, or choose fewer hidden units, lanes or steps, then try again.';

/** The message the user sees for any error: a system error's names the file and what to do, never a path or a stack. */
export function sentenceOf(error: unknown): string {
  if (isProblem(error)) return error.message;
  if (!isSystemError(error)) {
    const detail = detailOf(error);
    if (OUT_OF_MEMORY.test(detail)) return MEMORY_SENTENCE;
    return `Unexpected error: ${detail}${/[.…!?]$/.test(detail) ? '' : '.'} Try again; report it if it persists.`;
  }
  logWhole(error);
  return systemSentence(error);
}
