// Finds the stretches of a draft that stand in a text word for word, while the text goes by once, piece by piece.
// Most of the text is passed over by a rolling hash: only where its last bytes may stand in the draft is the automaton of the
// draft's stretches asked, which then follows the copied stretch to its end.
import { createSubstringAutomaton, type SubstringAutomaton } from './substring-automaton';

/** A stretch of the draft that is nowhere in the text any longer, to neither side. */
export interface Copy {
  /** Its first byte in the draft. */
  from: number;
  bytes: number;
  /** Where it stands in the text first. */
  textAt: number;
}

export interface CopyScan {
  /** The next bytes of the text. */
  see(piece: Uint8Array): void;
  /** In the order of the draft; call it once, after the text's end. */
  copies(): Copy[];
}

const MULTIPLIER = 0x2c1b3c6d;
/** Bits of the filter for each stretch of the draft: one in sixteen others passes it. */
const BITS_A_STRETCH = 16;
const FILTER_BITS = { least: 12, most: 27 };

/** Says of a hash whether a stretch of the draft may have it. */
function createFilter(draft: Uint8Array, least: number, leaving: number) {
  const wanted = Math.ceil(Math.log2(BITS_A_STRETCH * Math.max(1, draft.length)));
  const shift = 32 - Math.min(FILTER_BITS.most, Math.max(FILTER_BITS.least, wanted));
  const bits = new Uint32Array(2 ** (32 - shift - 5));
  let hash = 0;
  for (const [index, byte] of draft.entries()) {
    hash = (Math.imul(hash, MULTIPLIER) + byte - Math.imul(leaving, draft[index - least] ?? 0)) | 0;
    if (index < least - 1) continue;
    const bit = hash >>> shift;
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return { bits, shift };
}

/** MULTIPLIER to the power of `least`: what the byte that leaves the window has become. */
function leavingFactor(least: number): number {
  let factor = 1;
  for (let count = 0; count < least; count++) factor = Math.imul(factor, MULTIPLIER);
  return factor;
}

/** States by their length, the shortest first. */
function byLength(length: Int32Array, states: number): Int32Array {
  const next = new Int32Array(states + 2);
  const count = (at: number, by: number) => (next[at] = (next[at] ?? 0) + by);
  for (let state = 0; state < states; state++) count((length[state] ?? 0) + 1, 1);
  for (let index = 1; index < next.length; index++) count(index, next[index - 1] ?? 0);
  const order = new Int32Array(states);
  for (let state = 0; state < states; state++) order[count(length[state] ?? 0, 1) - 1] = state;
  return order;
}

/** What was seen of each state's stretches. */
interface Seen {
  /** The longest of them that the text has; 0: none. */
  longest: Int32Array;
  /** Where in the text that ends first. */
  endsAt: Float64Array;
  /** Where the first of any of them ends. */
  firstEndsAt: Float64Array;
}

/** What a stretch ends with is copied where it is; and what is not copied whole may end with something that is. */
function spread({ length, link, states }: SubstringAutomaton, { longest, endsAt, firstEndsAt }: Seen): void {
  const order = byLength(length, states);
  for (const each of order.toReversed()) {
    const shorter = link[each] ?? -1;
    if (shorter <= 0 || longest[each] === 0) continue;
    const isWhole = longest[shorter] === length[shorter];
    const first = firstEndsAt[each] ?? 0;
    endsAt[shorter] = Math.min(first, isWhole ? (endsAt[shorter] ?? 0) : Infinity);
    firstEndsAt[shorter] = Math.min(first, longest[shorter] === 0 ? Infinity : (firstEndsAt[shorter] ?? 0));
    longest[shorter] = length[shorter] ?? 0;
  }
  for (const each of order) {
    const shorter = link[each] ?? -1;
    if (shorter <= 0 || longest[each] !== 0) continue;
    longest[each] = longest[shorter] ?? 0;
    endsAt[each] = endsAt[shorter] ?? 0;
  }
}

/** `least`: shorter stretches are not looked for. */
export function createCopyScan(draft: Uint8Array, least: number): CopyScan {
  const automaton = createSubstringAutomaton(draft);
  const { length, link, prefixes, states } = automaton;
  const leaving = leavingFactor(least);
  const { bits, shift } = createFilter(draft, least, leaving);
  const longest = new Int32Array(states);
  const endsAt = new Float64Array(states);
  const firstEndsAt = new Float64Array(states);
  /** The text's last bytes, then the piece that is seen. */
  let window = new Uint8Array(0);
  let kept = 0;
  let seen = 0;
  let hash = 0;
  /** Within a copied stretch: its state, and how much of it there is; 0: within none. */
  let state = 0;
  let matched = 0;

  const follow = (byte: number): void => {
    let next = automaton.step(state, byte);
    while (next === 0 && state > 0) {
      state = link[state] ?? 0;
      matched = length[state] ?? 0;
      next = automaton.step(state, byte);
    }
    if (next > 0) matched += 1;
    state = next;
  };
  const note = (end: number): void => {
    if (matched <= (longest[state] ?? 0)) return;
    if (longest[state] === 0) firstEndsAt[state] = end;
    longest[state] = matched;
    endsAt[state] = end;
  };
  const lookAt = (index: number, end: number): void => {
    if (matched > 0) {
      follow(window[index] ?? 0);
      if (matched >= least) note(end);
      else matched = 0;
      return;
    }
    const bit = hash >>> shift;
    if (end < least || ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return;
    state = 0;
    for (let at = index - least + 1; at <= index; at++) {
      const next = automaton.step(state, window[at] ?? 0);
      if (next === 0) {
        matched = 0;
        return;
      }
      state = next;
    }
    matched = least;
    note(end);
  };
  return {
    see(piece) {
      if (window.length < kept + piece.length) {
        const larger = new Uint8Array(least + piece.length);
        larger.set(window.subarray(0, kept));
        window = larger;
      }
      window.set(piece, kept);
      const end = kept + piece.length;
      for (let index = kept; index < end; index++) {
        hash =
          (Math.imul(hash, MULTIPLIER) + (window[index] ?? 0) - Math.imul(leaving, window[index - least] ?? 0)) | 0;
        seen += 1;
        lookAt(index, seen);
      }
      const keep = Math.min(least, end);
      window.copyWithin(0, end - keep, end);
      kept = keep;
    },
    copies() {
      spread(automaton, { longest, endsAt, firstEndsAt });
      const found: Copy[] = [];
      const longestAt = (index: number) => (index < draft.length ? (longest[prefixes[index] ?? 0] ?? 0) : 0);
      for (let index = 0; index < draft.length; index++) {
        const bytes = longestAt(index);
        if (bytes < least || longestAt(index + 1) === bytes + 1) continue;
        found.push({ from: index + 1 - bytes, bytes, textAt: (endsAt[prefixes[index] ?? 0] ?? 0) - bytes });
      }
      return found;
    },
  };
}
