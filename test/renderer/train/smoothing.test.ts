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

  it('leaves a straight line as it is, to its very ends: it does not lag', () => {
    const xs = [0, 1, 2, 5, 9, 10, 30];
    const ys = xs.map((x) => 8 - x / 5);
    smooth(xs, ys, 0.9).forEach((value, index) => expect(value).toBeCloseTo(ys[index]!));
  });

  it('is the weighted straight line by least squares through all points', () => {
    const [xs, ys, strength] = [[0, 1, 3, 4, 8], [4, 1, 3, 0, 2], 0.7] as const;
    const average = 2;
    smooth([...xs], [...ys], strength).forEach((value, at) => {
      const weights = xs.map((x) => strength ** (Math.abs(x - xs[at]!) / average));
      const sum = (of: (index: number) => number) =>
        weights.reduce((all, weight, index) => all + weight * of(index), 0);
      const d = (index: number) => xs[index]! - xs[at]!;
      const [w, wd, wdd] = [sum(() => 1), sum(d), sum((index) => d(index) ** 2)];
      const [wy, wdy] = [sum((index) => ys[index]!), sum((index) => d(index) * ys[index]!)];
      expect(value).toBeCloseTo((wdd * wy - wd * wdy) / (w * wdd - wd * wd));
    });
  });

  it('is the same curve backwards', () => {
    const ys = [5, 1, 4, 2, 2, 3];
    const xs = ys.map((_, index) => index);
    expect(
      smooth(xs, ys.toReversed(), 0.8)
        .toReversed()
        .map((y) => y.toFixed(9)),
    ).toEqual(smooth(xs, ys, 0.8).map((y) => y.toFixed(9)));
  });

  it('takes no points and one point', () => {
    expect(smooth([], [], 0.9)).toEqual([]);
    expect(smooth([4], [2], 0.9)[0]).toBeCloseTo(2);
  });
});
