// What a trial of kernels is: calls over a memory of places, filled with random numbers and bits.
import type { Kernels } from '../../../src-engine/kernels/kernels';

export type KernelName = keyof Kernels;

export interface KernelCall {
  name: KernelName;
  /** Byte offsets and numbers, in the order of the kernel's parameters. */
  given: number[];
}

export interface Trial {
  calls: KernelCall[];
  /** Fills the memory with what the calls begin with. */
  fill(buffer: ArrayBufferLike): void;
  /** What must be the same afterwards, in bytes: packed matrices are the kernels' own affair. */
  compared: { from: number; bytes: number }[];
}

export const TRIAL_PAGES = 97;
const PLACE_BYTES = 768 * 1024;
/** Where operands lie, 768 KB each. */
export const place = (index: number) => 64 + index * PLACE_BYTES;
export const SCRATCH = place(7);

/** Zeros, and what the trial begins with. In words of eight bytes a shared memory is filled six times as fast as byte by byte. */
export function beginTrial(trial: Trial, buffer: ArrayBufferLike): void {
  new Float64Array(buffer).fill(0);
  trial.fill(buffer);
}

export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0;
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
}

const SPECIAL = [0, -0, Infinity, -Infinity, NaN, 1e-40, -3e-42, 1e-31, 88.8, -69.4, 9.2, -9.05, 3e38];

/** Numbers around 1, a few of them special where `share` is above 0. */
export function fillNumbers(
  buffer: ArrayBufferLike,
  at: number,
  count: number,
  random: Random,
  scale = 2,
  share = 0,
): void {
  const numbers = new Float32Array(buffer, at, count);
  for (let index = 0; index < count; index++) {
    const special = random() < share;
    numbers[index] = special ? SPECIAL[Math.floor(random() * SPECIAL.length)]! : (random() - 0.5) * scale;
  }
}

export function fillBits(buffer: ArrayBufferLike, at: number, count: number, random: Random): void {
  const words = new Uint32Array(buffer, at, count);
  for (let index = 0; index < count; index++) words[index] = Math.floor(random() * 2 ** 32);
}

export const whole = (random: Random, least: number, most: number) => least + Math.floor(random() * (most - least + 1));
