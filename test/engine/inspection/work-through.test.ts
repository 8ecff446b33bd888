import { describe, expect, test } from 'vitest';
import { workThrough } from '../../../src-engine/inspection/work-through';
import { addGradients, lossNats, prediction, walkOn, zeroNetwork } from '../../../src-engine/kernels/reference';
import { beginLane } from '../../../src-engine/kernels/reference-updates';
import { goldenCases, worstShare } from '../../fixtures/golden';
import { exampleBytes, MATRICES } from '../kernels/reference-tools';
import { lensOver, networkInBoth } from './lens-tools';

/** Of the largest value of a tensor, as the kernels are held to. */
const TOLERANCE = 1e-5;
/** In the case made of saturated units, where 1 - s² loses its digits. */
const SATURATED_TOLERANCE = 2e-3;

describe.each([
  { hidden: 1, t: 1, k: 0 },
  { hidden: 7, t: 11, k: 0 },
  { hidden: 13, t: 20, k: 6 },
  { hidden: 64, t: 5, k: 30 },
])('with H $hidden, byte $t and k $k', ({ hidden, t, k }) => {
  const { weights, network } = networkInBoth(hidden, 5, hidden === 64 ? 0.15 : 0.4);
  const bytes = exampleBytes(24, 8);
  const lens = lensOver(weights);
  lens.read(bytes);
  const example = workThrough(lens, t, k);
  const walk = walkOn(network, beginLane(hidden), bytes.subarray(0, t + 1));
  const state = walk.states[t + 1]!;

  test('the states, the softmax, the error and the loss are the equations’', () => {
    const first = Math.max(0, t - k);
    const states = walk.states.slice(first).flatMap((row) => Array.from(row));
    expect(worstShare(example.states, states)).toBeLessThan(TOLERANCE);
    const p = prediction(network, state);
    expect(worstShare(example.prediction, p)).toBeLessThan(TOLERANCE);
    const error = p.map((value, byte) => value - (byte === bytes[t + 1] ? 1 : 0));
    expect(worstShare(example.error, error)).toBeLessThan(TOLERANCE);
    expect(worstShare([example.lossNats], [lossNats(network, state, bytes[t + 1]!)])).toBeLessThan(TOLERANCE);
    const sums = example.fromByte.map((value, unit) => value + example.fromState[unit]!);
    expect(worstShare(sums.map(Math.tanh), state)).toBeLessThan(TOLERANCE);
    const deltas = example.throughWho.map((value, unit) => value * (1 - state[unit]! ** 2));
    expect(worstShare(example.deltas.slice(-hidden), deltas)).toBeLessThan(TOLERANCE);
    expect(example.bytes).toEqual(bytes.slice(first, t + 1));
    expect(example.target).toBe(bytes[t + 1]);
  });

  test('each gradient is the reference’s', () => {
    const gradients = zeroNetwork(hidden);
    addGradients(gradients, network, walk, { t, target: bytes[t + 1]!, truncation: k, share: 1 });
    for (const name of MATRICES) {
      expect(worstShare(example[`d${name}`], gradients[name]), name).toBeLessThan(TOLERANCE);
    }
  });

  test('its gradients are the sums of its own terms', () => {
    const { deltas, states, dWhh } = example;
    const sums = new Float64Array(hidden * hidden);
    for (let term = 0; term * hidden < deltas.length; term++) {
      for (let row = 0; row < hidden; row++) {
        for (let column = 0; column < hidden; column++) {
          sums[row * hidden + column]! += states[term * hidden + row]! * deltas[term * hidden + column]!;
        }
      }
    }
    expect(worstShare(dWhh, sums)).toBeLessThan(TOLERANCE);
  });
});

const golden = goldenCases().filter(({ optimizer, mode }) => optimizer === null && mode === 'sliding');

test.each(golden)('added up over every byte, the worked gradients are the reference values of $name', (reference) => {
  const { lanes, steps, truncation, hidden, text, expected, weights } = reference;
  const laneBytes = Math.floor((text.length - 1) / lanes);
  const lens = lensOver({ hiddenSize: hidden, alphabet: null, ...weights });
  const sums = zeroNetwork(hidden);
  for (let lane = 0; lane < lanes; lane++) {
    lens.read(text.subarray(lane * laneBytes, lane * laneBytes + steps + 1));
    for (let t = 0; t < steps; t++) {
      const example = workThrough(lens, t, truncation);
      for (const name of MATRICES) {
        for (const [index, value] of example[`d${name}`].entries()) sums[name][index]! += value / (lanes * steps);
      }
    }
  }
  const tolerance = reference.name.includes('saturated') ? SATURATED_TOLERANCE : TOLERANCE;
  for (const name of MATRICES) expect(worstShare(sums[name], expected[name]), name).toBeLessThan(tolerance);
});

test('a byte outside of the alphabet is not predicted and has no part in any gradient', () => {
  const { weights } = networkInBoth(6, 3, 0.4);
  const alphabet = Uint8Array.of(10, 97, 98, 99);
  const lens = lensOver({ ...weights, alphabet });
  lens.read(Uint8Array.of(97, 98, 10, 99, 97));
  const { prediction: p, dWho, error } = workThrough(lens, 3, 3);
  const others = Array.from(p.keys()).filter((byte) => !alphabet.includes(byte));
  expect(others.every((byte) => p[byte] === 0 && error[byte] === 0 && dWho[byte] === 0)).toBe(true);
  expect(Array.from(alphabet, (byte) => p[byte]!).reduce((sum, value) => sum + value)).toBeCloseTo(1, 6);
});
