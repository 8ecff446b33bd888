// Tests the picture of the range test.
import { describe, expect, it } from 'vitest';
import { rangePicture } from '../../../src-renderer/tune/range-picture';

const AREA = { left: 10, top: 5, width: 600, height: 100 };

describe('The picture of a range test', () => {
  it('places rates by factors', () => {
    const { placeOf } = rangePicture([], AREA);
    expect(placeOf(1e-5)).toBeCloseTo(10);
    expect(placeOf(10)).toBeCloseTo(610);
    expect(placeOf(1e-2)).toBeCloseTo(310);
  });

  it('keeps a loss that runs away inside', () => {
    const points = [5, 2, 900].map((lossNats, index) => ({ learningRate: 10 ** (index - 4), lossNats }));
    const heights = [...rangePicture(points, AREA).rawPath.matchAll(/ (-?[\d.]+)/g)].map(([, y]) => Number(y));
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(AREA.top);
    expect(Math.min(...heights)).toBe(AREA.top);
  });

  it('marks whole powers of ten and whole bits', () => {
    const { rates, losses } = rangePicture([{ learningRate: 0.01, lossNats: 2 }], AREA);
    expect(rates.map(({ value }) => Math.round(Math.log10(value)))).toEqual([-5, -4, -3, -2, -1, 0, 1]);
    expect(losses.length).toBeGreaterThan(0);
    expect(losses.every(({ value }) => Number.isInteger(value))).toBe(true);
  });
});
