// Tests that answers are remembered for a while and then forgotten, however many there were.
import { afterEach, expect, test, vi } from 'vitest';
import { Believed } from '../../../src-engine/tuning/believed';

afterEach(() => vi.useRealTimers());

test('an answer is believed for ten minutes, then asked for again and no longer held', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const speeds = new Believed<object>();
  const [early, late] = [{}, {}];
  speeds.set('early', early);
  vi.advanceTimersByTime(9 * 60_000);
  speeds.set('late', late);
  expect(speeds.get('early')).toBe(early);
  vi.advanceTimersByTime(2 * 60_000);
  expect([speeds.get('early'), speeds.get('late')]).toEqual([undefined, late]);
});
