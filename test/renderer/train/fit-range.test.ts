// Tests which losses the chart shows: what matters now, and no more.
import { describe, expect, it } from 'vitest';
import { spreadOut } from '../../../src-renderer/train/place-labels';
import { fittedRange } from '../../../src-renderer/train/fit-range';
import type { LossCurves } from '../../../src-renderer/train/loss-curves';

/** A run of 1,000 updates that falls from 8 to 2 within the first hundred. */
function curves(change: (y: number, x: number) => number = (y) => y): LossCurves {
  const raw = Array.from({ length: 1000 }, (_, x) => ({ x, y: change(2 + 6 * Math.exp(-x / 30), x) }));
  return { raw, smoothed: raw, validation: [{ x: 900, y: 1.9 }], best: 0 };
}
const all = { from: 0, to: 999 };

describe('The losses that a chart shows', () => {
  it('leave out the first fall, and hold every validation that is seen', () => {
    const { from, to } = fittedRange([curves()], all)!;
    expect(to).toBeLessThan(2.2);
    expect(from).toBeLessThan(1.9);
  });

  it('are not squeezed by an outlier', () => {
    const spiked = curves((y, x) => (x === 700 ? 50 : y));
    const calm = { ...spiked, smoothed: curves().smoothed };
    expect(fittedRange([calm], all)!.to).toBeLessThan(2.2);
  });

  it('are those of a stretch that is looked at, from its beginning', () => {
    expect(fittedRange([curves()], { from: 20, to: 120 })!.to).toBeGreaterThan(4);
  });

  it('are all of them while there are few', () => {
    const few = { ...curves(), raw: curves().raw.slice(0, 10) };
    expect(fittedRange([few], all)).toBeNull();
    expect(fittedRange([], all)).toBeNull();
  });
});

describe('The labels at the ends of curves', () => {
  it('stand a line apart, in the order of the curves, and inside', () => {
    const places = spreadOut([50, 51, 98, 99], 0, 100);
    const sorted = [...places].sort((a, b) => a - b);
    expect(places).toEqual(sorted);
    for (let index = 1; index < 4; index += 1) expect(sorted[index]! - sorted[index - 1]!).toBeGreaterThanOrEqual(13);
    expect(sorted.at(-1)).toBeLessThanOrEqual(100);
  });
});
