import { expect, test } from 'vitest';
import { SampleTimes, updatesToSample } from '../../../src-engine/training/sample-times';

/** The updates with a sample in a run that does so many updates a second. */
function sampled(updates: number, perSecond: number, every = 0): number[] {
  const times = new SampleTimes(0);
  const all = Array.from({ length: updates + 1 }, (_, update) => update);
  return all.filter((update) => times.isDue(update, (update * 1000) / perSecond, every));
}

test('samples come after 0, 10, 30, 100 and 300 updates, then by time', () => {
  const [, , , , ...later] = sampled(3000, 100);
  expect(sampled(3000, 100).slice(0, 5)).toEqual([0, 10, 30, 100, 300]);
  expect(later.slice(1, 4)).toEqual([700, 1100, 1500]);
});

test('a slow run has a sample every four seconds all the same', () => {
  expect(sampled(12, 1)).toEqual([0, 4, 8, 10]);
});

test('a week of training leaves fewer than two hundred and fifty', () => {
  expect(sampled(7 * 24 * 3600, 1).length).toBeLessThan(250);
});

test('where a number of updates is set, samples come at its multiples only', () => {
  expect(sampled(100, 100, 20)).toEqual([20, 40, 60, 80, 100]);
});

test('an order ends where a sample is due', () => {
  expect([0, 9, 10, 150, 300].map((update) => updatesToSample(update, 0))).toEqual([10, 1, 20, 150, Infinity]);
  expect(updatesToSample(7, 20)).toBe(13);
});
