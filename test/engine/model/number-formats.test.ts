// Holds the conversions to what the formats' numbers are by definition: every F16, every BF16, and any F64.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asFloat32 } from '../../../src-engine/model/number-formats';

const WORDS = Uint16Array.from({ length: 65_536 }, (_, word) => word);

/** (-1)^sign · 2^(exponent - bias) · 1.fraction, in float64, where each of these is exact. */
function byDefinition(word: number, exponentBits: number, fractionBits: number): number {
  const sign = word >> 15 ? -1 : 1;
  const exponent = (word >> fractionBits) & (2 ** exponentBits - 1);
  const fraction = (word & (2 ** fractionBits - 1)) / 2 ** fractionBits;
  const bias = 2 ** (exponentBits - 1) - 1;
  if (exponent === 2 ** exponentBits - 1) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** (1 - bias) : sign * (1 + fraction) * 2 ** (exponent - bias);
}

test.each([
  ['F16', 5, 10],
  ['BF16', 8, 7],
] as const)('every %s becomes the same number in F32', (dtype, exponentBits, fractionBits) => {
  const values = asFloat32(dtype, WORDS);
  const wrong = [...WORDS].filter((word) => !Object.is(values[word], byDefinition(word, exponentBits, fractionBits)));
  expect(wrong).toEqual([]);
});

test('an F64 becomes the nearest F32, and too large a one infinite', () => {
  const bits = new Float32Array(1);
  const words = new Uint32Array(bits.buffer);
  const beside = (value: number, steps: number) => {
    bits[0] = value;
    words[0]! += steps;
    return bits[0];
  };
  fc.assert(
    fc.property(fc.double({ min: 1e-30, max: 3e38, noNaN: true }), fc.boolean(), (size, isNegative) => {
      const wanted = isNegative ? -size : size;
      const [value = NaN] = asFloat32('F64', [wanted]);
      const gap = Math.abs(value - wanted);
      for (const steps of [-1, 1]) expect(gap).toBeLessThanOrEqual(Math.abs(beside(value, steps) - wanted));
    }),
  );
  expect([...asFloat32('F64', [1e39, -1e39, 1e-60, -0])]).toEqual([Infinity, -Infinity, 0, -0]);
});
