// Reads ahead for every lane from its own place in the file, so that a text of any size costs the same memory.
import type { Lanes } from './lanes';
import type { TextFiles } from './text-files';

/** Read-ahead of all lanes together. */
const READ_AHEAD_BYTES = 8 * 1024 * 1024;
const MOST_A_LANE = 256 * 1024;

interface Stretch {
  offset: number;
  bytes: Uint8Array;
}

export interface LaneReader {
  /**
   * Fills feed (updates, T+1, B) with the bytes of `updates` updates beginning at update `first` of an epoch.
   * They may not reach past the epoch's end.
   */
  fill(feed: Uint8Array, first: number, updates: number): Promise<void>;
}

export function createLaneReader(text: TextFiles, { lanes, steps, laneBytes }: Lanes): LaneReader {
  const ahead = Math.max(4096, Math.min(MOST_A_LANE, Math.floor(READ_AHEAD_BYTES / lanes)));
  const stretches: Stretch[] = Array.from({ length: lanes }, () => ({ offset: 0, bytes: new Uint8Array(0) }));

  /** The bytes from `offset` on, at least `length` of them, from what was read ahead or from the file. */
  async function stretchAt(lane: number, offset: number, length: number): Promise<Uint8Array> {
    const known = stretches[lane];
    if (known && offset >= known.offset && offset + length <= known.offset + known.bytes.length) {
      return known.bytes.subarray(offset - known.offset);
    }
    const laneEnd = (lane + 1) * laneBytes + 1;
    const bytes = new Uint8Array(Math.min(laneEnd - offset, Math.max(ahead, length)));
    await text.read(bytes, offset);
    stretches[lane] = { offset, bytes };
    return bytes;
  }

  return {
    async fill(feed, first, updates) {
      const length = updates * steps + 1;
      const found = await Promise.all(
        stretches.map((_, lane) => stretchAt(lane, lane * laneBytes + first * steps, length)),
      );
      for (const [lane, bytes] of found.entries()) {
        for (let update = 0; update < updates; update++) {
          const to = update * (steps + 1) * lanes + lane;
          const from = update * steps;
          for (let step = 0; step <= steps; step++) feed[to + step * lanes] = bytes[from + step] ?? 0;
        }
      }
    },
  };
}
