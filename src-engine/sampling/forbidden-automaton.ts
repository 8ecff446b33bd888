// Turns forbidden texts and patterns into one automaton over bytes (Thompson 1968): it finds them wherever they begin, in time that
// depends on nothing but their length, so no pattern can keep a text from going on.
import { problem } from '../problem';
import { forbiddenPattern, type Pattern } from '../protocol/forbidden-lines';
import type { TextEncoding } from './encoding';

export type State =
  /** Reads one byte of `bytes`. */
  | { kind: 'byte'; bytes: Uint8Array; next: number }
  | { kind: 'split'; next: number; other: number }
  | { kind: 'boundary'; isNegated: boolean; next: number }
  | { kind: 'found' };

export interface ForbiddenAutomaton {
  states: State[];
  /** One for each line. */
  starts: number[];
}

/** Lines that come to more states are refused: a byte may have to be held against each of them. */
const MOST_STATES = 20_000;
/** Of a set of characters that take several bytes. */
const MOST_CHARACTERS = 2000;

class Builder {
  readonly states: State[] = [{ kind: 'found' }];

  constructor(
    private readonly line: string,
    private readonly encoding: TextEncoding,
  ) {}

  add(state: State): number {
    if (this.states.length >= MOST_STATES) throw problem(`"${this.line}" is too large a pattern. Shorten it.`);
    this.states.push(state);
    return this.states.length - 1;
  }

  /** The state from which `pattern` leads to `next`; null where it can match nothing in this encoding. */
  build(pattern: Pattern, next: number): number | null {
    switch (pattern.kind) {
      case 'byte':
        return this.add({ kind: 'byte', bytes: setOf([pattern.byte]), next });
      case 'boundary':
        return this.add({ kind: 'boundary', isNegated: pattern.isNegated, next });
      case 'set':
        return this.set(pattern, next);
      case 'sequence':
        return pattern.parts.reduceRight<number | null>(
          (state, part) => (state === null ? null : this.build(part, state)),
          next,
        );
      case 'choice':
        return this.any(pattern.parts.map((part) => this.build(part, next)));
      case 'repeat':
        return this.repeat(pattern, next);
    }
  }

  private any(ways: (number | null)[]): number | null {
    const possible = ways.filter((way) => way !== null);
    return possible.reduceRight<number | null>(
      (other, way) => (other === null ? way : this.add({ kind: 'split', next: way, other })),
      null,
    );
  }

  private repeat({ part, least, most }: Extract<Pattern, { kind: 'repeat' }>, next: number): number | null {
    let state: number | null = next;
    if (most === Infinity) {
      const loop: State = { kind: 'split', next, other: next };
      state = this.add(loop);
      loop.next = this.build(part, state) ?? next;
    } else {
      for (let count = least; count < most && state !== null; count++) {
        const way: number | null = this.build(part, state);
        state = way === null ? next : this.add({ kind: 'split', next: way, other: next });
      }
    }
    for (let count = 0; count < least && state !== null; count++) state = this.build(part, state);
    return state;
  }

  private set({ ranges, isNegated }: Extract<Pattern, { kind: 'set' }>, next: number): number | null {
    const codes = ranges.flatMap(([first, last]) => {
      if (last - first > MOST_CHARACTERS)
        throw problem(`"${this.line}" has a range of too many characters. Narrow it.`);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
    if (isNegated) {
      const bytes = new Uint8Array(256).fill(1);
      for (const code of codes) bytes[code] = 0;
      return this.add({ kind: 'byte', bytes, next });
    }
    const encoded = codes.flatMap((code) => this.encoded(code));
    const single = setOf(encoded.filter((bytes) => bytes.length === 1).map(([byte = 0]) => byte));
    const longer = encoded.filter((bytes) => bytes.length > 1);
    const ways = longer.map((bytes) =>
      bytes.reduceRight((state, byte) => this.add({ kind: 'byte', bytes: setOf([byte]), next: state }), next),
    );
    const isAny = single.includes(1);
    return this.any([...(isAny ? [this.add({ kind: 'byte', bytes: single, next })] : []), ...ways]);
  }

  /** The character's bytes; none where the encoding lacks it. */
  private encoded(code: number): Uint8Array[] {
    const text = String.fromCodePoint(code);
    const bytes = this.encoding.encode(text);
    return this.encoding.decode(bytes) === text ? [bytes] : [];
  }
}

function setOf(bytes: Iterable<number>): Uint8Array {
  const set = new Uint8Array(256);
  for (const byte of bytes) set[byte] = 1;
  return set;
}

function matchesNothing(states: State[], start: number, seen = new Set<number>()): boolean {
  const state = states[start];
  if (!state || seen.has(start) || state.kind === 'byte') return false;
  seen.add(start);
  if (state.kind === 'found') return true;
  return (
    matchesNothing(states, state.next, seen) || (state.kind === 'split' && matchesNothing(states, state.other, seen))
  );
}

/** Throws a `Problem` that names the line which cannot be used. */
export function forbiddenAutomaton(lines: readonly string[], encoding: TextEncoding): ForbiddenAutomaton {
  const states: State[] = [{ kind: 'found' }];
  const starts: number[] = [];
  for (const line of lines) {
    const builder = new Builder(line, encoding);
    const start = builder.build(forbiddenPattern(line), 0);
    if (start === null) continue;
    if (matchesNothing(builder.states, start)) {
      throw problem(`"${line}" fits where nothing stands, so nothing could be generated. Write the pattern otherwise.`);
    }
    // State 0 is the same for all.
    const shift = states.length - 1;
    const moved = (state: number) => (state === 0 ? 0 : state + shift);
    for (const state of builder.states.slice(1)) {
      if (state.kind === 'split') states.push({ ...state, next: moved(state.next), other: moved(state.other) });
      else if (state.kind !== 'found') states.push({ ...state, next: moved(state.next) });
    }
    if (states.length > MOST_STATES) throw problem('The forbidden texts are too many together. Remove some of them.');
    starts.push(moved(start));
  }
  return { states, starts };
}
