// The one generator behind every random draw: xoshiro128** (Blackman and Vigna), seeded by name; integers only, so alike everywhere.

/** Four 32-bit words, never all zero; a copy of it is all that an exact continuation needs. */
export type RandomState = Uint32Array;

const rotateLeft = (x: number, bits: number) => (x << bits) | (x >>> (32 - bits));

/** splitmix32: well mixed words from any counter. */
function mixed(counter: number): number {
  let z = counter | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** FNV-1a of the stream's name: streams of one seed differ from one another. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** `seed` is 0 … 2³²-1; `stream` names what is drawn, for example "initialisation". */
export function createRandom(seed: number, stream: string): RandomState {
  const start = mixed(seed ^ mixed(hashOf(stream)));
  const state = Uint32Array.from([1, 2, 3, 4], (index) => mixed(start + Math.imul(index, 0x9e3779b9)));
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

/** The next 32 bits, 0 … 2³²-1. */
export function nextUint32(state: RandomState): number {
  const [a = 0, b = 0, c = 0, d = 0] = state;
  const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
  const third = c ^ a;
  const fourth = d ^ b;
  state[1] = b ^ third;
  state[0] = a ^ fourth;
  state[2] = third ^ (b << 9);
  state[3] = rotateLeft(fourth, 11);
  return result;
}

/** Uniform in [0,1), a multiple of 2⁻²⁴: exact in f32. */
export function nextUniform(state: RandomState): number {
  return (nextUint32(state) >>> 8) / 2 ** 24;
}

/** What the kernels draw an update's dropout from: other units are left out in every update, the same ones whoever draws them. */
export function dropoutKey(seed: number, update: number): number {
  return mixed(mixed(seed ^ mixed(hashOf('dropout'))) + Math.imul(update, 0x9e3779b9));
}
