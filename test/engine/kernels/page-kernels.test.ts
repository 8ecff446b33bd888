// The kernels of an exported page give the bits of the application's, also where one rounding is made by hand: every kernel that it
// has on random trials, and products and sums at the places where two roundings are not one.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Kernels } from '../../../src-engine/kernels/kernels';
import { KERNELS_FOLDER } from '../built-engine';
import { kernelsOver } from '../one-thread';
import { doTrial, takeOutcome, trials } from './kernel-calls';
import { beginTrial, TRIAL_PAGES, place, SCRATCH } from './trial';

const TRIALS_EACH = 15;

function pageKernels(name: string): { kernels: Kernels; memory: WebAssembly.Memory } {
  // As a page has it: no thread shares it.
  const memory = new WebAssembly.Memory({ initial: TRIAL_PAGES } as WebAssembly.MemoryDescriptor);
  const module = new WebAssembly.Module(readFileSync(new URL(`${name}.wasm`, KERNELS_FOLDER)));
  return { kernels: new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernels, memory };
}

describe.each([
  ['page-fast', 'fast'],
  ['page-by-hand', 'fast'],
  ['page-strict', 'strict'],
] as const)('%s', (name, variant) => {
  test(`does what the application’s ${variant} kernels do, to the bit`, () => {
    const { kernels, memory } = pageKernels(name);
    const ownMemory = new WebAssembly.Memory({ initial: TRIAL_PAGES, maximum: TRIAL_PAGES, shared: true });
    const own = kernelsOver(ownMemory, variant);
    let done = 0;
    for (const { title, trial } of trials(TRIALS_EACH)) {
      if (trial.calls.some((call) => !(call.name in kernels))) continue;
      beginTrial(trial, memory.buffer);
      new Uint8Array(ownMemory.buffer).set(new Uint8Array(memory.buffer));
      expect(doTrial(trial, kernels)).toEqual(doTrial(trial, own));
      const outcomes = [memory.buffer, ownMemory.buffer].map((buffer) => {
        return Buffer.concat(takeOutcome(trial, buffer).map((words) => Buffer.from(words.buffer)));
      });
      expect(outcomes[0]!.equals(outcomes[1]!), title).toBe(true);
      done += 1;
    }
    expect(done).toBeGreaterThan(4 * TRIALS_EACH);
  });
});

/** x as a whole number of 2⁻³⁰⁰: every product of two f32, and every sum of such, is one. */
const UNIT_BITS = 300;
function exact(x: number): bigint {
  const [bits] = new BigUint64Array(new Float64Array([x]).buffer) as unknown as [bigint];
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const mantissa = (bits & 0xfffffffffffffn) | (exponent > 0 ? 1n << 52n : 0n);
  const whole = mantissa << BigInt(Math.max(exponent, 1) - 1075 + UNIT_BITS);
  return x < 0 ? -whole : whole;
}

/** The f32 nearest to a number of units, of two the even one. */
function nearest(units: bigint): number {
  const size = units < 0n ? -units : units;
  const bits = size.toString(2).length;
  const drop = BigInt(Math.max(bits - 24, UNIT_BITS - 149));
  const kept = size >> drop;
  const rest = size - (kept << drop);
  const half = 1n << (drop - 1n);
  const rounded = rest > half || (rest === half && kept % 2n === 1n) ? kept + 1n : kept;
  return Number(rounded) * 2 ** (Number(drop) - UNIT_BITS) * (units < 0n ? -1 : 1);
}

/** Triples whose sum lies next to the middle between two f32, on either side and on it. */
function* hardTriples(): Generator<[number, number, number]> {
  const f = Math.fround;
  for (const scale of [0, -60, -126, -130, -140, 100]) {
    for (const sign of [1, -1]) {
      for (const odd of [0, 1, 2, 0x3ffffe, 0x7ffffe, 0x7fffff]) {
        const c = f(sign * (2 ** 23 + odd) * 2 ** (scale - 23));
        for (const tiny of [0, 2 ** -40, -(2 ** -40), 2 ** -23, -(2 ** -23)]) {
          // a·b = ± half of c's last place, and a little that an f64 sum with c loses.
          const a = f(2 ** Math.ceil(scale / 2 - 12) * (1 + 2 ** -20));
          const b = f(2 ** Math.floor(scale / 2 - 12) * (1 - 2 ** -20) * (1 + tiny));
          yield [a, b, c];
          yield [-a, b, c];
          yield [f(2 ** -12 * (1 + 2 ** -23)), f(2 ** (scale - 12)), c];
          yield [f(2 ** -30 * (1 + tiny)), f(2 ** (scale - 24)), f(c * (1 + 2 ** -23))];
        }
      }
    }
  }
}

test('one rounding by hand is that of the exact sum, wherever the sum lies', () => {
  const { kernels, memory } = pageKernels('page-by-hand');
  const numbers = new Float32Array(memory.buffer);
  const [a, b, c] = [place(0), place(1), place(2)];
  const call = kernels.product as unknown as (...given: number[]) => void;
  let twiceRounded = 0;
  for (const [x, y, z] of hardTriples()) {
    numbers.fill(0, a / 4, a / 4 + 4);
    numbers.fill(y, b / 4, b / 4 + 32);
    numbers[a / 4] = x;
    numbers.fill(z, c / 4, c / 4 + 8);
    call(c, 32, a, 16, b, 1, 4, 8, 1, SCRATCH);
    const wanted = nearest((exact(x) * exact(y)) / (1n << BigInt(UNIT_BITS)) + exact(z));
    expect(numbers[c / 4], `${x} · ${y} + ${z}`).toBe(wanted);
    if (Math.fround(x * y + z) !== wanted) twiceRounded += 1;
  }
  // There are such among them.
  expect(twiceRounded).toBeGreaterThan(10);
});
