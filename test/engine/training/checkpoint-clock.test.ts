import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_SAVING_SHARE, createCheckpointClock } from '../../../src-engine/training/checkpoint-clock';

test('is due after so many seconds, and never at 0', () => {
  let nowMs = 0;
  const clock = createCheckpointClock(() => nowMs);
  nowMs = 29_999;
  expect(clock.isDue(30)).toBe(false);
  nowMs = 30_000;
  expect(clock.isDue(30)).toBe(true);
  expect(clock.isDue(0)).toBe(false);
  clock.saved(10);
  expect(clock.isDue(30)).toBe(false);
});

test('saving never takes more than a twentieth of the time, however slow the disk', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 2 }),
      (seconds, costs) => {
        let nowMs = 0;
        const clock = createCheckpointClock(() => nowMs);
        let saving = 0;
        for (const costMs of costs) {
          while (!clock.isDue(seconds)) nowMs += 997;
          nowMs += costMs;
          clock.saved(costMs);
          saving += costMs;
        }
        // After the last one comes the rest that it has to wait for.
        while (!clock.isDue(seconds)) nowMs += 997;
        expect(saving).toBeLessThanOrEqual(MOST_SAVING_SHARE * nowMs);
      },
    ),
  );
});
