// Opens files and folders as one text, in name order and without a copy; reads any stretch of it from where it lies.
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { numberInSentence, problem } from '../problem';

export interface TextFiles {
  /** The text's name: the file's name, or the first's and how many follow. */
  name: string;
  names: string[];
  paths: string[];
  bytes: number;
  /** Fills `into` with the text from `offset` on; throws a `Problem` if a file has changed its length or vanished. */
  read(into: Uint8Array, offset: number): Promise<void>;
  close(): Promise<void>;
}

interface OpenFile {
  path: string;
  handle: FileHandle;
  start: number;
  bytes: number;
}

const nameOrder = new Intl.Collator('en', { numeric: true });

/** The files below a folder, or the file itself, in name order; hidden ones are passed over. */
async function filesBelow(path: string): Promise<string[]> {
  const facts = await stat(path);
  if (facts.isFile()) return [path];
  if (!facts.isDirectory()) throw problem(`"${basename(path)}" is neither a file nor a folder. Choose a text file.`);
  const entries = await readdir(path, { withFileTypes: true });
  const visible = entries.filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()));
  visible.sort((a, b) => nameOrder.compare(a.name, b.name));
  const found: string[] = [];
  for (const entry of visible) {
    if (entry.isFile()) found.push(join(path, entry.name));
    else found.push(...(await filesBelow(join(path, entry.name))));
  }
  return found;
}

async function openAll(paths: string[]): Promise<OpenFile[]> {
  const files: OpenFile[] = [];
  try {
    for (const path of paths) {
      const handle = await open(path, 'r');
      const last = files.at(-1);
      const start = last ? last.start + last.bytes : 0;
      const file = { path, handle, start, bytes: 0 };
      files.push(file);
      file.bytes = (await handle.stat()).size;
    }
    return files;
  } catch (error) {
    await Promise.all(files.map((file) => file.handle.close()));
    throw error;
  }
}

async function readFrom(file: OpenFile, into: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < into.length;) {
    const { bytesRead } = await file.handle.read(into, done, into.length - done, position + done);
    if (bytesRead === 0) {
      const name = basename(file.path);
      throw problem(
        `"${name}" is now shorter than ${numberInSentence(file.bytes)} bytes. Restore the original file, then resume.`,
      );
    }
    done += bytesRead;
  }
}

/** `paths` are files and folders; throws a `Problem` if one cannot be read or nothing is in them. */
export async function openTextFiles(paths: string[]): Promise<TextFiles> {
  const found = (await Promise.all(paths.map(filesBelow))).flat();
  if (found.length === 0) {
    throw problem(
      `"${basename(paths[0] ?? '')}" contains no files. Choose a text file, or a folder that contains some.`,
    );
  }
  const files = await openAll(found);
  const names = found.map((path) => basename(path));
  const first = names[0] ?? '';
  const last = files.at(-1);
  return {
    name: names.length === 1 ? first : `${first} and ${names.length - 1} more`,
    names,
    paths: found,
    bytes: last ? last.start + last.bytes : 0,
    async read(into, offset) {
      for (const file of files) {
        const from = Math.max(offset, file.start);
        const end = Math.min(offset + into.length, file.start + file.bytes);
        if (from < end) await readFrom(file, into.subarray(from - offset, end - offset), from - file.start);
      }
    },
    async close() {
      await Promise.all(files.map((file) => file.handle.close()));
    },
  };
}
