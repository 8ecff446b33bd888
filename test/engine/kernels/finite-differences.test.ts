import { describe, expect, test } from 'vitest';
import { lossNats, nextState, walkOn, type Network } from '../../../src-engine/kernels/reference';
import {
  beginLane,
  beginRun,
  differentiateNext,
  laneTexts,
  type Backprop,
} from '../../../src-engine/kernels/reference-updates';
import { worstShare } from '../../fixtures/golden';
import { exampleBytes, exampleNetwork, MATRICES } from './reference-tools';

/** Central differences: of h² and of rounding/h there is about 1e-11 each. */
const STEP = 1e-5;
/** Of the matrix's greatest derivative. */
const TOLERANCE = 1e-8;

const HIDDEN = 3;
const LANES = 2;
const STEPS = 6;
const text = exampleBytes(LANES * STEPS + 1, 3);
const lanes = laneTexts(text, LANES);
const network = exampleNetwork(HIDDEN, 3);
/** The states of each lane before its bytes, which no window changes. */
const fixedStates = lanes.map((bytes) => walkOn(network, beginLane(HIDDEN), bytes.subarray(0, STEPS)).states);

/** The first update's mean loss: every window recomputed by `changed`, from the fixed state before its first byte. */
function lossOfWindows(changed: Network, { mode, truncation }: Backprop): number {
  let loss = 0;
  for (const [lane, bytes] of lanes.entries()) {
    const states = fixedStates[lane]!;
    for (let t = 0; t < STEPS; t++) {
      const first = mode === 'segment' ? 0 : Math.max(0, t - truncation);
      let state = states[first]!;
      for (const byte of bytes.subarray(first, t + 1)) state = nextState(changed, byte, state);
      loss += lossNats(changed, state, bytes[t + 1]!) / (LANES * STEPS);
    }
  }
  return loss;
}

/** (loss(W + h) - loss(W - h)) / 2h for every element of one matrix. */
function centralDifferences(name: (typeof MATRICES)[number], backprop: Backprop): Float64Array {
  const matrix = network[name].slice();
  const changed = { ...network, [name]: matrix };
  return matrix.map((weight, index) => {
    const lossAt = (value: number) => {
      matrix[index] = value;
      return lossOfWindows(changed, backprop);
    };
    const slope = (lossAt(weight + STEP) - lossAt(weight - STEP)) / (2 * STEP);
    matrix[index] = weight;
    return slope;
  });
}

describe.each<Backprop>([
  { mode: 'segment', truncation: STEPS },
  { mode: 'sliding', truncation: 0 },
  { mode: 'sliding', truncation: 2 },
  { mode: 'sliding', truncation: STEPS - 1 },
])('in $mode with k $truncation', (backprop) => {
  const { gradients, lossNats: loss } = differentiateNext(beginRun(network), {
    text,
    lanes: LANES,
    steps: STEPS,
    backprop,
    optimizer: { name: 'sgd', learningRate: 0, clipNorm: 0 },
  });

  test('the windows have the update’s loss', () => {
    expect(worstShare([lossOfWindows(network, backprop)], [loss])).toBeLessThan(1e-14);
  });

  test.each(MATRICES)('the gradient of %s is the slope of the loss', (name) => {
    expect(worstShare(gradients[name], centralDifferences(name, backprop))).toBeLessThan(TOLERANCE);
  });
});
