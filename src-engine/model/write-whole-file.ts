// Writes a file so that after any crash it is either the old one or the new one, whole.
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** Makes the renaming itself survive a power cut; Windows has no such thing for folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Temporary file in the same folder, fsync, rename, fsync of the folder; rejects with the system's error, the old file untouched. */
export async function writeWholeFile(path: string, data: Uint8Array | string): Promise<void> {
  const content = typeof data === 'string' ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  await writeFileAtomic(path, content);
  await syncFolder(dirname(path));
}
