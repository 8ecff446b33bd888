// The log of what a writer had in mind along its text, so that any place of it is a few bytes of reading away.
//
//   a record, little-endian:   at u32 │ H u32 │ random 4 × u32 │ state H × f32        `at`: the memory is that before this byte
import type { Memory } from '../sampling/opening';

export interface MemoryAt {
  at: number;
  memory: Memory;
}

const HEAD_WORDS = 6;

export function encodeMemory({ at, memory }: MemoryAt): Uint8Array {
  const { state, random } = memory;
  const words = new Uint32Array(HEAD_WORDS + state.length);
  words[0] = at;
  words[1] = state.length;
  words.set(random, 2);
  new Float32Array(words.buffer, 4 * HEAD_WORDS).set(state);
  return new Uint8Array(words.buffer);
}

/** Of the whole records of a log, that with the greatest `at` not past the place, the later of equals; null when there is none. */
export function memoryBefore(log: Uint8Array, place: number): MemoryAt | null {
  const words = new Uint32Array(log.slice().buffer, 0, Math.floor(log.length / 4));
  let found: { at: number; word: number; size: number } | null = null;
  for (let word = 0; word + HEAD_WORDS <= words.length;) {
    const at = words[word] ?? 0;
    const size = words[word + 1] ?? 0;
    if (word + HEAD_WORDS + size > words.length) break;
    if (at <= place && (found === null || at >= found.at)) found = { at, word, size };
    word += HEAD_WORDS + size;
  }
  if (!found) return null;
  const random = words.slice(found.word + 2, found.word + HEAD_WORDS);
  const state = new Float32Array(words.slice(found.word + HEAD_WORDS, found.word + HEAD_WORDS + found.size).buffer);
  return { at: found.at, memory: { random, state } };
}

/** The records of a log that are not past the place, as they are. */
export function memoriesUpTo(log: Uint8Array, place: number): Uint8Array {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  const kept: Uint8Array[] = [];
  for (let from = 0; from + 4 * HEAD_WORDS <= log.length;) {
    const end = from + 4 * (HEAD_WORDS + view.getUint32(from + 4, true));
    if (end > log.length) break;
    if (view.getUint32(from, true) <= place) kept.push(log.subarray(from, end));
    from = end;
  }
  return Buffer.concat(kept);
}
