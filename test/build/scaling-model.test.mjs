// The formulas of docs/scaling.md obey the laws that they are made of.
import { expect, test } from 'vitest';
import { bytesPerSecond, efficiency, parametersOf, updateSeconds, wireBytes } from '../../build/scaling-model.mjs';

const SIZE = { hidden: 512, lanes: 64, steps: 32 };
const DEVICE = { flop: 1e12, stepSeconds: 1e-5, overheadSeconds: 1e-4, memoryBytes: 1e11 };
const LINK = { bytes: 1e9, latencySeconds: 1e-5 };

test('one process sends nothing, two send each parameter once, many almost twice', () => {
  const all = 4 * (parametersOf(SIZE) + 1);
  expect(wireBytes(SIZE, 1)).toBe(0);
  expect(wireBytes(SIZE, 2)).toBe(all);
  expect(wireBytes(SIZE, 1024) / all).toBeCloseTo(2, 2);
});

test('with a free link and no recurrence twice the processes take half the time of the products', () => {
  const device = { ...DEVICE, stepSeconds: 0, overheadSeconds: 0, memoryBytes: Infinity };
  const free = { bytes: Infinity, latencySeconds: 0 };
  expect(efficiency(SIZE, 2, device, free)).toBeCloseTo(1);
  expect(efficiency(SIZE, 64, device, free)).toBeCloseTo(1);
});

test('more processes than lanes are of no use, and more than cores only wait', () => {
  expect(updateSeconds(SIZE, 128, DEVICE, LINK).compute).toBe(updateSeconds(SIZE, 64, DEVICE, LINK).compute);
  const crowded = updateSeconds(SIZE, 4, { ...DEVICE, cores: 2 }, LINK);
  expect(crowded.own).toBeCloseTo(2 * updateSeconds(SIZE, 4, DEVICE, LINK).own);
});

test('longer segments make the wire cheaper', () => {
  const longer = { ...SIZE, steps: 128 };
  expect(efficiency(longer, 16, DEVICE, LINK)).toBeGreaterThan(efficiency(SIZE, 16, DEVICE, LINK));
  expect(bytesPerSecond(SIZE, 2, DEVICE, LINK)).toBeGreaterThan(bytesPerSecond(SIZE, 1, DEVICE, LINK));
});
