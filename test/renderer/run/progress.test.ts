// Tests how far a run says it has come, and how long it says it will take.
import { describe, expect, it } from 'vitest';
import type { MetricPoint } from '../../../src-engine/protocol/messages';
import { formatTimeLeft } from '../../../src-renderer/numbers/format';
import { progressShare, timeLeftMs } from '../../../src-renderer/run/progress';

const run = { totalUpdates: 1000, settings: { lengthUnit: 'updates', length: 1000 } };
/** A point a second, each of as many updates as the pace then is. */
function points(paces: number[]): MetricPoint[] {
  let update = 0;
  return paces.map((pace, index) => ({ update: (update += pace), elapsedMs: 1000 * (index + 1) }) as MetricPoint);
}

describe('Progress', () => {
  it('is a share between 0 and 1', () => {
    expect(progressShare(50, 200)).toBe(0.25);
    expect(progressShare(300, 200)).toBe(1);
    expect(progressShare(0, 0)).toBe(0);
  });

  it('takes the time left from the pace of the newest part of the training', () => {
    expect(timeLeftMs(run, points(Array<number>(50).fill(10)))).toBe(50_000);
    const slowerNow = [...Array<number>(30).fill(20), ...Array<number>(20).fill(10)];
    expect(timeLeftMs(run, points(slowerNow))).toBe(20_000);
  });

  it('stays steady over a second of hiccup', () => {
    const smooth = timeLeftMs(run, points(Array<number>(60).fill(10)))!;
    const hiccup = timeLeftMs(run, points([...Array<number>(59).fill(10), 0]))!;
    expect(hiccup / smooth).toBeLessThan(1.15);
  });

  it('is what is left of the minutes where the length is counted in them', () => {
    const inMinutes = { totalUpdates: 1000, settings: { lengthUnit: 'minutes', length: 2 } };
    expect(timeLeftMs(inMinutes, points(Array<number>(50).fill(10)))).toBe(70_000);
  });

  it('says nothing before there is a pace', () => {
    expect(timeLeftMs(run, [])).toBeNull();
    expect(timeLeftMs(run, points([10]))).toBeNull();
  });

  it('is said in steps that do not flicker', () => {
    const says = (seconds: number) => formatTimeLeft(1000 * seconds);
    expect([47, 52].map(says)).toEqual([says(50), says(50)]);
    expect([170, 190].map(says)).toEqual([says(180), says(180)]);
  });
});
