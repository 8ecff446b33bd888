// Which part of a large picture is seen: moved and scaled, never past its edges.

export interface ZoomView {
  /** In cells of the picture. */
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface PictureSize {
  width: number;
  height: number;
}

/** Fewer cells across than this are never shown. */
const LEAST_CELLS = 8;

export const wholeView = ({ width, height }: PictureSize): ZoomView => ({ left: 0, top: 0, width, height });

const between = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

export function movedView(view: ZoomView, size: PictureSize, right: number, down: number): ZoomView {
  return {
    ...view,
    left: between(view.left + right, 0, size.width - view.width),
    top: between(view.top + down, 0, size.height - view.height),
  };
}

/** `factor` above 1 comes nearer; what lies at the shares `x` and `y` of the view stays where it is. */
export function zoomedView(view: ZoomView, size: PictureSize, factor: number, x = 0.5, y = 0.5): ZoomView {
  const width = between(view.width / factor, Math.min(LEAST_CELLS, size.width), size.width);
  const height = between(view.height / factor, Math.min(LEAST_CELLS, size.height), size.height);
  const grown = { left: view.left, top: view.top, width, height };
  return movedView(grown, size, (view.width - width) * x, (view.height - height) * y);
}

/** The cell at the shares `x` and `y` of the view. */
export function cellAt(view: ZoomView, size: PictureSize, x: number, y: number): { column: number; row: number } {
  return {
    column: between(Math.floor(view.left + x * view.width), 0, size.width - 1),
    row: between(Math.floor(view.top + y * view.height), 0, size.height - 1),
  };
}

/** How one axis of a view is drawn in two steps: cells from `start` on averaged into `count` points, of which `shown` are seen from `inner` on. */
export interface AxisSample {
  isShrunk: boolean;
  start: number;
  length: number;
  count: number;
  inner: number;
  shown: number;
}

/** Shrunk to the points of the screen, or whole cells where each has more than a point. */
export function sampleAxis(start: number, length: number, points: number): AxisSample {
  if (length >= points) return { isShrunk: true, start, length, count: points, inner: 0, shown: points };
  const first = Math.floor(start);
  const cells = Math.ceil(start + length) - first;
  return { isShrunk: false, start: first, length: cells, count: cells, inner: start - first, shown: length };
}
