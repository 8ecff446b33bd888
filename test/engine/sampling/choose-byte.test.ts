import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFilters, drawByte, likeliestByte } from '../../../src-engine/sampling/choose-byte';

const OFF = { topK: 0, topP: 1, minP: 0 };
const example = () => Float32Array.from([0.4, 0.3, 0.2, 0.1]);
const left = (filters: Partial<typeof OFF>) => {
  const probabilities = example();
  applyFilters(probabilities, { ...OFF, ...filters });
  return [...probabilities.entries()].filter(([, probability]) => probability > 0).map(([byte]) => byte);
};

describe('the filters', () => {
  test('top-k leaves the k likeliest', () => expect(left({ topK: 2 })).toEqual([0, 1]));
  test('top-p leaves the fewest that make up the share', () => expect(left({ topP: 0.65 })).toEqual([0, 1]));
  test('min-p leaves those at least so likely as a share of the likeliest', () =>
    expect(left({ minP: 0.6 })).toEqual([0, 1]));
  test('top-p counts its share within what top-k has left', () => expect(left({ topK: 2, topP: 0.5 })).toEqual([0]));
  test('all off leave everything', () => expect(left({})).toEqual([0, 1, 2, 3]));
  test('the likeliest byte always stays', () => {
    fc.assert(
      fc.property(
        fc.float32Array({ minLength: 256, maxLength: 256, min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 256 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (probabilities, topK, topP, minP) => {
          fc.pre(probabilities.some((probability) => probability > 0));
          const greatest = Math.max(...probabilities);
          applyFilters(probabilities, { topK, topP, minP });
          expect(Math.max(...probabilities)).toBe(greatest);
        },
      ),
    );
  });
});

test('bytes are drawn as often as they are likely (chi-square over 100,000 draws, 3 degrees of freedom)', () => {
  const counts = [0, 0, 0, 0];
  const draws = 100_000;
  for (let index = 0; index < draws; index++) counts[drawByte(example(), (index + 0.5) / draws)]! += 1;
  const expected = [...example()].map((probability) => probability * draws);
  const chiSquare = counts.reduce((sum, count, byte) => sum + (count - expected[byte]!) ** 2 / expected[byte]!, 0);
  expect(chiSquare).toBeLessThan(16.3);
});

test('a byte of probability 0 is never drawn, even at the very end of the range', () => {
  expect(drawByte(Float32Array.from([0, 0.5, 0.5, 0]), 1 - 2 ** -24)).toBe(2);
  expect(drawByte(Float32Array.from([0, 0.5, 0.5, 0]), 0)).toBe(1);
});

test('at temperature 0 the likeliest allowed byte is taken', () => {
  const logits = Float32Array.from([1, 5, 3]);
  expect(likeliestByte(logits, () => true)).toBe(1);
  expect(likeliestByte(logits, (byte) => byte !== 1)).toBe(2);
});
