// Reads a file piece by piece, saying how far it is.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { systemPath } from '../files/system-names';

export async function* filePieces(path: string, progress: (share: number) => void): AsyncGenerator<Uint8Array> {
  const place = systemPath(path);
  const { size } = await stat(place);
  let read = 0;
  for await (const piece of createReadStream(place, { highWaterMark: 2 ** 16 })) {
    yield piece as Uint8Array;
    read += (piece as Uint8Array).length;
    progress(size === 0 ? 1 : read / size);
  }
}
