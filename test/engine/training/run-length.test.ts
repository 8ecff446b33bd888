// Tests when a run is finished, for each way of saying so.
import { expect, test } from 'vitest';
import { defaultSettings, settingsProblem, type Settings } from '../../../src-engine/hyperparameters';
import { shareDone, totalUpdates } from '../../../src-engine/training/run-length';

const settings = (length: number, lengthUnit: Settings['lengthUnit']) => ({ ...defaultSettings(), length, lengthUnit });

test.each([
  ['updates', 300, 300],
  ['epochs', 3, 300],
  ['epochs', 0.5, 50],
] as const)('a length in %s of %d comes to %d updates of 100 an epoch', (unit, length, total) => {
  const chosen = settings(length, unit);
  expect(totalUpdates(chosen, 100, { update: 0, elapsedMs: 0 })).toBe(total);
  expect(shareDone(chosen, 100, { update: total / 2, elapsedMs: 1 })).toBe(0.5);
  expect(shareDone(chosen, 100, { update: total, elapsedMs: 1 })).toBe(1);
});

test('a length in minutes goes by the training time and estimates its updates from the pace', () => {
  const chosen = settings(2, 'minutes');
  expect(shareDone(chosen, 100, { update: 7, elapsedMs: 60_000 })).toBe(0.5);
  expect(totalUpdates(chosen, 100, { update: 7, elapsedMs: 60_000 })).toBe(14);
});

test('an unlimited run is never done, and wants a schedule that needs no end', () => {
  const chosen = settings(10, 'told');
  expect(shareDone(chosen, 100, { update: 1e9, elapsedMs: 1e12 })).toBe(0);
  expect(totalUpdates(chosen, 100, { update: 1e9, elapsedMs: 1e12 })).toBe(0);
  expect(settingsProblem({ ...chosen, schedule: 'constant' })).toBeNull();
  expect(settingsProblem({ ...chosen, schedule: 'cosine' })).toContain('Choose a length');
});

test('stopping early wants validations', () => {
  const chosen = { ...defaultSettings(), patience: 5 };
  expect(settingsProblem(chosen)).toBeNull();
  expect(settingsProblem({ ...chosen, validationShare: 0 })).toContain('needs validation');
  expect(settingsProblem({ ...chosen, validationEvery: 0 })).toContain('needs validation');
});
