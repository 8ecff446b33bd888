// What tells two texts of the same length apart, wherever they differ: slow for a long one, so it is taken beside other work.
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { systemPath } from '../files/system-names';
import type { TextFiles } from './text-files';

const PIECE_BYTES = 2 ** 20;
/** Of the time; the rest is left to the work beside it. */
const BUSY_SHARE = 1 / 8;

/** SHA-256, as hex, of the whole text; rejects when it is aborted. */
export async function fullChecksum(text: TextFiles, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < text.bytes; offset += PIECE_BYTES) {
    const startedMs = performance.now();
    const piece = new Uint8Array(Math.min(PIECE_BYTES, text.bytes - offset));
    await text.read(piece, offset);
    signal.throwIfAborted();
    hash.update(piece);
    const restMs = (performance.now() - startedMs) * (1 / BUSY_SHARE - 1);
    await wait(restMs, undefined, { signal, ref: false });
  }
  return hash.digest('hex');
}

/** Sizes, times and inodes of files as one short text: while it is the same, so are they. Null where one is missing. */
export async function fileFacts(paths: readonly string[]): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for (const path of paths) {
      const { size, mtimeNs, ctimeNs, ino } = await stat(systemPath(path), { bigint: true });
      hash.update(`${size} ${mtimeNs} ${ctimeNs} ${ino}\n`);
    }
  } catch {
    return null;
  }
  return hash.digest('hex');
}
