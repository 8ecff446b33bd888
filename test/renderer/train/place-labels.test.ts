// Where the names of curves stand: never on one another, within the picture, and off the curves where there is room.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINE, placeLabels, type Anchor, type Plot } from '../../../src-renderer/train/place-labels';

const PLOT: Plot = { left: 40, right: 400, top: 10, bottom: 210, width: 480 };
const WIDTH = 60;
const place = (anchors: Anchor[], curves: { x: number; y: number }[] = []) =>
  placeLabels(
    anchors,
    anchors.map(() => WIDTH),
    PLOT,
    curves,
  );

test('two curves that end at one place have their names below one another, right of the plot', () => {
  const [smoothed, best] = place([
    { text: 'Smoothed', x: 400, y: 100 },
    { text: 'Best', x: 400, y: 100 },
  ]);
  expect(smoothed).toMatchObject({ left: 410, y: 100 });
  expect(best).toMatchObject({ left: 410, y: 100 + LINE });
});

test('a name beside the end stays clear of what stands right of the plot, and of the curve', () => {
  const curve = Array.from({ length: 361 }, (_, index) => ({ x: 40 + index, y: 20 + index / 4 }));
  const [edge, best] = place(
    [
      { text: 'Smoothed', x: 400, y: 110 },
      { text: 'Best', x: 388, y: 107 },
    ],
    curve,
  );
  expect(best!.right < edge!.left || Math.abs(best!.y - edge!.y) >= LINE).toBe(true);
  expect(curve.some(({ x, y }) => x > best!.left && x < best!.right && Math.abs(y - best!.y) < LINE / 2)).toBe(false);
});

test('up to four names stand on no other, wherever their curves end, and within the picture', () => {
  const anchor = fc.record({
    text: fc.constant('Name'),
    x: fc.double({ min: 40, max: 400, noNaN: true }),
    y: fc.double({ min: 10, max: 210, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(anchor, { maxLength: 4 }), (anchors) => {
      const boxes = place(anchors);
      for (const [index, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(PLOT.left);
        expect(box.left + WIDTH).toBeLessThanOrEqual(PLOT.width + 1e-9);
        expect(box.y).toBeGreaterThanOrEqual(PLOT.top);
        expect(box.y).toBeLessThanOrEqual(PLOT.bottom);
        for (const other of boxes.slice(index + 1)) {
          const isApart = box.right <= other.left || other.right <= box.left || Math.abs(box.y - other.y) >= LINE - 0.5;
          expect(isApart).toBe(true);
        }
      }
    }),
  );
});
