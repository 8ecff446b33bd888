// Generates with a network that reads: a prompt warms the state, then each byte drawn is read in turn.
import { createRandom, nextUniform } from '../model/random';
import type { SamplingOptions } from '../protocol/writing';
import { createCarefulWriting } from './careful-writing';
import type { TextEncoding } from './encoding';
import type { Ending } from './endings';
import { forbiddenAutomaton } from './forbidden-automaton';
import { createForbiddenWatch } from './forbidden-watch';
import type { Memory, Opening } from './opening';
import type { Reading } from './reading';
import { createWritingHead } from './writing-head';

export interface Generator {
  /** Bytes of the prompt that the network has not yet read. */
  readonly unread: number;
  /** Reads up to `count` of them. */
  warm(count: number): void;
  /** Bytes not yet made. */
  readonly remaining: number;
  /** What has ended the text before its length. */
  readonly ending: Ending | null;
  /** Makes up to `count` further bytes; into `probabilities` goes what the network itself gave each (softmax of the plain logits). */
  next(count: number, probabilities?: Float32Array): Uint8Array;
  /** Makes no more than what a character that is begun still needs. */
  endSoon(): void;
  memory(): Memory;
}

const NOTHING_FORBIDDEN: readonly number[] = [];

/** What is written, from where the reading begins; `encoding` says what the bytes of the options' texts mean. */
export interface Writing {
  options: SamplingOptions;
  encoding: TextEncoding;
  opening: Opening;
}

/** The same weights, options and seed give the same bytes. */
export function generatorFrom(reading: Reading, { options, encoding, opening: begin }: Writing): Generator {
  const random = begin.memory ? begin.memory.random.slice() : createRandom(options.seed, 'sampling');
  for (let draw = 0; draw < begin.drawn; draw++) nextUniform(random);
  const watch = options.never.length > 0 ? createForbiddenWatch(forbiddenAutomaton(options.never, encoding)) : null;
  const { stream } = reading;
  const { context } = begin;
  const head = createWritingHead({ stream, options, encoding, random, single: watch?.single ?? null, context });
  const careful = watch ? createCarefulWriting(head, watch, context) : null;
  let remaining = options.bytes;
  let ending: Ending | null = null;

  const drawPlainly = (wantsProbability: boolean): number => {
    const byte = head.draw(remaining, wantsProbability, NOTHING_FORBIDDEN);
    ending = head.push(byte);
    return byte;
  };
  return {
    get unread() {
      return reading.unread;
    },
    warm: (count) => reading.read(count),
    get remaining() {
      return remaining;
    },
    get ending() {
      return ending;
    },
    next(count, probabilities) {
      reading.read(reading.unread);
      const bytes = new Uint8Array(Math.min(count, remaining));
      let made = 0;
      while (made < bytes.length && remaining > 0) {
        const wantsProbability = probabilities !== undefined;
        const stays = careful?.next(remaining, wantsProbability);
        const byte = careful ? stays?.byte : drawPlainly(wantsProbability);
        if (careful) ({ ending } = careful);
        if (byte === undefined) {
          remaining = 0;
          break;
        }
        if (probabilities) probabilities[made] = stays ? stays.probability : head.probability;
        bytes[made++] = byte;
        remaining = ending ? 0 : remaining - 1;
      }
      return bytes.subarray(0, made);
    },
    endSoon() {
      remaining = Math.min(remaining, (careful ?? head).missing);
    },
    memory: () => (careful ?? head).memory(),
  };
}
