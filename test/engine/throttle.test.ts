// What is throttled is done at once and then no more often than it says, however often it is asked.
import fc from 'fast-check';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createThrottle, throttled } from '../../src-engine/throttle';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
});

it('two calls that are passed on are never nearer than the time, and none is dropped after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.array(fc.integer({ min: 0, max: 300 })), (everyMs, pauses) => {
      const passedOn: number[] = [];
      const tell = throttled(everyMs, (atMs: number) => passedOn.push(atMs));
      let lastMs = -Infinity;
      for (const pauseMs of pauses) {
        vi.advanceTimersByTime(pauseMs);
        const nowMs = performance.now();
        const before = passedOn.length;
        tell(nowMs);
        const isDue = nowMs - lastMs >= everyMs;
        expect(passedOn.length - before).toBe(isDue ? 1 : 0);
        if (isDue) lastMs = nowMs;
      }
    }),
  );
});

it('what is done for another reason puts the next one off', () => {
  const throttle = createThrottle(100);
  throttle.restart();
  expect(throttle.isDue()).toBe(false);
  vi.advanceTimersByTime(60);
  throttle.restart();
  vi.advanceTimersByTime(60);
  expect(throttle.isDue()).toBe(false);
  vi.advanceTimersByTime(40);
  expect(throttle.isDue()).toBe(true);
});
