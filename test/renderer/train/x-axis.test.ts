// Tests the three things a chart may run over.
import { describe, expect, it } from 'vitest';
import { timeTicks, updateAtX, xAtUpdate, xOf } from '../../../src-renderer/train/x-axis';

const places = [0, 1, 2, 3].map((index) => ({
  update: 10 * index,
  bytes: 5000 * index,
  elapsedMs: 1000 * index * index,
}));

describe('An axis', () => {
  it('runs over updates, bytes, or seconds of training', () => {
    expect(['updates', 'bytes', 'time'].map((axis) => xOf(places[2]!, axis as 'updates'))).toEqual([20, 10_000, 4]);
  });

  it('finds an update between two points, and back', () => {
    expect(xAtUpdate(places, 25, 'time')).toBeCloseTo(6.5);
    expect(updateAtX(places, 6.5, 'time')).toBeCloseTo(25);
    expect(xAtUpdate(places, 99, 'bytes')).toBe(15_000);
    expect(updateAtX([], 3, 'bytes')).toBe(0);
  });

  it('is marked at round times, not too many', () => {
    expect(timeTicks(0, 100, 7).map(({ value }) => value)).toEqual([0, 15, 30, 45, 60, 75, 90]);
    expect(timeTicks(3601, 36_000, 7).map(({ value }) => value)).toEqual([7200, 14_400, 21_600, 28_800, 36_000]);
  });
});
