// Tests how far a run says it has come, and how long it says it will take.
import { describe, expect, it } from 'vitest';
import type { MetricPoint, RunSummary } from '../../../src-engine/protocol/messages';
import { progressShare, timeLeftMs } from '../../../src-renderer/run/progress';

const run = { totalUpdates: 200 } as RunSummary;
const latest = { update: 100, bytes: 100_000, bytesPerSecond: 10_000 } as MetricPoint;

describe('Progress', () => {
  it('is a share between 0 and 1', () => {
    expect(progressShare(50, 200)).toBe(0.25);
    expect(progressShare(300, 200)).toBe(1);
    expect(progressShare(0, 0)).toBe(0);
  });

  it('takes the time left from the current speed', () => {
    expect(timeLeftMs(run, latest)).toBe(10_000);
  });

  it('says nothing before there is a speed', () => {
    expect(timeLeftMs(run, null)).toBeNull();
    expect(timeLeftMs(run, { ...latest, bytesPerSecond: 0 })).toBeNull();
  });
});
