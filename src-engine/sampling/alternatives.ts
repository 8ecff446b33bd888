// The characters that a network finds most likely at one place, each with its probability: that of all its bytes together.
import type { NetworkStream } from './stream-over';
import { characterPart } from './characters';

export interface Alternative {
  bytes: number[];
  probability: number;
}

/** A character or the beginning of one: the bytes so far, and the network after all but the last of them. */
interface Begun extends Alternative {
  isWhole: boolean;
  before: Float32Array;
}

/** The most likely of `open` leaves it; the earlier of equals. */
function takeLikeliest(open: Begun[]): Begun | undefined {
  let best = 0;
  for (const [index, { probability }] of open.entries()) if (probability > (open[best]?.probability ?? 0)) best = index;
  return open.splice(best, 1)[0];
}

/**
 * The `count` most likely next characters, most likely first, by the network's own expectation (temperature 1, no filters).
 * Bytes that begin a longer character of the encoding are followed to its end; a byte that begins none counts by itself.
 * The stream is left where it was.
 */
export function likeliestCharacters(stream: NetworkStream, encoding: string, count: number): Alternative[] {
  const start = stream.state();
  const open: Begun[] = [];
  const extend = (before: Float32Array, begun: Alternative) => {
    for (const [byte, share] of stream.probabilities(1).entries()) {
      const bytes = [...begun.bytes, byte];
      const part = characterPart(bytes, encoding);
      if (part === 'none' && bytes.length > 1) continue;
      open.push({ bytes, probability: begun.probability * share, isWhole: part !== 'begun', before });
    }
  };
  extend(start, { bytes: [], probability: 1 });
  const found: Alternative[] = [];
  while (found.length < count) {
    const next = takeLikeliest(open);
    if (!next) break;
    if (next.isWhole) found.push({ bytes: next.bytes, probability: next.probability });
    else {
      stream.recall(next.before);
      stream.read(next.bytes.at(-1) ?? 0);
      extend(stream.state(), next);
    }
  }
  stream.recall(start);
  return found;
}
