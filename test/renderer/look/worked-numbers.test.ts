import { expect, test } from 'vitest';
import type { WorkedExample } from '../../../src-engine/protocol/inspection';
import {
  bytesToShow,
  exactly,
  exampleAsCsv,
  exampleAsJson,
  termsOf,
} from '../../../src-renderer/look/book/worked-numbers';

const filled = (length: number, value: (index: number) => number) =>
  Float32Array.from({ length }, (_, index) => value(index));

/** H 2, k 2, at t = 5. */
const example: WorkedExample = {
  hiddenSize: 2,
  position: 5,
  bytes: Uint8Array.of(97, 98, 97),
  target: 99,
  states: Float32Array.of(0.5, -0.25, 0.125, 0.75, -0.5, 0.25, 0.875, 0.0625),
  fromByte: Float32Array.of(0.25, 0.5),
  fromState: Float32Array.of(0.5, 0.75),
  logits: filled(256, (byte) => (byte === 99 ? 1 : 0)),
  prediction: filled(256, (byte) => (byte < 10 ? (10 - byte) / 64 : 0)),
  error: filled(256, () => 0.5),
  throughWho: Float32Array.of(1, 2),
  deltas: Float32Array.of(0.25, 0.5, -1, 2, 0.5, -0.75),
  lossNats: 4.25,
  dWxh: filled(512, () => 0),
  dWhh: Float32Array.of(1, 2, 3, 4),
  dWho: filled(512, (index) => index),
};

test('the terms run from t back to t-k, each the product of its state and its δ, with the sum so far', () => {
  const terms = termsOf(example, 0, 1);
  expect(terms.map(({ i, byte }) => [i, byte])).toEqual([
    [5, 97],
    [4, 98],
    [3, 97],
  ]);
  expect(terms.map(({ previous, delta, product, sum }) => [previous, delta, product, sum])).toEqual([
    [-0.5, -0.75, 0.375, 0.375],
    [0.125, 2, 0.25, 0.625],
    [0.5, 0.5, 0.25, 0.875],
  ]);
  expect(terms[1]!.deltaNorm).toBeCloseTo(Math.hypot(1, 2), 12);
});

test('the most likely bytes are shown, and the one that came', () => {
  expect(bytesToShow(example, 3)).toEqual([0, 1, 2, 99]);
});

test('a number is written with the seven digits of an f32', () => {
  expect(exactly(Math.fround(0.1))).toBe('0.1');
  expect(exactly(Math.fround(-1.2345678e-12))).toBe('-1.234568e-12');
});

test('JSON and CSV hold every number under its name', () => {
  const json = JSON.parse(exampleAsJson(example)) as Record<string, unknown>;
  expect(json).toMatchObject({ t: 5, target: 99, E: 4.25, x: [97, 98, 97] });
  expect(json.delta).toEqual([
    [0.25, 0.5],
    [-1, 2],
    [0.5, -0.75],
  ]);
  expect(json.dWhh).toEqual([
    [1, 2],
    [3, 4],
  ]);
  const lines = exampleAsCsv(example).trim().split('\n');
  expect(lines[0]).toBe('tensor,row,column,value');
  expect(lines).toContain('delta,1,1,2');
  expect(lines).toContain('dWho,1,3,259');
  expect(lines.length).toBe(1 + 1 + 8 + 2 + 2 + 256 * 3 + 2 + 6 + 512 + 4 + 512);
});
