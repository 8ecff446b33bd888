// A network that reads what stands before a text, a few bytes at a time, so that reading a long prompt holds up nothing else.
import { standAt, type Opening } from './opening';
import type { NetworkStream } from './stream-over';

export interface Reading {
  readonly stream: NetworkStream;
  /** Bytes that it has not yet read. */
  readonly unread: number;
  /** Reads up to `count` of them. */
  read(count: number): void;
}

/** Of a network at the zero state. */
export function readingOf(stream: NetworkStream, opening: Opening): Reading {
  standAt(stream, opening);
  const { context } = opening;
  let { unread } = opening;
  return {
    stream,
    get unread() {
      return unread;
    },
    read(count) {
      for (const end = Math.max(0, unread - count); unread > end; unread--)
        stream.read(context[context.length - unread] ?? 0);
    },
  };
}
