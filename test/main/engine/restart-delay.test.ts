// Tests that an engine that keeps dying is started less and less often.
import { describe, expect, it } from 'vitest';
import { restartDelayMs } from '../../../src-main/engine/restart-delay';

describe('The wait before the engine is started again', () => {
  it('is short after one death and doubles with each of the past minute', () => {
    expect(restartDelayMs([1000], 1000)).toBe(100);
    expect(restartDelayMs([1000, 1200, 1500], 1500)).toBe(400);
  });

  it('forgets deaths older than a minute', () => {
    expect(restartDelayMs([0, 10, 100_000], 100_000)).toBe(100);
  });

  it('is never longer than half a minute', () => {
    expect(
      restartDelayMs(
        Array.from({ length: 50 }, () => 5),
        5,
      ),
    ).toBe(30_000);
  });
});
