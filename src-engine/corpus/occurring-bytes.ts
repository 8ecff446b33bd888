// Finds which of the 256 byte values a text has.
import { readThrough } from './read-through';
import type { TextFiles } from './text-files';

export interface SearchOptions {
  signal?: AbortSignal;
  /** Called after every piece, 0 to 1. */
  onProgress?(share: number): void;
}

/**
 * Ascending. The whole text is read, in pieces, so nothing else waits for long; it ends early once all 256 have been met.
 * Rejects with the signal's reason when that is aborted.
 */
export async function occurringBytes(text: TextFiles, { signal, onProgress }: SearchOptions = {}): Promise<number[]> {
  const met = new Uint8Array(256);
  const see = (piece: Uint8Array, endOffset: number) => {
    for (const byte of piece) met[byte] = 1;
    onProgress?.(endOffset / text.bytes);
    return met.includes(0);
  };
  await readThrough(text, see, { signal });
  return Array.from(met.keys()).filter((byte) => met[byte] === 1);
}
