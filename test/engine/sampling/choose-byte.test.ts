// Tests filters and draw against a plain reference, their order, and that bytes are drawn as often as they should be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, nextUniform } from '../../../src-engine/model/random';
import { chooseByte, likeliestByte, type Filters } from '../../../src-engine/sampling/choose-byte';
import { plainDraw, plainFilters, plainLikeliest } from './plain-choice';

const OFF: Filters = { topK: 0, topP: 1, minP: 0 };
const LOGITS = new Float32Array(256);

/** What the filters leave of 256 probabilities, and what is drawn of it. */
function choose(probabilities: Float32Array, filters: Partial<Filters> = {}, uniform = 0, logits = LOGITS) {
  const left = probabilities.slice();
  const byte = chooseByte(logits, left, { ...OFF, ...filters }, uniform, new Uint8Array(256));
  return { left, byte };
}

/** 256 probabilities, of which those given come first. */
const first = (...given: number[]) => Float32Array.from({ length: 256 }, (_, byte) => given[byte] ?? 0);
const bytesLeft = (probabilities: Float32Array, filters: Partial<Filters>) =>
  [...choose(probabilities, filters).left.keys()].filter((byte) => choose(probabilities, filters).left[byte]! > 0);
const left = (filters: Partial<Filters>) => bytesLeft(first(0.4, 0.3, 0.2, 0.1), filters);

/** Spread over many magnitudes, with equals, and with what lies at and below the unit 2⁻⁴⁴. */
const probability = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value ** 8),
  fc.constantFrom(0, 0, 1, 0.5, 1 / 3, 2 ** -44, 1.5 * 2 ** -44, 2 ** -45, 2e-15, 1e-30),
);
const distribution = fc
  .array(probability, { minLength: 256, maxLength: 256 })
  .map((values) => Float32Array.from(values));
const share = fc.oneof(fc.constantFrom(0, 0.01, 0.05, 0.5, 0.95, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const filters = fc.record({ topK: fc.oneof(fc.constantFrom(0, 1, 2, 40), fc.nat(256)), topP: share, minP: share });
const uniform = fc.nat(2 ** 24 - 1).map((whole) => whole / 2 ** 24);

describe('the filters', () => {
  test('top-k leaves the k most likely', () => expect(left({ topK: 2 })).toEqual([0, 1]));
  test('top-p leaves the fewest that make up the share', () => expect(left({ topP: 0.65 })).toEqual([0, 1]));
  test('min-p leaves those at least so likely as a share of the most likely', () =>
    expect(left({ minP: 0.6 })).toEqual([0, 1]));
  test('top-p counts its share within what top-k has left, so top-k comes first', () =>
    expect(left({ topK: 2, topP: 0.5 })).toEqual([0]));
  test('min-p measures by the most likely byte and comes last', () =>
    expect(left({ topK: 3, topP: 0.95, minP: 0.7 })).toEqual([0, 1]));
  test('all off leave everything', () => expect(left({})).toEqual([0, 1, 2, 3]));

  test('of equals the lower bytes stay', () => {
    const equals = first(0.125, 0.25, 0.125, 0.25, 0.25);
    expect(bytesLeft(equals, { topK: 2 })).toEqual([1, 3]);
    expect(bytesLeft(equals, { topP: 0.76 })).toEqual([0, 1, 3, 4]);
  });

  test('a share that is met exactly is enough', () => {
    const quarters = first(0.25, 0.25, 0.25, 0.25);
    expect(bytesLeft(quarters, { topP: 0.5 })).toEqual([0, 1]);
    expect(bytesLeft(quarters, { topP: 0.5 + 2 ** -50 })).toEqual([0, 1, 2]);
    expect(bytesLeft(first(0.5, 0.25, 0.125), { minP: 0.5 })).toEqual([0, 1]);
    expect(bytesLeft(first(0.5, 0.25, 0.125), { minP: 0.5 + 2 ** -50 })).toEqual([0]);
  });

  test('many equals and one of 2e-15 are halved exactly (a counterexample once found with seed 230363804)', () => {
    const equals = [
      5, 18, 23, 39, 45, 46, 47, 60, 61, 77, 84, 116, 127, 134, 135, 150, 162, 167, 172, 175, 190, 191, 193, 198, 217,
      225, 226, 244,
    ];
    const probabilities = new Float32Array(256);
    for (const byte of equals) probabilities[byte] = 1;
    probabilities[10] = 2e-15;
    expect(bytesLeft(probabilities, { topP: 0.5 })).toEqual(equals.slice(0, 14));
  });

  test('what is less than a unit of 2⁻⁴⁴ is never drawn, and the rest is cut down to whole units', () => {
    const cut = choose(first(0.5, 2 ** -45, 1.75 * 2 ** -44, NaN)).left;
    expect(cut).toEqual(first(0.5, 0, 2 ** -44, 0));
  });
});

test('filters and draw do what the plain reference does, for any probabilities', () => {
  fc.assert(
    fc.property(distribution, filters, uniform, (probabilities, chosen, u) => {
      const expected = plainFilters(probabilities, chosen);
      const { left, byte } = choose(probabilities, chosen, u);
      expect(left).toEqual(Float32Array.from(expected));
      expect(byte).toBe(plainDraw(expected, u) ?? 0);
    }),
  );
});

test('bytes are drawn as often as they are likely (chi-square over 200,000 draws of 256 bytes, seed 3)', () => {
  const random = createRandom(3, 'test');
  const weights = Float32Array.from({ length: 256 }, (_, byte) => (byte % 5 === 0 ? 0 : (1 + (byte % 17)) / 2 ** 12));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = new Uint32Array(256);
  const draws = 200_000;
  for (let index = 0; index < draws; index++) counts[choose(weights, {}, nextUniform(random)).byte]! += 1;
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

test('the byte drawn is the first whose running sum exceeds the place, so one of probability 0 never is', () => {
  const halves = first(0, 0.5, 0.5);
  expect(choose(halves, {}, 0).byte).toBe(1);
  expect(choose(halves, {}, 0.5 - 2 ** -24).byte).toBe(1);
  expect(choose(halves, {}, 0.5).byte).toBe(2);
  expect(choose(halves, {}, 1 - 2 ** -24).byte).toBe(2);
});

test('where the logits have overflowed and give no probabilities, the most likely byte is taken', () => {
  const logits = new Float32Array(256).fill(-Infinity);
  logits.set([NaN, 3, Infinity, Infinity], 7);
  expect(choose(new Float32Array(256).fill(NaN), { topP: 0.5 }, 0.9, logits).byte).toBe(9);
});

test('at temperature 0 the greatest logit is taken, the lowest of equals, NaN only before -∞', () => {
  expect(likeliestByte(Float32Array.from([1, 5, 3]))).toBe(1);
  expect(likeliestByte(Float32Array.from([1, 5, 5]))).toBe(1);
  expect(likeliestByte(Float32Array.from([-Infinity, -7, -8]))).toBe(1);
  expect(likeliestByte(Float32Array.from([NaN, -3e38, NaN]))).toBe(1);
  expect(likeliestByte(Float32Array.from([-Infinity, NaN, NaN]))).toBe(1);
  const logit = fc.oneof(fc.float(), fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, 1));
  fc.assert(
    fc.property(fc.array(logit, { minLength: 256, maxLength: 256 }), (values) => {
      const logits = Float32Array.from(values);
      expect(likeliestByte(logits)).toBe(plainLikeliest(logits));
    }),
  );
});
