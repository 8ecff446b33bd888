// Generates: a prompt warms the state, then each byte drawn is read in turn.
import { createRandom, nextUniform } from '../model/random';
import type { KernelSet } from '../kernels/load-kernels';
import type { Weights } from '../model/weights';
import type { SamplingOptions } from '../protocol/writing';
import { LEAST_TEMPERATURE, chooseByte, likeliestByte } from './choose-byte';
import type { NetworkStream } from './network-stream';
import { openingAtPrompt, type Memory, type Opening } from './opening';
import { openReading, type Reading } from './reading';
import { createRecentBytes } from './recent-bytes';
import { createStopMatcher } from './stop-text';
import { encodeText } from './text-encoding';
import { CHARACTER_BOUNDARY, afterByte, forbidBytes, stateAfter } from './utf8';

export interface GeneratorOptions {
  /** What the bytes of prompt and stop text mean. */
  encoding?: string;
  /** Instead of the prompt. */
  opening?: Opening;
  /** One that has begun to read the opening ahead. */
  reading?: Reading;
}

export interface Generator {
  /** Bytes of the prompt that the network has not yet read. */
  readonly unread: number;
  /** Reads up to `count` of them. */
  warm(count: number): void;
  /** Bytes not yet made. */
  readonly remaining: number;
  /** Makes up to `count` further bytes; into `probabilities` goes what the network itself gave each (softmax of the plain logits). */
  next(count: number, probabilities?: Float32Array): Uint8Array;
  /** Makes no more than what a character that is begun still needs. */
  endSoon(): void;
  memory(): Memory;
}

/** Draws the next byte as the options want it. */
function createChooser(stream: NetworkStream, options: SamplingOptions) {
  const { temperature, repetitionPenalty, repetitionWindow, validUtf8 } = options;
  const recent = repetitionPenalty > 1 ? createRecentBytes(repetitionWindow) : null;
  const order = new Uint8Array(256);
  /** The network's own expectation of the byte, and a copy for the filters. */
  const own = new Float32Array(256);
  const scratch = new Float32Array(256);
  const isPlain = temperature === 1 && !validUtf8 && !recent;
  let utf8 = CHARACTER_BOUNDARY;
  let probability = 0;

  const draw = (room: number, uniform: number, hasOwn: boolean) => {
    const { logits } = stream;
    if (validUtf8) forbidBytes(logits, utf8, room);
    recent?.penalise(logits, repetitionPenalty);
    if (temperature < LEAST_TEMPERATURE) return likeliestByte(logits);
    const probabilities = isPlain && hasOwn ? scratch : stream.probabilities(temperature);
    if (isPlain && hasOwn) scratch.set(own);
    return chooseByte(logits, probabilities, options, uniform, order);
  };
  return {
    /** Takes note of a byte of the text, drawn or given. */
    push(byte: number) {
      recent?.push(byte);
      if (validUtf8) utf8 = afterByte(utf8, byte);
    },
    begin(context: Uint8Array) {
      for (const byte of context) recent?.push(byte);
      if (validUtf8) utf8 = stateAfter(context);
    },
    get missing() {
      return utf8.missing;
    },
    /** What the network itself gave the byte drawn last. */
    get probability() {
      return probability;
    },
    choose(room: number, uniform: number, wantsProbability: boolean): number {
      if (wantsProbability) own.set(stream.probabilities(1));
      const byte = draw(room, uniform, wantsProbability);
      if (wantsProbability) probability = own[byte] ?? 0;
      return byte;
    },
  };
}

/** The same weights, options and seed give the same bytes. */
export function createGenerator(
  kernels: KernelSet,
  weights: Weights,
  options: SamplingOptions,
  { encoding = 'utf-8', opening, reading: begun }: GeneratorOptions = {},
): Generator {
  const begin = opening ?? openingAtPrompt(encodeText(options.prompt, encoding));
  const reading = begun ?? openReading(kernels, weights, begin);
  const { stream } = reading;
  const random = begin.memory ? begin.memory.random.slice() : createRandom(options.seed, 'sampling');
  for (let draw = 0; draw < begin.drawn; draw++) nextUniform(random);
  // Bytes of another encoding are not to be bent to UTF-8.
  const validUtf8 = options.validUtf8 && encoding === 'utf-8';
  const chooser = createChooser(stream, { ...options, validUtf8 });
  chooser.begin(begin.context);
  const completesStop = createStopMatcher(encodeText(options.stop, encoding));
  let remaining = options.bytes;

  return {
    get unread() {
      return reading.unread;
    },
    warm: (count) => reading.read(count),
    get remaining() {
      return remaining;
    },
    next(count, probabilities) {
      reading.read(reading.unread);
      const bytes = new Uint8Array(Math.min(count, remaining));
      let made = 0;
      while (made < bytes.length && remaining > 0) {
        const byte = chooser.choose(remaining, nextUniform(random), probabilities !== undefined);
        if (probabilities) probabilities[made] = chooser.probability;
        bytes[made++] = byte;
        chooser.push(byte);
        stream.read(byte);
        remaining -= 1;
        if (completesStop(byte)) remaining = 0;
      }
      return bytes.subarray(0, made);
    },
    endSoon() {
      remaining = Math.min(remaining, chooser.missing);
    },
    memory: () => ({ state: stream.state(), random: random.slice() }),
  };
}
