// Reads the whole lines of a long log piece by piece, and says where each ends, so that a stretch of it can be found again.
import type { FileHandle } from 'node:fs/promises';

const PIECE_BYTES = 4 << 20;
const NEWLINE = 10;

export interface LogLine<Entry> {
  /** Null when the line is damaged, or holds anything else. */
  entry: Entry | null;
  /** Where the next line begins. */
  endOffset: number;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * The lines of bytes `from` … `to`, many at a time; `from` is a line's first byte. A last line without its end is left out.
 * `asEntry` makes an entry of a line's value, or null of any other value.
 */
export async function* linesOf<Entry>(
  file: FileHandle,
  from: number,
  to: number,
  asEntry: (value: unknown) => Entry | null,
): AsyncGenerator<LogLine<Entry>[]> {
  let begun: Buffer = Buffer.alloc(0);
  for (let offset = from; offset < to;) {
    const piece = Buffer.alloc(Math.min(PIECE_BYTES, to - offset));
    const { bytesRead } = await file.read(piece, 0, piece.length, offset);
    if (bytesRead === 0) return;
    const together = Buffer.concat([begun, piece.subarray(0, bytesRead)]);
    const startOffset = offset - begun.length;
    const lines: LogLine<Entry>[] = [];
    let at = 0;
    for (let end = together.indexOf(NEWLINE); end >= 0; end = together.indexOf(NEWLINE, at)) {
      lines.push({
        entry: asEntry(parsed(together.toString('utf8', at, end))),
        endOffset: startOffset + end + 1,
      });
      at = end + 1;
    }
    begun = together.subarray(at);
    offset += bytesRead;
    yield lines;
  }
}
