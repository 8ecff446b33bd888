import { expect, test } from 'vitest';
import { TOP_BYTES, topBytesOf, readText, saturation } from '../../../src-engine/inspection/read-text';
import { charactersOf, textFeatures } from '../../../src-engine/inspection/text-features';
import { correlations } from '../../../src-engine/inspection/unit-scores';
import { prediction, walkOn } from '../../../src-engine/kernels/reference';
import { beginLane } from '../../../src-engine/kernels/reference-updates';
import { worstShare } from '../../fixtures/golden';
import { exampleBytes } from '../kernels/reference-tools';
import { lensOver, networkInBoth } from './lens-tools';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const marks = (text: string, feature: keyof ReturnType<typeof textFeatures>) =>
  textFeatures(bytesOf(text))[feature].map(String).join('');

test('inside quotes is from the opening mark up to the closing one, straight or curly, and an empty line ends it', () => {
  expect(marks('a "b" c', 'quotes')).toBe('0011000');
  // A curly mark has three bytes.
  expect(marks('“b”', 'quotes')).toBe('1111000');
  expect(marks('"a\n\nb', 'quotes')).toBe('11100');
});

test('inside brackets counts nesting, passes over a closing one that nothing opened, and an empty line ends it', () => {
  expect(marks('a(b[c]d)e', 'brackets')).toBe('011111100');
  expect(marks(')a(b]c)', 'brackets')).toBe('0011110');
  expect(marks('(a\n\nb', 'brackets')).toBe('11100');
});

test('the line position counts bytes since the line end; capitals, digits and spaces are those of Unicode', () => {
  expect(textFeatures(bytesOf('ab\nc\n\nd')).line).toEqual([1, 2, 0, 1, 0, 0, 1]);
  expect(marks('aBÉ', 'capitals')).toBe('0111');
  expect(marks('a1٣', 'digits')).toBe('0111');
  expect(marks('a b\tc\n', 'spaces')).toBe('010101');
});

test('bytes of no well-formed character count as themselves', () => {
  expect(charactersOf(Uint8Array.of(0xc9, 0x61, 0xe2, 0x80))).toEqual(['É', 'a', 'â', '\u0080']);
});

test('a score is Pearson’s correlation; of 0 and 1 the point-biserial one', () => {
  const f = [0, 1, 0, 1, 1, 0];
  const follower = f.map((value) => 0.4 * value - 0.1);
  const opposite = f.map((value) => -0.3 * value);
  const constant = f.map(() => 0.2);
  const other = [0.1, 0.5, -0.2, 0.3, -0.4, 0.6];
  const s = Float32Array.from(f.flatMap((_, t) => [follower[t]!, opposite[t]!, constant[t]!, other[t]!]));
  const [r0, r1, r2, r3] = correlations(f, s, 4)!;
  expect(r0).toBeCloseTo(1, 6);
  expect(r1).toBeCloseTo(-1, 6);
  expect(r2).toBe(0);
  // Point-biserial: (M1 - M0)/σ · √(p·q).
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const sigma = Math.sqrt(mean(other.map((value) => (value - mean(other)) ** 2)));
  const of = (wanted: number) => mean(other.filter((_, t) => f[t] === wanted));
  expect(r3).toBeCloseTo(((of(1) - of(0)) / sigma) * Math.sqrt(0.25), 6);
});

test('nothing follows what never happens', () => {
  expect(correlations([0, 0, 0], new Float32Array(6), 2)).toBeNull();
});

test('a unit made to follow spaces is found first among all others', () => {
  const { weights } = networkInBoth(9, 2, 0.3);
  const unit = 4;
  for (let byte = 0; byte < 256; byte++) weights.Wxh[byte * 9 + unit] = byte === 0x20 ? 3 : -3;
  for (let other = 0; other < 9; other++) weights.Whh[other * 9 + unit] = 0;
  const { scores } = readText(lensOver(weights), bytesOf('to be or not to be, that is the question'), 4);
  const sizes = Array.from(scores.spaces!, Math.abs);
  expect(sizes.indexOf(Math.max(...sizes))).toBe(unit);
  expect(sizes[unit]).toBeGreaterThan(0.999);
  expect(scores.digits).toBeNull();
});

test('the five most likely bytes are ranked by probability, equals by value', () => {
  const p = new Float32Array(256);
  p[7] = 0.5;
  p[200] = 0.2;
  p[3] = 0.2;
  expect(topBytesOf(p, TOP_BYTES)).toEqual([7, 3, 200, 0, 1]);
});

test('a unit is saturated where its activation passes 0.95 either way', () => {
  const s = Float32Array.from([0.96, 0, -0.99, 0.5, 0.9, -0.97, 1, 0.94]);
  expect(Array.from(saturation(s, 2))).toEqual([0.75, 0.25]);
});

test('activations and expectations are those of the equations', () => {
  const { weights, network } = networkInBoth(12, 6, 0.3);
  const bytes = exampleBytes(30, 9);
  const reading = readText(lensOver(weights), bytes, 8);
  const { states } = walkOn(network, beginLane(12), bytes);
  const expected = states.slice(1).flatMap((state) => Array.from(state));
  expect(worstShare(reading.activations, expected)).toBeLessThan(1e-5);
  const p = prediction(network, states[30]!);
  const last = Array.from(reading.topBytes.slice(-TOP_BYTES));
  expect(
    worstShare(
      reading.probabilities.slice(-TOP_BYTES),
      last.map((byte) => p[byte]!),
    ),
  ).toBeLessThan(1e-5);
  expect(p[last[0]!]).toBe(Math.max(...p));
});
