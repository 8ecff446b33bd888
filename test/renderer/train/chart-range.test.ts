// Tests the arithmetic of zooming and panning.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atTheEnd, panned, zoomed, type Range } from '../../../src-renderer/train/chart-range';

const extent: Range = { from: 1, to: 1001 };
const even = { extent, isLogarithmic: false };
const scales = fc.record({ extent: fc.constant(extent), isLogarithmic: fc.boolean() });

describe('Zooming', () => {
  it('keeps what lies under the pointer where it is', () => {
    expect(zoomed({ from: 200, to: 400 }, 0.5, 0.25, even)).toEqual({ from: 225, to: 325 });
  });

  it('out to everything shows everything', () => {
    expect(zoomed({ from: 300, to: 700 }, 100, 0.5, even)).toBeNull();
  });

  it('never leaves what there is, on an even axis and on a logarithmic one', () => {
    fc.assert(
      fc.property(
        scales,
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (scale, factor, share) => {
          const range = zoomed({ from: 10, to: 100 }, factor, share, scale) ?? extent;
          expect(range.from).toBeGreaterThanOrEqual(extent.from * (1 - 1e-9));
          expect(range.to).toBeLessThanOrEqual(extent.to * (1 + 1e-9));
          expect(range.from).toBeLessThan(range.to);
        },
      ),
    );
  });
});

describe('Panning', () => {
  it('keeps the width and stops at both ends', () => {
    expect(panned({ from: 200, to: 400 }, 0.5, even)).toEqual({ from: 300, to: 500 });
    expect(panned({ from: 200, to: 400 }, -9, even)).toEqual({ from: 1, to: 201 });
    expect(atTheEnd({ from: 200, to: 400 }, even)).toEqual({ from: 801, to: 1001 });
  });

  it('keeps the ratio on a logarithmic axis', () => {
    const range = panned({ from: 10, to: 100 }, 0.5, { extent, isLogarithmic: true });
    expect(range!.to / range!.from).toBeCloseTo(10);
  });
});
