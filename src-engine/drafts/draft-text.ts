// Reads a draft's bytes and what the network gave each, a stretch at a time; a crash may have left more of the one than of the other.
import { open, stat } from 'node:fs/promises';
import type { DraftFiles } from './draft-record';

export interface Stretch {
  from: number;
  bytes: Uint8Array;
  probabilities: Float32Array;
}

const PIECE_BYTES = 65_536;

/** How many bytes are there whole: with what the network gave them. */
export async function draftBytes({ text, probabilities }: DraftFiles): Promise<number> {
  const [{ size: textBytes }, { size: probabilityBytes }] = await Promise.all([stat(text), stat(probabilities)]);
  return Math.min(textBytes, Math.floor(probabilityBytes / 4));
}

async function readPart(path: string, from: number, bytes: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const part = new Uint8Array(bytes);
    let filled = 0;
    while (filled < bytes) {
      const { bytesRead } = await file.read(part, filled, bytes - filled, from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return part.subarray(0, filled);
  } finally {
    await file.close();
  }
}

/** Fewer than `bytes` at the draft's end. */
export async function readStretch(files: DraftFiles, from: number, bytes: number): Promise<Stretch> {
  const [text, probabilities] = await Promise.all([
    readPart(files.text, from, bytes),
    readPart(files.probabilities, 4 * from, 4 * bytes),
  ]);
  const whole = Math.min(text.length, Math.floor(probabilities.length / 4));
  return { from, bytes: text.slice(0, whole), probabilities: new Float32Array(probabilities.buffer, 0, whole).slice() };
}

/** The whole of a draft, or what lies before `end`, piece by piece. */
export async function* readPieces(files: DraftFiles, end = Infinity): AsyncGenerator<Stretch> {
  for (let from = 0; from < end;) {
    const stretch = await readStretch(files, from, Math.min(PIECE_BYTES, end - from));
    if (stretch.bytes.length === 0) return;
    yield stretch;
    from += stretch.bytes.length;
  }
}
