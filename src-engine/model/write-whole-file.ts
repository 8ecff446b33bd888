// Writes a file so that after any crash, or on a full disk, it is either the old one or the new one, whole.
import { open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** What a file system answers that has no fsync of a folder; the file itself is safe by then. */
const WITHOUT_FOLDER_SYNC = ['EINVAL', 'ENOTSUP', 'EACCES', 'EPERM'];

/** Makes the renaming itself survive a power cut; Windows has no such thing for folders. */
async function syncFolder(path: string): Promise<void> {
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

/** What comes piece by piece is never held whole. */
export type WholeFileData = Uint8Array | string | AsyncIterable<string | Uint8Array>;

/** Temporary file in the same folder, fsync, rename, fsync of the folder; rejects with the system's error, the old file untouched. */
export async function writeWholeFile(path: string, data: WholeFileData): Promise<void> {
  // write-file-atomic 7 writes once and does not look how much was written: on a full disk it would put a cut file
  // in the good one's place. So it is given nothing to write, and `writeFile`, which continues or fails, fills its file.
  const options = { tmpfileCreated: (temporary: string) => writeFile(temporary, data) };
  try {
    await writeFileAtomic(path, '', options);
  } catch (error) {
    // The user knows the file, not the temporary one beside it.
    throw Object.assign(error as Error, { path });
  }
  await syncFolder(dirname(path));
}
