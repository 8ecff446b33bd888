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

/** The filters as docs/writing.md defines them: sort, cut, cut, cut; whole parts of 2^-44 added as whole numbers. */
function reference(probabilities: Float32Array, { topK, topP, minP }: Filters): number[] {
  const parts = (ranked: [number, number][]) =>
    ranked.reduce((sum, [, p]) => sum + BigInt(Math.floor(p * 2 ** 44)), 0n);
  const ranked = [...probabilities.entries()].filter(([, p]) => p > 0).sort(([i, p], [j, q]) => q - p || i - j);
  const afterTopK = topK === 0 ? ranked : ranked.slice(0, topK);
  const share = topP * Number(parts(afterTopK));
  const afterTopP = afterTopK.filter(
    (_, rank) => rank === 0 || topP >= 1 || Number(parts(afterTopK.slice(0, rank))) < share,
  );
  const afterMinP = afterTopP.filter(([, p]) => p >= minP * (ranked[0]?.[1] ?? 0));
  return afterMinP.map(([byte]) => byte).sort((a, b) => a - b);
}

/** The draw as docs/writing.md defines it. */
function referenceDraw(probabilities: Float32Array, uniform: number): number {
  const total = probabilities.reduce((sum, p) => sum + p, 0);
  const possible = [...probabilities.entries()].filter(([, p]) => p > 0).map(([byte]) => byte);
  const upTo = (byte: number) => probabilities.subarray(0, byte + 1).reduce((sum, p) => sum + p, 0);
  return possible.find((byte) => upTo(byte) > uniform * total) ?? possible.at(-1)!;
}

/** Cases of each property here; `UNROLL_PROPERTY_RUNS=100000` looks as long as one wants. */
const numRuns = Number(process.env.UNROLL_PROPERTY_RUNS ?? 200);

/** Free values, and few different ones, so that there are many equals. */
const value = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.015, 0.5, 1));
const distribution = fc
  .array(value, { minLength: 256, maxLength: 256 })
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
      { numRuns },
    );
  });

  test('top-p cuts at the same byte in whatever order it adds: many equals, and one of 2e-15', () => {
    for (let place = 0; place < 256; place++) {
      for (const topP of [0.01, 0.3, 0.5, 0.7, 0.95]) {
        const probabilities = new Float32Array(256).fill(1 / 255);
        probabilities[place] = 2e-15;
        const wanted = reference(probabilities, { ...OFF, topP });
        filtered(probabilities, { ...OFF, topP });
        expect([...probabilities.entries()].filter(([, p]) => p > 0).map(([byte]) => byte)).toEqual(wanted);
      }
    }
  });
});

test('the draw takes the byte that a plain reference takes', () => {
  fc.assert(
    fc.property(
      distribution,
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (probabilities, uniform) => {
        expect(drawByte(probabilities, uniform)).toBe(referenceDraw(probabilities, uniform));
      },
    ),
    { numRuns },
  );
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
