// Opens regular files only: a pipe would block a thread for ever, and a device has no end.
import { constants, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { numberInSentence, problem } from '../problem';
import { readableName, systemPath } from './system-names';

/** Does not wait for a pipe's other end; Windows has no such flag, and no such pipes among its files. */
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export interface RegularFile {
  handle: FileHandle;
  facts: Stats;
}

/** What something is, as part of a sentence. */
export function whatItIs(facts: Stats): string {
  if (facts.isFile()) return 'a file';
  if (facts.isDirectory()) return 'a folder';
  if (facts.isSocket()) return 'a socket, not a file';
  if (facts.isFIFO()) return 'a pipe, not a file';
  return 'a device, not a file';
}

function checkRegular(path: string, facts: Stats, advice: string): void {
  if (facts.isFile()) return;
  throw problem(`"${readableName(basename(path))}" is ${whatItIs(facts)}. ${advice}`);
}

/** Throws a `Problem` for anything else, which ends with `advice`. */
export async function openRegularFile(path: string, advice = 'Choose a file.'): Promise<RegularFile> {
  const place = systemPath(path);
  // Before it is opened: opening a device may do something.
  checkRegular(path, await stat(place), advice);
  const handle = await open(place, READ_AT_ONCE);
  try {
    const facts = await handle.stat();
    checkRegular(path, facts, advice);
    return { handle, facts };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Throws a `Problem` where something stands that is no folder. */
export async function checkFolder(path: string): Promise<void> {
  const facts = await stat(systemPath(path)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (!facts || facts.isDirectory()) return;
  throw problem(`"${readableName(basename(path))}" is ${whatItIs(facts)}; a run is a folder. Choose a folder.`);
}

/** Throws a `Problem` for a device or a pipe: one that a file is put in the place of is gone, for every program of the computer. */
export async function checkPlaceForFile(path: string): Promise<void> {
  const facts = await stat(systemPath(path)).catch(() => null);
  if (!facts || facts.isFile() || facts.isDirectory()) return;
  throw problem(`"${readableName(basename(path))}" is ${whatItIs(facts)}. Choose another name.`);
}

/** Fills `into` from a position; false where the file ends before. */
export async function readFully(handle: FileHandle, into: Uint8Array, position: number): Promise<boolean> {
  for (let done = 0; done < into.length;) {
    const { bytesRead } = await handle.read(into, done, into.length - done, position + done);
    if (bytesRead === 0) return false;
    done += bytesRead;
  }
  return true;
}

/** All of a file that has to be small to be what it should be; throws a `Problem` if it has more than `mostBytes`. */
export async function readSmallFile(path: string, mostBytes: number): Promise<Buffer> {
  const { handle, facts } = await openRegularFile(path);
  try {
    if (facts.size > mostBytes) {
      throw problem(
        `"${readableName(basename(path))}" has ${numberInSentence(facts.size)} bytes; at most ${numberInSentence(mostBytes)} are expected. Choose another file.`,
      );
    }
    const bytes = Buffer.alloc(facts.size);
    if (await readFully(handle, bytes, 0)) return bytes;
    throw problem(`"${readableName(basename(path))}" became shorter while it was read. Try again.`);
  } finally {
    await handle.close();
  }
}
