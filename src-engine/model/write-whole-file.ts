// Writes a file so that after any crash, or on a full disk, it is either the old one or the new one, whole.
import { createHash } from 'node:crypto';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { checkPlaceForFile } from '../files/regular-file';

/** What a file system answers that has no fsync of a folder; the file itself is safe by then. */
const WITHOUT_FOLDER_SYNC = ['EINVAL', 'ENOTSUP', 'EACCES', 'EPERM'];

/** Makes the renaming itself survive a power cut; Windows has no such thing for folders. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!WITHOUT_FOLDER_SYNC.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** With what write-file-atomic adds to a temporary file's name, more would be too long for a file system. */
const MOST_NAME_BYTES = 240;

async function writeAtomically(path: string, data: WholeFileData): Promise<void> {
  // write-file-atomic 7 writes once and does not look how much was written: on a full disk it would put a cut file
  // in the good one's place. So it is given nothing to write, and `writeFile`, which continues or fails, fills its file.
  // oxlint-disable-next-line typescript/no-misused-promises -- it waits for the promise, which its types do not say
  await writeFileAtomic(path, '', { tmpfileCreated: (temporary: string) => writeFile(temporary, data) });
}

/** Under a short name beside it first. */
async function writeUnderLongName(path: string, data: WholeFileData): Promise<void> {
  const short = join(dirname(path), `.${createHash('sha256').update(basename(path)).digest('hex')}`);
  try {
    await writeAtomically(short, data);
    await rename(short, path);
  } catch (error) {
    await rm(short, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** What comes piece by piece is never held whole. */
export type WholeFileData = Uint8Array | string | AsyncIterable<string | Uint8Array>;

/** Temporary file in the same folder, fsync, rename, fsync of the folder; rejects with the system's error or a `Problem`, the old file untouched. */
export async function writeWholeFile(path: string, data: WholeFileData): Promise<void> {
  await checkPlaceForFile(path);
  const isLong = Buffer.byteLength(basename(path)) > MOST_NAME_BYTES;
  try {
    await (isLong ? writeUnderLongName(path, data) : writeAtomically(path, data));
  } catch (error) {
    // The user knows the file, not the temporary one beside it.
    throw Object.assign(error as Error, { path });
  }
  await syncFolder(dirname(path));
}
