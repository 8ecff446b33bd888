// Generates: a prompt warms the state, then each byte drawn is read in turn.
import { createRandom, nextUniform } from '../model/random';
import type { Weights } from '../model/weights';
import type { SamplingOptions } from '../protocol';
import { LEAST_TEMPERATURE, applyFilters, drawByte, likeliestByte } from './choose-byte';
import { openNetworkStream } from './network-stream';
import { CHARACTER_BOUNDARY, afterByte, isAllowed, stateAfter } from './utf8';

export interface Generator {
  /** Bytes not yet made. */
  readonly remaining: number;
  /** Makes up to `count` further bytes. */
  next(count: number): Uint8Array;
}

/** The byte before a text that begins with nothing: a text's beginning is most like that of a line. */
const LINE_END = 10;

/** The same weights, options and seed give the same bytes. */
export function createGenerator(module: WebAssembly.Module, weights: Weights, options: SamplingOptions): Generator {
  const stream = openNetworkStream(module, weights);
  const random = createRandom(options.seed, 'sampling');
  const prompt = new TextEncoder().encode(options.prompt);
  if (prompt.length === 0) stream.read(LINE_END);
  for (const byte of prompt) stream.read(byte);
  let utf8 = options.validUtf8 ? stateAfter(prompt) : CHARACTER_BOUNDARY;
  let remaining = options.bytes;

  const allowed = (byte: number) => !options.validUtf8 || isAllowed(utf8, byte, remaining);
  const choose = () => {
    if (options.temperature < LEAST_TEMPERATURE) return likeliestByte(stream.logits, allowed);
    if (options.validUtf8) for (let byte = 0; byte < 256; byte++) if (!allowed(byte)) stream.logits[byte] = -Infinity;
    const probabilities = stream.probabilities(options.temperature);
    applyFilters(probabilities, options);
    return drawByte(probabilities, nextUniform(random));
  };
  return {
    get remaining() {
      return remaining;
    },
    next(count) {
      const bytes = new Uint8Array(Math.min(count, remaining));
      for (let index = 0; index < bytes.length; index++) {
        const byte = choose();
        bytes[index] = byte;
        if (options.validUtf8) utf8 = afterByte(utf8, byte);
        stream.read(byte);
        remaining -= 1;
      }
      return bytes;
    },
  };
}
