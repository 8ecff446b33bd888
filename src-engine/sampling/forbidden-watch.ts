// Watches a text for what must not stand in it, a byte at a time: what was found, and what may yet become so.
import type { ForbiddenAutomaton } from './forbidden-automaton';

/** A forbidden text begun: where it began, and how far it is. */
interface Begun {
  state: number;
  from: number;
}

/** Everything that is begun before a byte, the earliest first; never changed, so that one can go back to it. */
export type Watched = readonly Begun[];

/** One that is not complete within so many bytes is given up: so few bytes have to be held back. */
export const LONGEST_FORBIDDEN_BYTES = 256;

export interface ForbiddenWatch {
  /** Bytes that are forbidden by themselves. */
  readonly single: Uint8Array;
  /** Reads the byte at `at`, after `previous` (-1: none). `found`: where a forbidden text began that is complete now; -1: none is. */
  step(watched: Watched, previous: number, byte: number, at: number): { watched: Watched; found: number };
  /** Where the longest text or pattern ends that begins at `from`; -1 where none does. */
  longestFrom(bytes: Uint8Array, from: number): number;
  /** The same where the text ends. */
  atEnd(watched: Watched, previous: number): number;
}

/** Letters, digits, the underscore, and every byte beyond ASCII, which is a part of a letter more often than not. */
const isWord = (byte: number) =>
  byte >= 128 || byte === 95 || (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

export function createForbiddenWatch({ states, starts }: ForbiddenAutomaton): ForbiddenWatch {
  const stamps = new Uint32Array(states.length);
  let stamp = 0;

  /** Adds what `state` leads to without a byte; boundaries are crossed where it is known what stands on both sides. True: found. */
  const spread = (state: number, from: number, into: Begun[], isBoundary: boolean | null): boolean => {
    if (stamps[state] === stamp) return false;
    stamps[state] = stamp;
    const at = states[state];
    if (!at || at.kind === 'found') return true;
    if (at.kind === 'split') {
      const isFirst = spread(at.next, from, into, isBoundary);
      return spread(at.other, from, into, isBoundary) || isFirst;
    }
    if (at.kind === 'boundary' && isBoundary !== null) {
      return isBoundary !== at.isNegated && spread(at.next, from, into, isBoundary);
    }
    into.push({ state, from });
    return false;
  };
  /** `starting`: where a new one may begin; null: at the end of the text none does. */
  const cross = (watched: Watched, isBoundary: boolean, starting: number | null) => {
    stamp += 1;
    const open: Begun[] = [];
    let found = -1;
    const add = (state: number, from: number) => {
      if (spread(state, from, open, isBoundary) && found < 0) found = from;
    };
    for (const { state, from } of watched) add(state, from);
    if (starting !== null) for (const start of starts) add(start, starting);
    return { open, found };
  };
  /** What goes on with a byte. */
  const read = (open: readonly Begun[], byte: number, at: number) => {
    stamp += 1;
    const after: Begun[] = [];
    let found = -1;
    for (const { state, from } of open) {
      const reading = states[state];
      if (reading?.kind !== 'byte' || reading.bytes[byte] !== 1 || at - from >= LONGEST_FORBIDDEN_BYTES) continue;
      if (spread(reading.next, from, after, null) && found < 0) found = from;
    }
    return { after, found };
  };
  const step: ForbiddenWatch['step'] = (watched, previous, byte, at) => {
    const isBoundary = (previous >= 0 && isWord(previous)) !== isWord(byte);
    const before = cross(watched, isBoundary, at);
    const { after, found } = read(before.open, byte, at);
    const isBefore = before.found >= 0 && (found < 0 || before.found <= found);
    return { watched: after, found: isBefore ? before.found : found };
  };
  const longestFrom = (bytes: Uint8Array, from: number): number => {
    let watched: Watched = [];
    let previous = bytes[from - 1] ?? -1;
    let longest = -1;
    for (let at = from; ; at++) {
      const byte = bytes[at] ?? -1;
      const isBoundary = (previous >= 0 && isWord(previous)) !== (byte >= 0 && isWord(byte));
      const before = cross(watched, isBoundary, at === from ? from : null);
      if (before.found >= 0) longest = at;
      if (byte < 0) return longest;
      const seen = read(before.open, byte, at);
      if (seen.found >= 0) longest = at + 1;
      if (seen.after.length === 0) return longest;
      watched = seen.after;
      previous = byte;
    }
  };
  const single = new Uint8Array(256);
  for (const start of starts) {
    const reads = states[start];
    if (reads?.kind === 'byte' && states[reads.next]?.kind === 'found')
      for (let byte = 0; byte < 256; byte++) if (reads.bytes[byte] === 1) single[byte] = 1;
  }
  return {
    single,
    step,
    longestFrom,
    atEnd: (watched, previous) => cross(watched, previous >= 0 && isWord(previous), null).found,
  };
}
