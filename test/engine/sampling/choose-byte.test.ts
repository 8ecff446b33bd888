// Tests the filters against a plain reference, their order, and that bytes are drawn as often as they should be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, nextUniform } from '../../../src-engine/model/random';
import { applyFilters, drawByte, likeliestByte, type Filters } from '../../../src-engine/sampling/choose-byte';

const OFF = { topK: 0, topP: 1, minP: 0 };
const example = () => Float32Array.from([0.4, 0.3, 0.2, 0.1]);
const filtered = (probabilities: Float32Array, filters: Filters) => {
  applyFilters(probabilities, filters, new Uint8Array(256));
  return probabilities;
};
const left = (filters: Partial<typeof OFF>) =>
  [...filtered(example(), { ...OFF, ...filters }).entries()]
    .filter(([, probability]) => probability > 0)
    .map(([byte]) => byte);

/** The filters as one would write them down: sort, cut, cut, cut. */
function reference(probabilities: Float32Array, { topK, topP, minP }: Filters): number[] {
  const ranked = [...probabilities.entries()].filter(([, p]) => p > 0).sort(([i, p], [j, q]) => q - p || i - j);
  const afterTopK = topK === 0 ? ranked : ranked.slice(0, topK);
  const within = afterTopK.reduce((sum, [, p]) => sum + p, 0);
  const afterTopP = afterTopK.filter((_, rank) => {
    const before = afterTopK.slice(0, rank).reduce((sum, [, p]) => sum + p, 0);
    return rank === 0 || topP >= 1 || before < topP * within;
  });
  const afterMinP = afterTopP.filter(([, p]) => p >= minP * (ranked[0]?.[1] ?? 0));
  return afterMinP.map(([byte]) => byte).sort((a, b) => a - b);
}

const distribution = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 256, maxLength: 256 })
  .map((values) => Float32Array.from(values, (value) => value ** 8))
  .filter((values) => values.some((value) => value > 0));

describe('the filters', () => {
  test('top-k leaves the k likeliest', () => expect(left({ topK: 2 })).toEqual([0, 1]));
  test('top-p leaves the fewest that make up the share', () => expect(left({ topP: 0.65 })).toEqual([0, 1]));
  test('min-p leaves those at least so likely as a share of the likeliest', () =>
    expect(left({ minP: 0.6 })).toEqual([0, 1]));
  test('top-p counts its share within what top-k has left, so top-k comes first', () =>
    expect(left({ topK: 2, topP: 0.5 })).toEqual([0]));
  test('min-p measures by the likeliest byte and comes last', () =>
    expect(left({ topK: 3, topP: 0.95, minP: 0.7 })).toEqual([0, 1]));
  test('all off leave everything', () => expect(left({})).toEqual([0, 1, 2, 3]));

  test('together they leave what a plain reference leaves, unchanged, and nothing else', () => {
    fc.assert(
      fc.property(
        distribution,
        fc.constantFrom(0, 1, 2, 5, 40, 255, 256),
        fc.constantFrom(1, 0.95, 0.5, 0.01, 0),
        fc.constantFrom(0, 0.05, 0.5, 1),
        (probabilities, topK, topP, minP) => {
          const wanted = reference(probabilities, { topK, topP, minP });
          const expected = probabilities.map((probability, byte) => (wanted.includes(byte) ? probability : 0));
          expect(filtered(probabilities.slice(), { topK, topP, minP })).toEqual(expected);
        },
      ),
    );
  });
});

test('bytes are drawn as often as they are likely (chi-square over 200,000 draws of 256 bytes, seed 3)', () => {
  const random = createRandom(3, 'test');
  const weights = Float32Array.from({ length: 256 }, (_, byte) => (byte % 5 === 0 ? 0 : 1 + (byte % 17)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = new Uint32Array(256);
  const draws = 200_000;
  for (let index = 0; index < draws; index++) counts[drawByte(weights, nextUniform(random))]! += 1;
  const possible = [...weights.keys()].filter((byte) => weights[byte]! > 0);
  const chiSquare = possible.reduce((sum, byte) => {
    const expected = (draws * weights[byte]!) / total;
    return sum + (counts[byte]! - expected) ** 2 / expected;
  }, 0);
  const degrees = possible.length - 1;
  // Beyond three standard deviations of the chi-square distribution: 1 in 700.
  expect(Math.abs(chiSquare - degrees)).toBeLessThan(3 * Math.sqrt(2 * degrees));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(draws);
  for (const [byte, weight] of weights.entries()) if (weight === 0) expect(counts[byte]).toBe(0);
});

test('a byte of probability 0 is never drawn, even at the very end of the range', () => {
  expect(drawByte(Float32Array.from([0, 0.5, 0.5, 0]), 1 - 2 ** -24)).toBe(2);
  expect(drawByte(Float32Array.from([0, 0.5, 0.5, 0]), 0)).toBe(1);
});

test('at temperature 0 the likeliest byte is taken, the lowest of equals', () => {
  expect(likeliestByte(Float32Array.from([1, 5, 3]))).toBe(1);
  expect(likeliestByte(Float32Array.from([1, 5, 5]))).toBe(1);
  expect(likeliestByte(Float32Array.from([-Infinity, -7, -8]))).toBe(1);
});
