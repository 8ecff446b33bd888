import { expect, test } from 'vitest';
import { cellAt, movedView, sampleAxis, wholeView, zoomedView } from '../../../src-renderer/drawing/zoom-view';

const SIZE = { width: 2000, height: 1024 };

test('what lies under the pointer stays there while it comes nearer and while it goes away', () => {
  let view = zoomedView(wholeView(SIZE), SIZE, 4, 0.3, 0.7);
  const before = { x: view.left + 0.6 * view.width, y: view.top + 0.4 * view.height };
  view = zoomedView(view, SIZE, 3, 0.6, 0.4);
  expect(view.left + 0.6 * view.width).toBeCloseTo(before.x, 9);
  expect(view.top + 0.4 * view.height).toBeCloseTo(before.y, 9);
  view = zoomedView(view, SIZE, 1 / 3, 0.6, 0.4);
  expect(view.left + 0.6 * view.width).toBeCloseTo(before.x, 9);
});

test('it never shows less than eight cells, more than all, or anything past the edges', () => {
  expect(zoomedView(wholeView(SIZE), SIZE, 1e9)).toMatchObject({ width: 8, height: 8 });
  expect(zoomedView(wholeView(SIZE), SIZE, 0.01)).toEqual(wholeView(SIZE));
  const near = zoomedView(wholeView(SIZE), SIZE, 10);
  expect(movedView(near, SIZE, -1e6, 1e6)).toMatchObject({ left: 0, top: SIZE.height - near.height });
  expect(zoomedView(wholeView({ width: 3, height: 1 }), { width: 3, height: 1 }, 5)).toMatchObject({
    width: 3,
    height: 1,
  });
});

test('a place in the view is a cell of the picture, its edges included', () => {
  expect(cellAt(wholeView(SIZE), SIZE, 0, 0)).toEqual({ column: 0, row: 0 });
  expect(cellAt(wholeView(SIZE), SIZE, 1, 1)).toEqual({ column: 1999, row: 1023 });
  expect(cellAt({ left: 10, top: 20, width: 8, height: 8 }, SIZE, 0.5, 0.26)).toEqual({ column: 14, row: 22 });
});

test('an axis is shrunk to the points of the screen, or drawn in whole cells with the part that is seen', () => {
  expect(sampleAxis(12.5, 1000, 600)).toEqual({
    isShrunk: true,
    start: 12.5,
    length: 1000,
    count: 600,
    inner: 0,
    shown: 600,
  });
  expect(sampleAxis(12.5, 20, 600)).toEqual({
    isShrunk: false,
    start: 12,
    length: 21,
    count: 21,
    inner: 0.5,
    shown: 20,
  });
});
