// Reads a whole text once, a piece at a time, so that nothing else in the engine waits for long.
import type { TextFiles } from './text-files';

const PIECE_BYTES = 2 ** 20;

export interface ReadThroughOptions {
  /** Where to begin. */
  from?: number;
  /** Ends it before its time: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * `see` gets piece after piece, from where to where it reaches in the text; it is overwritten by the next one. When it
 * answers false, it has seen enough.
 */
export async function readThrough(
  text: TextFiles,
  see: (piece: Uint8Array, endOffset: number) => boolean | Promise<boolean>,
  { from = 0, signal }: ReadThroughOptions = {},
): Promise<void> {
  const memory = new Uint8Array(Math.min(PIECE_BYTES, text.bytes));
  for (let offset = from; offset < text.bytes; offset += memory.length) {
    signal?.throwIfAborted();
    const piece = memory.subarray(0, Math.min(memory.length, text.bytes - offset));
    await text.read(piece, offset);
    if (!(await see(piece, offset + piece.length))) return;
  }
}
