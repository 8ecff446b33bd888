import { beforeAll, describe, expect, test } from 'vitest';
import {
  EXP_ZERO_BELOW,
  EXP_MAX_RELATIVE_ERROR,
  TANH_MAX_ABSOLUTE_ERROR,
  TANH_MAX_RELATIVE_ERROR,
} from '../../../src-engine/kernels/error-bounds';
import type { Into } from '../../../src-engine/kernels/arguments';
import type { Kernels } from '../../../src-engine/kernels/kernels';
import { kernelsOver } from '../one-thread';

const AT = 1024 as Into;
const COUNT = 65_536;
/** A prime, so that the sweep over all bit patterns meets every exponent with many mantissas. */
const STRIDE = 1009;

describe.each(['fast', 'strict'] as const)('the %s kernels', (variant) => {
  let kernels: Kernels;
  let values: Float32Array;
  beforeAll(() => {
    const memory = new WebAssembly.Memory({ initial: 8, maximum: 8, shared: true });
    kernels = kernelsOver(memory, variant);
    values = new Float32Array(memory.buffer, AT, COUNT);
  });

  /** Calls `check` with each f32 of the sweep and what the kernel makes of it. */
  function sweep(kernel: 'expInPlace' | 'tanhInPlace', check: (x: number, y: number) => void): void {
    const inputs = new Float32Array(COUNT);
    const bits = new Uint32Array(inputs.buffer);
    for (let from = 0; from < 2 ** 32; from += COUNT * STRIDE) {
      for (let index = 0; index < COUNT; index++) bits[index] = from + index * STRIDE;
      values.set(inputs);
      kernels[kernel](AT, COUNT);
      for (let index = 0; index < COUNT; index++) check(inputs[index]!, values[index]!);
    }
  }

  test('tanh stays within its published error over the whole range of f32', () => {
    let absolute = 0;
    let relative = 0;
    let nan = true;
    sweep('tanhInPlace', (x, y) => {
      const exact = Math.tanh(x);
      if (Number.isNaN(x)) nan &&= Number.isNaN(y);
      else {
        absolute = Math.max(absolute, Math.abs(y - exact));
        if (Math.abs(exact) > 1.2e-38) relative = Math.max(relative, Math.abs(y - exact) / Math.abs(exact));
      }
    });
    expect(nan).toBe(true);
    expect(absolute).toBeLessThanOrEqual(TANH_MAX_ABSOLUTE_ERROR);
    expect(relative).toBeLessThanOrEqual(TANH_MAX_RELATIVE_ERROR);
  });

  test('exp stays within its published error, is 0 below and infinity above it', () => {
    let relative = 0;
    let right = true;
    sweep('expInPlace', (x, y) => {
      if (Number.isNaN(x)) right &&= Number.isNaN(y);
      else if (x < EXP_ZERO_BELOW) right &&= y === 0;
      else if (x > 88.72283) right &&= y === Infinity;
      else relative = Math.max(relative, Math.abs(y / Math.exp(x) - 1));
    });
    expect(right).toBe(true);
    expect(relative).toBeLessThanOrEqual(EXP_MAX_RELATIVE_ERROR);
  });

  test('infinities and NaN go through tanh and exp as mathematics has them', () => {
    values.set([Infinity, -Infinity, NaN, -0]);
    kernels.tanhInPlace(AT, 4);
    expect([...values.subarray(0, 4)]).toEqual([1, -1, NaN, -0]);
    values.set([Infinity, -Infinity, NaN, 0]);
    kernels.expInPlace(AT, 4);
    expect([...values.subarray(0, 4)]).toEqual([Infinity, 0, NaN, 1]);
  });

  test('the kernels keep nothing of their own in the memory', () => {
    const memory = new WebAssembly.Memory({ initial: 2, maximum: 2, shared: true });
    kernelsOver(memory, variant);
    expect(new Uint8Array(memory.buffer).every((byte) => byte === 0)).toBe(true);
  });
});
