// Tests the laws of the choice of candidates.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings, SETTINGS, settingProblem, type SettingName } from '../../../src-engine/hyperparameters';
import type { SearchRange } from '../../../src-engine/protocol/search-plan';
import { chooseCandidates } from '../../../src-engine/tuning/choose-candidates';

const BASE = { ...defaultSettings() };
const RANGES: SearchRange[] = [
  { name: 'learningRate', least: 0.0005, most: 0.02 },
  { name: 'hiddenSize', least: 32, most: 256 },
  { name: 'restartShare', least: 0, most: 0.1 },
  { name: 'optimizer', choices: ['adam', 'rmsprop'] },
];
const seeds = fc.integer({ min: 0, max: 4294967295 });
const counts = fc.integer({ min: 2, max: 40 });

test('the same seed gives the same candidates, another seed others, and the first is what one had', () => {
  expect(chooseCandidates(BASE, RANGES, 8, 1)).toEqual(chooseCandidates(BASE, RANGES, 8, 1));
  expect(chooseCandidates(BASE, RANGES, 8, 1)).not.toEqual(chooseCandidates(BASE, RANGES, 8, 2));
  const { learningRate, hiddenSize, restartShare, optimizer } = BASE;
  expect(chooseCandidates(BASE, RANGES, 8, 1)[0]).toEqual({ learningRate, hiddenSize, restartShare, optimizer });
});

test('every value may be used and lies in its range', () => {
  fc.assert(
    fc.property(seeds, counts, (seed, count) => {
      const drawn = chooseCandidates(BASE, RANGES, count, seed).slice(1);
      expect(drawn.length).toBe(count - 1);
      for (const range of RANGES) {
        for (const candidate of drawn) {
          const value = candidate[range.name]!;
          expect(settingProblem(range.name as SettingName, value)).toBeNull();
          if ('choices' in range) expect(range.choices).toContain(value);
          else expect(Number(value)).toSatisfy((x: number) => x >= range.least && x <= range.most);
        }
      }
    }),
  );
});

test('a range is covered evenly: one value in each of as many equal parts as there are draws', () => {
  fc.assert(
    fc.property(seeds, counts, (seed, count) => {
      const range = { name: 'learningRate', least: 1e-4, most: 1 };
      const rates = chooseCandidates(BASE, [range], count, seed).slice(1);
      const places = rates.map(({ learningRate }) => (Math.log10(Number(learningRate)) + 4) / 4);
      // A place may be rounded over an edge: it is written with three digits.
      places
        .toSorted((a, b) => a - b)
        .forEach((place, index) => {
          expect(place * (count - 1)).toBeGreaterThan(index - 0.06);
          expect(place * (count - 1)).toBeLessThan(index + 1.06);
        });
    }),
  );
});

test('choices are tried equally often', () => {
  const drawn = chooseCandidates(BASE, [{ name: 'optimizer', choices: ['adam', 'sgd'] }], 9, 3).slice(1);
  expect(drawn.filter(({ optimizer }) => optimizer === 'adam').length).toBe(4);
});

test('a range that is no range is refused with a `Problem`', () => {
  const refuse = (range: SearchRange) => () => chooseCandidates(BASE, [range], 4, 1);
  expect(refuse({ name: 'learningRate', least: 1, most: 0.1 })).toThrow('Put the smaller number first');
  expect(refuse({ name: 'learningRate', least: 1, most: 100 })).toThrow(
    `${SETTINGS.learningRate.label} 100 is out of range`,
  );
  expect(refuse({ name: 'optimizer', choices: ['magic'] })).toThrow('is not valid');
  expect(refuse({ name: 'wisdom', least: 0, most: 1 })).toThrow('"wisdom" cannot be searched');
});
