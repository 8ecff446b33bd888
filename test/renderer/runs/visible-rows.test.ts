// Tests which rows of a long list are drawn.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scrollToRow, visibleRows } from '../../../src-renderer/runs/visible-rows';

const ROW = 60;

it('every row in sight is drawn, and never many more', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(400_000), fc.nat(3000), (count, wanted, height) => {
      const scrolled = Math.min(wanted, Math.max(0, count * ROW - height));
      const { first, end } = visibleRows(scrolled, height, ROW, count);
      expect(first).toBeLessThanOrEqual(Math.floor(scrolled / ROW));
      expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((scrolled + height) / ROW)));
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / ROW) + 14);
    }),
  );
});

it('a list that became shorter than where it was scrolled to draws nothing beyond its end', () => {
  expect(visibleRows(6000, 300, ROW, 3)).toEqual({ first: 3, end: 3 });
});

it('scrolling to a row brings it into sight with the least movement', () => {
  expect(scrollToRow(0, 600, 300, ROW)).toBe(0);
  expect(scrollToRow(12, 600, 300, ROW)).toBe(600);
  expect(scrollToRow(20, 600, 300, ROW)).toBe(21 * ROW - 300);
});
