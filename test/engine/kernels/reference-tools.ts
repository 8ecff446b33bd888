// What the tests of the reference share: small networks without chance, and runs over the reference values.
import { type Network } from '../../../src-engine/kernels/reference';
import { type RunSettings } from '../../../src-engine/kernels/reference-updates';
import { createRandom, nextUint32, nextUniform } from '../../../src-engine/model/random';
import type { GoldenCase, Matrices } from '../../fixtures/golden';

export const MATRICES = ['Wxh', 'Whh', 'Who'] as const;

export function networkOf(hiddenSize: number, { Wxh, Whh, Who }: Matrices<ArrayLike<number>>): Network {
  return { hiddenSize, Wxh: Float64Array.from(Wxh), Whh: Float64Array.from(Whh), Who: Float64Array.from(Who) };
}

/** Uniform in ±1, large enough that errors flow far. */
export function exampleNetwork(hiddenSize: number, seed: number): Network {
  const random = createRandom(seed, 'network');
  const drawn = (count: number) => Array.from({ length: count }, () => nextUniform(random) * 2 - 1);
  return networkOf(hiddenSize, {
    Wxh: drawn(256 * hiddenSize),
    Whh: drawn(hiddenSize * hiddenSize),
    Who: drawn(hiddenSize * 256),
  });
}

/** Bytes of all values. */
export function exampleBytes(count: number, seed: number): Uint8Array {
  const random = createRandom(seed, 'bytes');
  return Uint8Array.from({ length: count }, () => nextUint32(random) >>> 24);
}

export function runSettingsOf(golden: GoldenCase): RunSettings {
  const { text, lanes, steps, mode, truncation, optimizer } = golden;
  return {
    text,
    lanes,
    steps,
    backprop: { mode, truncation },
    optimizer: {
      name: optimizer?.name ?? 'sgd',
      learningRate: optimizer?.lr ?? 0,
      clipNorm: optimizer?.clip_norm ?? 0,
    },
  };
}

/** Bytes 0, 1, 2 … : a row of dWxh then tells which byte's δ it holds. */
export const countingBytes = (count: number) => Uint8Array.from({ length: count }, (_, index) => index);

/** Values of bytes whose row of dWxh is not 0. */
export function bytesReached({ hiddenSize, Wxh }: Network): number[] {
  const rows = Array.from({ length: 256 }, (_, value) => Wxh.subarray(value * hiddenSize, (value + 1) * hiddenSize));
  return rows.flatMap((row, value) => (row.some((element) => element !== 0) ? [value] : []));
}
