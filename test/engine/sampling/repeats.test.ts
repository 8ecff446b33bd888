// Tests the penalty on repeats and the notice of circling against plain references, and what both do to a text that would circle.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialWeights } from '../../../src-engine/model/initialise';
import { DEFAULT_SAMPLING } from '../../../src-engine/protocol/writing';
import { createCircling } from '../../../src-engine/sampling/circling';
import { createGenerator } from '../../../src-engine/sampling/generator';
import { createRepeatPenalty } from '../../../src-engine/sampling/repeat-penalty';
import { textEncoding } from '../../../src-engine/sampling/text-encoding';
import { kernelSet } from '../one-thread';
import { plainCircle, plainRepeatPenalty } from './plain-desk';

const letters = (maxLength: number) => fc.array(fc.constantFrom(97, 98, 10), { maxLength });

test('what is taken from each byte is that of the plain reference, after any text', () => {
  const chosen = fc.record({
    repeatPenalty: fc.double({ min: 0.1, max: 5, noNaN: true }),
    repeatBase: fc.double({ min: 1, max: 4, noNaN: true }),
    repeatLength: fc.integer({ min: 2, max: 6 }),
    repeatWindow: fc.integer({ min: 16, max: 60 }),
    repeatBreakers: fc.constantFrom('', '\n'),
  });
  fc.assert(
    fc.property(letters(150), chosen, (text, some) => {
      const options = { ...DEFAULT_SAMPLING, ...some };
      const penalty = createRepeatPenalty(options, textEncoding('utf-8'))!;
      for (const byte of text) penalty.push(byte);
      const logits = new Float32Array(256).fill(1);
      penalty.penalise(logits);
      const taken = plainRepeatPenalty(text, options, [...Buffer.from(options.repeatBreakers)]);
      expect(logits).toEqual(Float32Array.from(taken, (amount) => 1 - amount));
    }),
  );
});

test('a circle is told at its first byte, by the length of the stretch that repeats', () => {
  fc.assert(
    fc.property(letters(40), fc.integer({ min: 1, max: 60 }), (before, length) => {
      const stretch = Array.from({ length }, (_, index) => (index * 7) % 251);
      const text = [...before, ...Array.from({ length: 4 * length + 130 }, (_, index) => stretch[index % length]!)];
      const circling = createCircling();
      const told = text.findIndex((byte) => circling.push(byte) > 0);
      const wanted = text.findIndex((_, index) => plainCircle(text.slice(0, index + 1)) > 0);
      expect(told).toBe(wanted);
    }),
    { numRuns: 30 },
  );
});

test('rows of dashes are no circle, and one that was told is not told again until it has been left', () => {
  const circling = createCircling();
  const dashes = Array.from({ length: 100 }, () => circling.push(45));
  expect(dashes.every((told) => told === 0)).toBe(true);
  const more = Array.from({ length: 200 }, () => circling.push(45));
  expect(more.filter((told) => told === 1)).toHaveLength(1);
});

/** So small a network at temperature 0 says one thing again and again. */
const weights = initialWeights(24, 7, 'uniform');
const greedy = { ...DEFAULT_SAMPLING, temperature: 0, bytes: 3000 };
const written = (more: Partial<typeof greedy>) => {
  const generator = createGenerator(kernelSet('strict'), weights, { ...greedy, ...more });
  return { text: generator.next(3000), ending: generator.ending };
};

test('a text that circles is ended with a word where that is asked for, and is the same up to there', () => {
  const { text, ending } = written({ stopCircling: true });
  expect(ending).toMatchObject({ kind: 'circling' });
  expect(text.length).toBeLessThan(3000);
  expect(plainCircle([...text])).toBeGreaterThan(0);
  expect(text).toEqual(written({}).text.subarray(0, text.length));
});

test('the penalty breaks the circle: no stretch of 60 bytes stands twice within its window', () => {
  const options = { repeatPenalty: 1, repeatLength: 12, repeatBase: 1.2 };
  const { text, ending } = written({ ...options, stopCircling: true });
  expect(ending).toBeNull();
  const asText = Buffer.from(text).toString('latin1');
  for (let at = 60; at < text.length; at++) {
    const stretch = asText.slice(at - 60, at);
    expect(asText.slice(Math.max(0, at - 1000), at - 1)).not.toContain(stretch);
  }
});
