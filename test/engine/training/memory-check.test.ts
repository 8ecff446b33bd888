import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src-engine/hyperparameters';
import { checkMemory, largestHiddenSize, memoryOf } from '../../../src-engine/training/memory-check';

const GIGABYTE = 2 ** 30;
const large = { ...defaultSettings(), hiddenSize: 4096, lanes: 1024, truncation: 256 };

test('a run that fits is let through', () => {
  expect(() => checkMemory(defaultSettings(), 2, GIGABYTE)).not.toThrow();
});

test('a run that cannot fit is refused with what it needs, what there is, and the largest hidden size that would', () => {
  const largest = largestHiddenSize(large, 2, 2 * GIGABYTE);
  expect(() => checkMemory(large, 2, 2 * GIGABYTE)).toThrow(`a hidden size of at most ${largest}`);
  expect(() => checkMemory({ ...large, hiddenSize: largest }, 2, 2 * GIGABYTE)).not.toThrow();
  expect(() => checkMemory({ ...large, hiddenSize: largest + 1 }, 2, 2 * GIGABYTE)).toThrow();
});

test('when lanes alone are too much, fewer lanes are what helps', () => {
  expect(() => checkMemory({ ...large, lanes: 4096, truncation: 4096 }, 2, GIGABYTE)).toThrow(
    /\. Choose fewer lanes or/,
  );
});

test('more hidden units, lanes or threads never need less', () => {
  const sizes = fc.record({ hiddenSize: fc.integer({ min: 1, max: 2000 }), lanes: fc.integer({ min: 1, max: 200 }) });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 8 }), (size, threads) => {
      const settings = { ...defaultSettings(), ...size };
      const needed = memoryOf(settings, threads);
      expect(memoryOf({ ...settings, hiddenSize: size.hiddenSize + 8 }, threads)).toBeGreaterThan(needed);
      expect(memoryOf({ ...settings, lanes: size.lanes + 1 }, threads)).toBeGreaterThan(needed);
      expect(memoryOf(settings, threads + 1)).toBeGreaterThan(needed);
    }),
  );
});
