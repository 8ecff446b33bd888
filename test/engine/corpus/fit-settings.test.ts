// Tests that what is fitted to a text suits its size, from a line to more than a disk holds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitDefaults, fitSettings } from '../../../src-engine/corpus/fit-settings';
import { layLanes, validationBytes } from '../../../src-engine/corpus/lanes';
import { defaultSettings, settingsProblem } from '../../../src-engine/hyperparameters';
import { totalUpdates } from '../../../src-engine/training/run-length';

const textBytes = fc.oneof(
  fc.integer({ min: 10, max: 5000 }),
  fc.double({ min: 3, max: 13, noNaN: true }).map((x) => Math.floor(10 ** x)),
);

/** The updates that the fitted settings come to. */
function updatesFor(bytes: number): number {
  const settings = fitDefaults(bytes);
  const steps = settings.truncation;
  const lanes = layLanes('text', bytes - validationBytes(bytes, settings.validationShare), settings.lanes, steps);
  return totalUpdates(settings, lanes.updatesPerEpoch, { update: 0, elapsedMs: 0 });
}

test('the fitted settings may always be used', () => {
  fc.assert(
    fc.property(textBytes, (bytes) => {
      expect(settingsProblem(fitDefaults(bytes))).toBeNull();
    }),
  );
});

test('a short text is read often enough to be learned, a very long one no longer than one waits', () => {
  fc.assert(
    fc.property(textBytes, (bytes) => {
      const updates = updatesFor(bytes);
      expect(updates).toBeGreaterThan(1500);
      expect(updates).toBeLessThanOrEqual(50_000);
    }),
  );
});

test('a text of usual size keeps the table’s length', () => {
  const { length, lengthUnit } = defaultSettings();
  expect(fitDefaults(1_000_000)).toMatchObject({ length, lengthUnit });
});

test('what is chosen stays, and the rest is fitted as in the window', () => {
  fc.assert(
    fc.property(textBytes, (bytes) => {
      const { lanes, validationShare } = fitDefaults(bytes);
      expect(fitSettings({ hiddenSize: 7 }, bytes)).toEqual({ ...fitDefaults(bytes), hiddenSize: 7 });
      expect(fitSettings({ length: 3, lengthUnit: 'updates' }, bytes)).toMatchObject({
        length: 3,
        lengthUnit: 'updates',
        lanes,
        validationShare,
      });
      expect(fitSettings({ validationShare: 0.5, lanes: 99 }, bytes)).toMatchObject({
        validationShare: 0.5,
        lanes: 99,
      });
    }),
  );
});

test('no text holds out more than is useful', () => {
  const heldOut = (bytes: number) => validationBytes(bytes, fitSettings({}, bytes).validationShare);
  expect(heldOut(5e9)).toBeLessThan(4.2e6);
  expect(heldOut(1e6)).toBe(50_000);
});
