// Knows every stretch of a text: the smallest automaton that accepts them all (Blumer et al. 1985), built in one pass, in memory
// that is a fixed number of bytes for each byte of the text.
//
//   a state        the stretches that end at the same places; `length` is the longest of them
//   its link       the state of the longest end of theirs that also stands elsewhere; the root's is -1
//   a transition   (state, byte) → state, in one table with open addressing; those of a state are a chain, for copying

export interface SubstringAutomaton {
  /** By state; 0 is the root, the empty stretch. */
  length: Int32Array;
  link: Int32Array;
  states: number;
  /** The state of the text up to and with each of its bytes. */
  prefixes: Int32Array;
  /** The state after another byte; 0 where no stretch of the text goes on so. */
  step(state: number, byte: number): number;
}

/** At most three transitions for each byte; with twice the room few places are looked at. */
const SLOTS_A_BYTE = 6;
const LEAST_SLOTS = 1024;

function createTransitions(bytes: number, states: number) {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(LEAST_SLOTS, SLOTS_A_BYTE * bytes)));
  const mask = slots - 1;
  /** state·256 + byte + 1; 0 is an empty slot. */
  const keys = new Uint32Array(slots);
  const targets = new Int32Array(slots);
  /** Slot + 1 of another transition of the same state; 0 ends the chain. */
  const following = new Int32Array(slots);
  const chains = new Int32Array(states);

  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const set = (state: number, byte: number, target: number): void => {
    const key = state * 256 + byte + 1;
    const slot = slotOf(key);
    targets[slot] = target;
    if (keys[slot] === key) return;
    keys[slot] = key;
    following[slot] = chains[state] ?? 0;
    chains[state] = slot + 1;
  };
  return {
    set,
    get: (state: number, byte: number): number => targets[slotOf(state * 256 + byte + 1)] ?? 0,
    copy(from: number, to: number): void {
      for (let next = chains[from] ?? 0; next > 0; next = following[next - 1] ?? 0) {
        set(to, ((keys[next - 1] ?? 1) - 1) % 256, targets[next - 1] ?? 0);
      }
    },
  };
}

export function createSubstringAutomaton(text: Uint8Array): SubstringAutomaton {
  const most = 2 * text.length + 2;
  const length = new Int32Array(most);
  const link = new Int32Array(most);
  const prefixes = new Int32Array(text.length);
  const transitions = createTransitions(text.length, most);
  let states = 1;
  let last = 0;
  link[0] = -1;

  /** A state of its own for those stretches of `q` that also end elsewhere. */
  const split = (p: number, byte: number, q: number): number => {
    const clone = states++;
    length[clone] = (length[p] ?? 0) + 1;
    link[clone] = link[q] ?? 0;
    transitions.copy(q, clone);
    for (let state = p; state >= 0 && transitions.get(state, byte) === q; state = link[state] ?? -1)
      transitions.set(state, byte, clone);
    link[q] = clone;
    return clone;
  };
  for (const [index, byte] of text.entries()) {
    const state = states++;
    length[state] = (length[last] ?? 0) + 1;
    let p = last;
    for (; p >= 0 && transitions.get(p, byte) === 0; p = link[p] ?? -1) transitions.set(p, byte, state);
    const q = p < 0 ? 0 : transitions.get(p, byte);
    const isOwn = p < 0 || (length[p] ?? 0) + 1 === length[q];
    link[state] = isOwn ? q : split(p, byte, q);
    last = state;
    prefixes[index] = state;
  }
  return { length, link, states, prefixes, step: transitions.get };
}
