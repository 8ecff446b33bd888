// The characters that a network finds most likely at one place, each with its probability: that of all its bytes together.
import type { NetworkStream } from './network-stream';
import { CHARACTER_BOUNDARY, afterByte, isAllowed, type Utf8State } from './utf8';

export interface Alternative {
  bytes: number[];
  probability: number;
}

/** A character begun: the bytes so far, and the network after all but the last of them. */
interface Begun extends Alternative {
  utf8: Utf8State;
  before: Float32Array;
}

/** Longer than a whole character is: a lead byte that promises more than follows counts as itself. */
const LONGEST_CHARACTER = 4;

/** The most likely of `open` leaves it; the earlier of equals. */
function takeLikeliest(open: Begun[]): Begun | undefined {
  let best = 0;
  for (const [index, { probability }] of open.entries()) if (probability > (open[best]?.probability ?? 0)) best = index;
  return open.splice(best, 1)[0];
}

/**
 * The `count` most likely next characters, most likely first, by the network's own expectation (temperature 1, no filters).
 * `inUtf8`: bytes that begin a longer character are followed to its end; a byte that begins none, and in other encodings
 * every byte, counts by itself. The stream is left where it was.
 */
export function likeliestCharacters(stream: NetworkStream, inUtf8: boolean, count: number): Alternative[] {
  const start = stream.state();
  const open: Begun[] = [];
  const extend = (before: Float32Array, begun: Alternative, utf8: Utf8State) => {
    for (const [byte, share] of stream.probabilities(1).entries()) {
      const isWithin = utf8.missing > 0;
      if (isWithin && !isAllowed(utf8, byte, LONGEST_CHARACTER)) continue;
      const isCharacter = inUtf8 && isAllowed(utf8, byte, LONGEST_CHARACTER);
      open.push({
        bytes: [...begun.bytes, byte],
        probability: begun.probability * share,
        utf8: isCharacter ? afterByte(utf8, byte) : CHARACTER_BOUNDARY,
        before,
      });
    }
  };
  extend(start, { bytes: [], probability: 1 }, CHARACTER_BOUNDARY);
  const found: Alternative[] = [];
  while (found.length < count) {
    const next = takeLikeliest(open);
    if (!next) break;
    if (next.utf8.missing === 0) found.push({ bytes: next.bytes, probability: next.probability });
    else {
      stream.recall(next.before);
      stream.read(next.bytes.at(-1) ?? 0);
      extend(stream.state(), next, next.utf8);
    }
  }
  stream.recall(start);
  return found;
}
