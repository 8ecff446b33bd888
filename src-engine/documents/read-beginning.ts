// Reads the first bytes of a file, by which it is recognised.
import { openRegularFile, readFully } from '../files/regular-file';
import { BEGINNING_BYTES } from './recognise';

export async function readBeginning(path: string): Promise<Uint8Array> {
  const { handle, facts } = await openRegularFile(path, 'Choose a text file.');
  try {
    const beginning = new Uint8Array(Math.min(BEGINNING_BYTES, facts.size));
    await readFully(handle, beginning, 0);
    return beginning;
  } finally {
    await handle.close();
  }
}
