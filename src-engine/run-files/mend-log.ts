// Mends the end of a log that a crash has torn, so that the next line is not glued to half of another.
import { open, type FileHandle } from 'node:fs/promises';

const PIECE_BYTES = 64 * 1024;
const NEWLINE = 10;
/** Far above any entry: what is longer is damage. */
const MOST_LINE_BYTES = 16 * 2 ** 20;

async function readPiece(file: FileHandle, from: number, end: number): Promise<Buffer> {
  const piece = Buffer.alloc(end - from);
  const { bytesRead } = await file.read(piece, 0, piece.length, from);
  return piece.subarray(0, bytesRead);
}

/** Where the last line begins; the file's size when it ends with a whole line. */
async function lastLineStart(file: FileHandle, size: number): Promise<number> {
  for (let end = size; end > 0; end -= PIECE_BYTES) {
    const from = Math.max(0, end - PIECE_BYTES);
    const newline = (await readPiece(file, from, end)).lastIndexOf(NEWLINE);
    if (newline >= 0) return from + newline + 1;
  }
  return 0;
}

function isWholeEntry(line: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(line.toString());
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** A last line that only lacks its end is given it; half a line is cut off. A missing log needs nothing. */
export async function mendLog(path: string): Promise<void> {
  const file = await open(path, 'r+').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return;
  try {
    const { size } = await file.stat();
    const start = await lastLineStart(file, size);
    if (start === size) return;
    const isWhole = size - start <= MOST_LINE_BYTES && isWholeEntry(await readPiece(file, start, size));
    if (isWhole) await file.write('\n', size);
    else await file.truncate(start);
    await file.sync();
  } finally {
    await file.close();
  }
}
