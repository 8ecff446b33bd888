// Reads a file that cannot be read in pieces: as characters in the encoding that its bytes suggest, or as bytes. It has to be of a size that does no harm.
import { guessEncoding } from '../corpus/guess-encoding';
import { readSmallFile } from '../files/regular-file';
import type { Reading } from './reading';

export function readWholeBytes({ path, limits }: Pick<Reading, 'path' | 'limits'>): Promise<Buffer> {
  return readSmallFile(path, limits.wholeBytes);
}

export async function readWhole(reading: Reading): Promise<string> {
  const bytes = await readWholeBytes(reading);
  return new TextDecoder(guessEncoding(bytes).encoding).decode(bytes);
}
