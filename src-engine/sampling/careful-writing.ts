// Writes around what is forbidden: where a forbidden text is complete, it goes back to where that began and takes another way.
// What may yet become one is held back, so nothing that was handed over is ever taken back.
import type { Ending } from './endings';
import type { ForbiddenWatch, Watched } from './forbidden-watch';
import type { Memory } from './opening';
import type { WritingHead } from './writing-head';

/** A byte that was drawn and may still be taken back. */
interface Held {
  byte: number;
  probability: number;
  /** Before it. */
  memory: Memory;
  watched: Watched;
  /** What was drawn in its place and led nowhere. */
  refused: number[];
}

export interface CarefulWriting {
  /** The next byte that stays; null when the text has ended. */
  next(room: number, wantsProbability: boolean): { byte: number; probability: number } | null;
  /** As of the first byte that was not yet handed over. */
  memory(): Memory;
  /** Bytes that are drawn and not handed over, and those that the character begun still needs. */
  readonly missing: number;
  readonly ending: Ending | null;
}

/** So often back without a byte that stays means that there is no way on. */
const MOST_STEPS_BACK = 500;
/** Of the text before: more than any setting looks back on. */
const KEPT_BYTES = 4096;

function lastBytes(bytes: Uint8Array, count: number): Uint8Array {
  return bytes.subarray(Math.max(0, bytes.length - count));
}

export function createCarefulWriting(head: WritingHead, watch: ForbiddenWatch, context: Uint8Array): CarefulWriting {
  const before = lastBytes(context, KEPT_BYTES);
  /** What was generated and handed over; the last of it. */
  const kept: number[] = [];
  let held: Held[] = [];
  let refused: number[] = [];
  let ending: Ending | null = null;
  let isEnd = false;
  let stepsBack = 0;
  /** Bytes drawn, or given before them. */
  let at = context.length;
  let released = 0;
  let { watched, previous } = watchedFrom(watch, context);

  /** `wasRead`: the last of them was read, not only drawn. */
  const backTo = (index: number, wasRead: boolean): void => {
    const target = held[index];
    if (!target) return;
    const isLast = index === held.length - 1;
    held = held.slice(0, index);
    at = context.length + released + index;
    const generated = Uint8Array.from([...kept, ...held.map(({ byte }) => byte)]);
    const given = lastBytes(before, Math.max(0, KEPT_BYTES - generated.length));
    if (isLast && !wasRead) head.again(target.memory);
    else head.back(target.memory, given, generated);
    ({ watched } = target);
    previous = generated.at(-1) ?? given.at(-1) ?? -1;
    refused = [...target.refused, target.byte];
    ending = null;
    stepsBack += 1;
  };
  /** To where a forbidden text began; at most to the first byte that may still be taken back. */
  const avoid = (from: number, wasRead: boolean): void =>
    backTo(Math.max(0, from - (context.length + released)), wasRead);

  const draw = (room: number, wantsProbability: boolean): void => {
    const memory = head.memory();
    const byte = head.draw(room, wantsProbability, refused);
    if (byte < 0) {
      if (held.length > 0) backTo(held.length - 1, true);
      else [ending, isEnd] = [{ kind: 'stuck' }, true];
      return;
    }
    const seen = watch.step(watched, previous, byte, at);
    held.push({ byte, probability: head.probability, memory, watched, refused });
    if (seen.found >= 0) {
      avoid(seen.found, false);
      return;
    }
    ending = head.push(byte);
    ({ watched } = seen);
    previous = byte;
    refused = [];
    at += 1;
  };
  /** Nothing more is drawn: what is held is complete, unless it is forbidden just because it ends here. */
  const close = (): void => {
    const found = watch.atEnd(watched, previous);
    if (found >= 0 && held.length > 0) avoid(found, true);
    else isEnd = true;
  };
  /** How many of the bytes held can no longer become forbidden. */
  const free = (): number => (isEnd ? held.length : (watched[0]?.from ?? at) - (context.length + released));

  return {
    next(room, wantsProbability) {
      while (held.length === 0 || free() <= 0) {
        if (isEnd) return null;
        if (stepsBack > MOST_STEPS_BACK) [held, ending, isEnd] = [[], { kind: 'stuck' }, true];
        else if (ending || held.length >= room) close();
        else draw(room - held.length, wantsProbability);
      }
      const first = held.shift();
      if (!first) return null;
      released += 1;
      stepsBack = 0;
      kept.push(first.byte);
      if (kept.length > 2 * KEPT_BYTES) kept.splice(0, KEPT_BYTES);
      return first;
    },
    memory: () => held[0]?.memory ?? head.memory(),
    get missing() {
      return held.length + head.missing;
    },
    get ending() {
      return isEnd && held.length === 0 ? ending : null;
    },
  };
}

/** What is begun within the text before; what is complete there was given. */
function watchedFrom(watch: ForbiddenWatch, context: Uint8Array): { watched: Watched; previous: number } {
  let watched: Watched = [];
  let previous = -1;
  for (let at = Math.max(0, context.length - KEPT_BYTES); at < context.length; at++) {
    ({ watched } = watch.step(watched, previous, context[at] ?? 0, at));
    previous = context[at] ?? -1;
  }
  return { watched, previous };
}
