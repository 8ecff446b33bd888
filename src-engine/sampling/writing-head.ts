// A network at the end of the text that it writes: draws a byte, reads it, and can be put back to where it stood.
import { createRandom, nextUint32, nextUniform, type RandomState } from '../model/random';
import type { SamplingOptions } from '../protocol/writing';
import { createChooser } from './byte-chooser';
import type { TextEncoding } from './encoding';
import { createEndings, type Ending } from './endings';
import type { NetworkStream } from './stream-over';
import type { Memory } from './opening';

/** Further back no setting looks. */
const MOST_LOOKED_BACK = 8192;

export interface WritingHead {
  /** Bytes that the character begun still needs. */
  readonly missing: number;
  /** What the network itself gave the byte drawn last. */
  readonly probability: number;
  /**
   * Draws a byte; -1 where none is left. `forbidden`: those that were drawn here before, each of which led nowhere.
   * The first draw at a place uses the text's own random numbers, each further one a stream of its own.
   */
  draw(room: number, wantsProbability: boolean, forbidden: readonly number[]): number;
  /** Reads what was drawn; what that ends. */
  push(byte: number): Ending | null;
  memory(): Memory;
  /** To where a memory was made, with nothing read since. */
  again(memory: Memory): void;
  /** To where a memory was made, `context` (given) and `generated` being the text's end there. */
  back(memory: Memory, context: Uint8Array, generated: Uint8Array): void;
}

export interface HeadParts {
  stream: NetworkStream;
  options: SamplingOptions;
  encoding: TextEncoding;
  random: RandomState;
  /** Bytes that are forbidden everywhere; null: none. */
  single: Uint8Array | null;
  context: Uint8Array;
}

export function createWritingHead({ stream, options, encoding, random, single, context }: HeadParts): WritingHead {
  const minds = (before: Uint8Array, generated: Uint8Array) => {
    const mind = { chooser: createChooser(stream, options, encoding), endings: createEndings(options, encoding) };
    const near = before.subarray(Math.max(0, before.length - MOST_LOOKED_BACK));
    mind.chooser.begin(near, generated);
    mind.endings.begin(near, generated);
    return mind;
  };
  let { chooser, endings } = minds(context, new Uint8Array());
  const refused = new Uint8Array(256);

  const maskOf = (forbidden: readonly number[]): Uint8Array | null => {
    if (forbidden.length === 0) return single;
    refused.fill(0);
    if (single) refused.set(single);
    for (const byte of forbidden) refused[byte] = 1;
    return refused;
  };
  const uniformFor = (attempt: number): number => {
    const word = nextUint32(random);
    return attempt === 0 ? (word >>> 8) / 2 ** 24 : nextUniform(createRandom(word, `another way ${attempt}`));
  };
  const again = (memory: Memory) => {
    stream.recall(memory.state);
    random.set(memory.random);
  };
  return {
    get missing() {
      return chooser.missing;
    },
    get probability() {
      return chooser.probability;
    },
    draw: (room, wantsProbability, forbidden) =>
      chooser.choose(room, uniformFor(forbidden.length), wantsProbability, maskOf(forbidden)),
    push(byte) {
      chooser.push(byte);
      stream.read(byte);
      return endings.push(byte);
    },
    memory: () => ({ state: stream.state(), random: random.slice() }),
    again,
    back(memory, before, generated) {
      again(memory);
      ({ chooser, endings } = minds(before, generated));
    },
  };
}
