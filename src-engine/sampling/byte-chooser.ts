// Chooses the next byte as the options want it: steps 1 to 5 here (docs/writing.md), the rest in choose-byte.ts.
import type { SamplingOptions } from '../protocol/writing';
import { LEAST_TEMPERATURE, chooseByte, likeliestByte } from './choose-byte';
import type { TextEncoding } from './encoding';
import type { NetworkStream } from './stream-over';
import { createRather } from './rather';
import { createRecentBytes } from './recent-bytes';
import { createRepeatPenalty } from './repeat-penalty';
import { CHARACTER_BOUNDARY, afterByte, forbidBytes, stateAfter } from './utf8';

export interface Chooser {
  /** Takes note of a byte of the text, drawn or given. */
  push(byte: number): void;
  /** Takes note of the text so far: what was given, then what was generated. */
  begin(context: Uint8Array, generated: Uint8Array): void;
  /** Bytes that the character begun still needs, where valid UTF-8 is asked for. */
  readonly missing: number;
  /** What the network itself gave the byte chosen last. */
  readonly probability: number;
  /**
   * `room`: bytes that may still be written; `isForbidden`: by byte, not to be chosen here. -1 where nothing is left to choose.
   */
  choose(room: number, uniform: number, wantsProbability: boolean, isForbidden: Uint8Array | null): number;
}

/** Their logits become -∞, in place; false where no byte is left. */
function forbid(logits: Float32Array, isForbidden: Uint8Array): boolean {
  let canGoOn = false;
  for (let byte = 0; byte < 256; byte++) {
    if (isForbidden[byte]) logits[byte] = -Infinity;
    else if (logits[byte] !== -Infinity) canGoOn = true;
  }
  return canGoOn;
}

export function createChooser(stream: NetworkStream, options: SamplingOptions, encoding: TextEncoding): Chooser {
  const { temperature, repetitionPenalty, repetitionWindow } = options;
  // Bytes of another encoding are not to be bent to UTF-8.
  const validUtf8 = options.validUtf8 && encoding.name === 'utf-8';
  const recent = repetitionPenalty > 1 ? createRecentBytes(repetitionWindow) : null;
  const repeats = createRepeatPenalty(options, encoding);
  const rather = createRather(options, encoding);
  const order = new Uint8Array(256);
  /** The network's own expectation of the byte, and a copy for the filters. */
  const own = new Float32Array(256);
  const scratch = new Float32Array(256);
  const isPlain = temperature === 1 && !validUtf8 && !recent && !repeats && !rather;
  let utf8 = CHARACTER_BOUNDARY;
  let probability = 0;

  const draw = (room: number, uniform: number, hasOwn: boolean, isForbidden: Uint8Array | null) => {
    const { logits } = stream;
    if (validUtf8) forbidBytes(logits, utf8, room);
    if (isForbidden && !forbid(logits, isForbidden)) return -1;
    recent?.penalise(logits, repetitionPenalty);
    repeats?.penalise(logits);
    rather?.apply(logits);
    if (temperature < LEAST_TEMPERATURE) return likeliestByte(logits);
    const isOwn = isPlain && hasOwn && !isForbidden;
    const probabilities = isOwn ? scratch : stream.probabilities(temperature);
    if (isOwn) scratch.set(own);
    return chooseByte(logits, probabilities, options, uniform, order);
  };
  const push = (byte: number) => {
    recent?.push(byte);
    repeats?.push(byte);
    rather?.push(byte);
    if (validUtf8) utf8 = afterByte(utf8, byte);
  };
  return {
    push,
    begin(context, generated) {
      for (const text of [context, generated]) for (const byte of text) push(byte);
      // No character is longer than three bytes and one more.
      if (validUtf8) utf8 = stateAfter(Uint8Array.of(...context.slice(-3), ...generated.slice(-3)));
    },
    get missing() {
      return utf8.missing;
    },
    get probability() {
      return probability;
    },
    choose(room, uniform, wantsProbability, isForbidden) {
      if (wantsProbability) own.set(stream.probabilities(1));
      const byte = draw(room, uniform, wantsProbability, isForbidden);
      if (wantsProbability && byte >= 0) probability = own[byte] ?? 0;
      return byte;
    },
  };
}
