// Finds which of the 256 byte values a text has.
import type { TextFiles } from './text-files';

const BYTES_AT_ONCE = 2 ** 20;

/** Ascending. The whole text is read, in pieces, so nothing else waits for long; it ends early once all 256 have been met. */
export async function occurringBytes(text: TextFiles): Promise<number[]> {
  const met = new Uint8Array(256);
  const piece = new Uint8Array(Math.min(BYTES_AT_ONCE, text.bytes));
  for (let offset = 0; offset < text.bytes && met.includes(0); offset += piece.length) {
    const part = piece.subarray(0, Math.min(piece.length, text.bytes - offset));
    await text.read(part, offset);
    for (const byte of part) met[byte] = 1;
  }
  return Array.from(met.keys()).filter((byte) => met[byte] === 1);
}
