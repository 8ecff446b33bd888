import { expect, test } from 'vitest';
import { sizeBelow } from '../../../src-renderer/drawing/matrix-picture';

test('the scale’s end is the size that nearly all elements stay below, whatever their signs', () => {
  const values = Float32Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? 1 : -1) * (index / 1000));
  expect(sizeBelow(values, 0.5)).toBeCloseTo(0.5, 6);
  values[3] = 900;
  expect(sizeBelow(values, 0.99)).toBeLessThan(1);
});

test('a matrix of zeros has a scale all the same, and one that is zero but for a few has those as its end', () => {
  expect(sizeBelow(new Float32Array(10), 0.9)).toBe(1);
  expect(sizeBelow(Float32Array.of(0, 0, 0, 0, 0.25), 0.5)).toBe(0.25);
});

test('a million elements are judged by a part of them', () => {
  const values = Float32Array.from({ length: 1_000_000 }, (_, index) => index / 1_000_000);
  expect(sizeBelow(values, 0.995)).toBeCloseTo(0.995, 3);
});
