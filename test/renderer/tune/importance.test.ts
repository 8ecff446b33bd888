// Tests how much a searched setting is said to have mattered.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importance, importanceWord, type Tried } from '../../../src-renderer/tune/importance';

const tried = (pairs: [number | string, number][]): Tried[] => pairs.map(([value, result]) => ({ value, result }));
const numbers = fc.array(
  fc.tuple(fc.double({ min: 1, max: 100, noNaN: true }), fc.double({ min: 1, max: 8, noNaN: true })),
  {
    minLength: 4,
    maxLength: 20,
  },
);

describe('The importance of a setting', () => {
  it('is 1 where the result follows it, rising or falling, by whatever curve', () => {
    const values = [1, 2, 5, 9, 20];
    expect(importance(tried(values.map((value) => [value, value ** 3])))).toBeCloseTo(1);
    expect(importance(tried(values.map((value) => [value, 1 / value])))).toBeCloseTo(1);
  });

  it('is 0 where every result is the same', () => {
    expect(importance(tried([1, 2, 3, 4].map((value) => [value, 2])))).toBe(0);
    expect(importance(tried(['a', 'b', 'a', 'b'].map((value) => [value, 2])))).toBe(0);
  });

  it('lies between 0 and 1, and does not change when a number is measured in another unit', () => {
    fc.assert(
      fc.property(numbers, (pairs) => {
        const amount = importance(tried(pairs))!;
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount).toBeLessThanOrEqual(1 + 1e-9);
        expect(importance(tried(pairs.map(([value, result]) => [value * 1024, result])))).toBeCloseTo(amount, 9);
      }),
    );
  });

  it('is much for a choice that parts good from bad', () => {
    const parted = tried([
      ['adam', 2],
      ['adam', 2.1],
      ['sgd', 4],
      ['sgd', 4.1],
    ]);
    expect(importanceWord(importance(parted))).toBe('high importance');
  });

  it('is not given for three', () => {
    expect(
      importance(
        tried([
          [1, 1],
          [2, 2],
          [3, 3],
        ]),
      ),
    ).toBeNull();
  });
});
