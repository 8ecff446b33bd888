import { describe, expect, test } from 'vitest';
import { gradientFlow, MOST_ORIGINS } from '../../../src-engine/inspection/gradient-flow';
import { lossNats, nextState, walkOn, type Network } from '../../../src-engine/kernels/reference';
import { beginLane } from '../../../src-engine/kernels/reference-updates';
import { worstShare } from '../../fixtures/golden';
import { exampleBytes } from '../kernels/reference-tools';
import { lensOver, networkInBoth } from './lens-tools';

const HIDDEN = 5;
const STEP = 1e-5;
/** f32 against central differences in f64, of the share itself. */
const TOLERANCE = 1e-4;

const { weights, network } = networkInBoth(HIDDEN, 11, 0.7);

/** ‖∂E_t/∂a_i‖ by central differences, a_i being what tanh is taken of: s_i = tanh(a_i). */
function slopeNorm(bytes: Uint8Array, t: number, i: number): number {
  const { states } = walkOn(network, beginLane(HIDDEN), bytes.subarray(0, i + 1));
  const lossWith = (unit: number, nudge: number): number => {
    let state: Float64Array = states[i + 1]!.slice();
    state[unit] = Math.tanh(Math.atanh(state[unit]!) + nudge);
    for (const byte of bytes.subarray(i + 1, t + 1)) state = nextState(network, byte, state);
    return lossNats(network, state, bytes[t + 1]!);
  };
  const slopes = Array.from(
    { length: HIDDEN },
    (_, unit) => (lossWith(unit, STEP) - lossWith(unit, -STEP)) / (2 * STEP),
  );
  return Math.hypot(...slopes);
}

test('the share of an error that is left after i steps is what a finite difference says', () => {
  // One error alone: the text is just long enough for its steps.
  const bytes = exampleBytes(8, 3);
  const t = bytes.length - 2;
  const lens = lensOver(weights);
  lens.read(bytes);
  const flow = gradientFlow(lens, t)!;
  expect(flow.median).toHaveLength(t + 1);
  const whole = slopeNorm(bytes, t, t);
  for (const [steps, share] of flow.median.entries()) {
    expect(worstShare([share], [slopeNorm(bytes, t, t - steps) / whole]), `${steps} steps`).toBeLessThan(TOLERANCE);
  }
});

describe('over many errors', () => {
  const lens = lensOver(weights);
  lens.read(exampleBytes(180, 4));
  const flow = gradientFlow(lens, 20)!;

  test('it begins with all of each error, and the quantiles keep their order', () => {
    expect([flow.median[0], flow.low[0], flow.high[0]]).toEqual([1, 1, 1]);
    for (const [steps, median] of flow.median.entries()) {
      expect(flow.low[steps]).toBeLessThanOrEqual(median);
      expect(flow.high[steps]).toBeGreaterThanOrEqual(median);
    }
  });

  test('the median is that of the exact backward pass of each error', () => {
    const bytes = lens.bytes;
    const origins = Array.from({ length: MOST_ORIGINS }, (_, index) =>
      Math.round(20 + (index * (bytes.length - 22)) / (MOST_ORIGINS - 1)),
    );
    const shares = origins.map((t) => slopeNorm(bytes, t, t - 7) / slopeNorm(bytes, t, t)).sort((a, b) => a - b);
    expect(worstShare([flow.median[7]!], [(shares[31]! + shares[32]!) / 2])).toBeLessThan(TOLERANCE);
  });
});

test('with a recurrent matrix that is a multiple of the identity and small states, each step multiplies an error by that factor', () => {
  const quiet: Network = {
    hiddenSize: HIDDEN,
    Wxh: network.Wxh.map(() => 0),
    Whh: network.Whh.map(() => 0),
    Who: network.Who,
  };
  for (let unit = 0; unit < HIDDEN; unit++) quiet.Whh[unit * HIDDEN + unit] = 0.5;
  const lens = lensOver({
    hiddenSize: HIDDEN,
    alphabet: null,
    Wxh: Float32Array.from(quiet.Wxh),
    Whh: Float32Array.from(quiet.Whh),
    Who: Float32Array.from(quiet.Who),
  });
  lens.read(exampleBytes(40, 5));
  const { median } = gradientFlow(lens, 10)!;
  for (const [steps, share] of median.entries()) expect(share).toBeCloseTo(0.5 ** steps, 6);
});

test('a text of two bytes has no step to flow back', () => {
  const lens = lensOver(weights);
  lens.read(exampleBytes(2, 1));
  expect(gradientFlow(lens, 10)).toBeNull();
});
