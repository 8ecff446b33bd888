// Opens files and folders as one text, in name order and without a copy; reads any stretch of it from where it lies.
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createFilePool, type FilePool } from '../files/file-pool';
import { openRegularFile, readFully, whatItIs } from '../files/regular-file';
import { nameFromBytes, readableName, systemPath } from '../files/system-names';
import { numberInSentence, problem } from '../problem';
import { markOf } from './marks';

export interface TextFiles {
  /** The text's name: the file's name, or the first's and how many follow. */
  name: string;
  names: string[];
  paths: string[];
  bytes: number;
  /** Byte-order marks that stay within the text, where two of its files meet. */
  innerMarks: number;
  /** Fills `into` with the text from `offset` on; throws a `Problem` if a file has changed its length or vanished. */
  read(into: Uint8Array, offset: number): Promise<void>;
  /** The file that a byte of the text stands in, and where there. */
  placeOf(offset: number): { file: string; at: number };
  close(): Promise<void>;
}

/** A stretch of the text: of a file, or what stands between two. */
interface Stretch {
  start: number;
  bytes: number;
  /** Bytes of the file that are left out before it. */
  from: number;
  source: string | Uint8Array;
}

interface FoundFile {
  path: string;
  bytes: number;
  markBytes: number;
}

const shownName = (path: string) => readableName(basename(path));

/** The files below a folder, or the file itself, in name order; hidden ones are passed over. */
export async function filesBelow(path: string): Promise<string[]> {
  const facts = await stat(systemPath(path));
  if (facts.isFile()) return [path];
  if (!facts.isDirectory()) throw problem(`"${shownName(path)}" is ${whatItIs(facts)}. Choose a text file.`);
  const entries = await readdir(systemPath(path), { withFileTypes: true, encoding: 'buffer' });
  const visible = entries
    .map((entry) => ({ name: nameFromBytes(entry.name), isFile: entry.isFile(), isFolder: entry.isDirectory() }))
    .filter(({ name, isFile, isFolder }) => !name.startsWith('.') && (isFile || isFolder));
  // Made here: Node reads the languages' tables for the first one.
  const nameOrder = new Intl.Collator('en', { numeric: true });
  visible.sort((a, b) => nameOrder.compare(a.name, b.name));
  const found: string[] = [];
  for (const { name, isFile } of visible) {
    if (isFile) found.push(join(path, name));
    else for (const below of await filesBelow(join(path, name))) found.push(below);
  }
  return found;
}

/** Opens a file of the text, again where it was closed meanwhile: then it has to be as long as it was. */
async function openPart(path: string, known: number | undefined) {
  const { handle, facts } = await openRegularFile(path, 'Choose a text file.');
  if (known === undefined || facts.size === known) return handle;
  await handle.close();
  throw problem(
    `"${shownName(path)}" no longer has ${numberInSentence(known)} bytes. Restore the original file, then resume.`,
  );
}

/** One after the other: thousands at once would be more than a system lets be open. */
async function lookAt(paths: string[], pool: FilePool): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for (const path of paths) {
    const file = await pool.use(path, async (handle) => {
      const { size } = await handle.stat();
      const beginning = new Uint8Array(Math.min(3, size));
      await readFully(handle, beginning, 0);
      return { path, bytes: size, markBytes: markOf(beginning)?.bytes ?? 0 };
    });
    files.push(file);
  }
  return files;
}

/** The files one after another with `between` in between; where something is, the later ones lose their byte-order marks. */
function layOut(files: FoundFile[], between: Uint8Array): { stretches: Stretch[]; bytes: number; innerMarks: number } {
  const stretches: Stretch[] = [];
  let start = 0;
  let innerMarks = 0;
  const add = (source: Stretch['source'], from: number, bytes: number) => {
    if (bytes > 0) stretches.push({ start, bytes, from, source });
    start += bytes;
  };
  for (const { path, bytes, markBytes } of files) {
    const isInner = start > 0 && bytes > 0;
    if (isInner) add(between, 0, between.length);
    const leftOut = isInner && between.length > 0 ? markBytes : 0;
    if (isInner && markBytes > leftOut) innerMarks += 1;
    add(path, leftOut, bytes - leftOut);
  }
  return { stretches, bytes: start, innerMarks };
}

/** The index of the stretch that holds the byte at `offset`. */
function stretchAt(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * `paths` are files and folders, `between` is what stands between each two files; throws a `Problem` if one cannot be read or
 * nothing is in them.
 */
export async function openTextFiles(paths: string[], between: Uint8Array = new Uint8Array()): Promise<TextFiles> {
  const found = (await Promise.all(paths.map(filesBelow))).flat();
  if (found.length === 0) {
    throw problem(
      `"${shownName(paths[0] ?? '')}" contains no files. Choose a text file, or a folder that contains some.`,
    );
  }
  const sizes = new Map<string, number>();
  const pool = createFilePool((path) => openPart(path, sizes.get(path)));
  let files: FoundFile[];
  try {
    files = await lookAt(found, pool);
  } catch (error) {
    await pool.close();
    throw error;
  }
  for (const { path, bytes } of files) sizes.set(path, bytes);
  const { stretches, bytes, innerMarks } = layOut(files, between);

  const readStretch = async ({ source, from, bytes: length }: Stretch, into: Uint8Array, position: number) => {
    if (typeof source !== 'string') {
      into.set(source.subarray(position, position + into.length));
      return;
    }
    const isWhole = await pool.use(source, (handle) => readFully(handle, into, from + position));
    if (isWhole) return;
    throw problem(
      `"${shownName(source)}" is now shorter than ${numberInSentence(from + length)} bytes. Restore the original file, then resume.`,
    );
  };
  const names = found.map(shownName);
  const first = names[0] ?? '';
  return {
    name: names.length === 1 ? first : `${first} and ${names.length - 1} more`,
    names,
    paths: found,
    bytes,
    innerMarks,
    async read(into, offset) {
      for (let done = 0, index = stretchAt(stretches, offset); done < into.length; index++) {
        const stretch = stretches[index];
        if (!stretch) return;
        const position = offset + done - stretch.start;
        const count = Math.min(into.length - done, stretch.bytes - position);
        await readStretch(stretch, into.subarray(done, done + count), position);
        done += count;
      }
    },
    placeOf(offset) {
      const index = stretchAt(stretches, offset);
      // What stands between two files belongs to the one before.
      const stretch = stretches.slice(0, index + 1).findLast(({ source }) => typeof source === 'string');
      const { source = '', from = 0, start = 0 } = stretch ?? {};
      return { file: shownName(String(source)), at: from + offset - start };
    },
    close: () => pool.close(),
  };
}
