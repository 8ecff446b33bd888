// Tests the smoothing of the loss curve.
import { describe, expect, it } from 'vitest';
import { smooth } from '../../../src-renderer/train/smoothing';

describe('Smoothing', () => {
  it('changes nothing at strength 0', () => {
    expect(smooth([1, 2, 3], [5, 1, 4], 0)).toEqual([5, 1, 4]);
  });

  it('begins at the first value instead of near zero', () => {
    expect(smooth([1, 2], [8, 8], 0.99)[0]).toBeCloseTo(8);
  });

  it('leaves a constant curve as it is, however its points lie', () => {
    for (const value of smooth([1, 2, 30, 31, 500], [3, 3, 3, 3, 3], 0.9)) expect(value).toBeCloseTo(3);
  });

  it('is the usual moving average where points lie evenly', () => {
    const [, second] = smooth([10, 20, 30], [0, 1, 1], 0.5);
    expect(second).toBeCloseTo(0.5 / 0.75);
  });

  it('forgets more over a longer distance', () => {
    const near = smooth([0, 1, 2, 10], [1, 1, 1, 0], 0.9)[3]!;
    const far = smooth([0, 1, 2, 100], [1, 1, 1, 0], 0.9)[3]!;
    expect(far).toBeLessThan(near);
  });

  it('takes no points and one point', () => {
    expect(smooth([], [], 0.9)).toEqual([]);
    expect(smooth([4], [2], 0.9)[0]).toBeCloseTo(2);
  });
});
