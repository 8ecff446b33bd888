// Finds a place for the name of each curve: beside its end, on no other name, and where it can, on no curve.

export interface Anchor {
  text: string;
  /** What it names, in pixels. */
  x: number;
  y: number;
}

export interface Box {
  left: number;
  right: number;
  /** Of the line's middle. */
  y: number;
}

export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Of the whole picture: there is room to the right of the plot. */
  width: number;
}

export const LINE = 13;
const GAP = 8;
/** So near to the plot's edge a curve ends at it. */
const EDGE = 10;
/** A name on another one is worse than on any curve. */
const ON_A_NAME = 1e6;

/** Places from top to bottom, at least a line apart and within the chart. */
export function spreadOut(wanted: readonly number[], top: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places: number[] = [];
  let free = top;
  for (const index of order) {
    const place = Math.max(free, wanted[index] ?? 0);
    places[index] = place;
    free = place + LINE;
  }
  // What was pushed out below is pushed back up.
  let limit = bottom;
  for (const index of order.toReversed()) {
    places[index] = Math.min(places[index] ?? 0, limit);
    limit = (places[index] ?? 0) - LINE;
  }
  return places;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + 2 && b.left < a.right + 2 && Math.abs(a.y - b.y) < LINE - 0.5;

const covers = ({ left, right, y }: Box, point: { x: number; y: number }): boolean =>
  point.x > left && point.x < right && Math.abs(point.y - y) < LINE / 2 + 1;

/** Over its point, under it and beside it, to the right before the left. */
function candidates({ x, y }: Anchor, textPx: number, plot: Plot): Box[] {
  const lefts = [x + GAP / 2, x - textPx - GAP / 2, x - textPx / 2];
  // A name keeps two rows from others, so these are enough for four.
  const around = [-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7]
    .map((lines) => y + lines * LINE)
    .flatMap((row) => lefts.map((left) => [left, row]));
  const beside = [
    [x + GAP + 2, y],
    [x - textPx - GAP - 2, y],
  ];
  return [...around, ...beside].flatMap(([wanted = 0, row = 0]) => {
    const left = Math.min(Math.max(plot.left, wanted), plot.width - textPx);
    const isInside = row >= plot.top + LINE / 2 && row <= plot.bottom - LINE / 2;
    return isInside ? [{ left, right: left + textPx, y: row }] : [];
  });
}

/**
 * Curves that end at the plot's edge have their names right of it, in their order; the others have theirs by their points.
 * `curves` is what the names should not hide.
 */
export function placeLabels(
  anchors: readonly Anchor[],
  widths: readonly number[],
  plot: Plot,
  curves: readonly { x: number; y: number }[] = [],
): Box[] {
  const isAtEdge = (anchor: Anchor): boolean => anchor.x >= plot.right - EDGE;
  const placed: Box[] = [];
  const atEdge = anchors.flatMap((anchor, index) => (isAtEdge(anchor) ? [index] : []));
  const heights = atEdge.map((index) => Math.min(plot.bottom, Math.max(plot.top, anchors[index]?.y ?? 0)));
  spreadOut(heights, plot.top + LINE / 2, plot.bottom - LINE / 2).forEach((y, place) => {
    const left = plot.right + EDGE;
    placed[atEdge[place] ?? 0] = { left, right: plot.width, y };
  });
  for (const [index, anchor] of anchors.entries()) {
    if (isAtEdge(anchor)) continue;
    const taken = placed.filter((box) => box !== undefined);
    const cost = (box: Box): number =>
      ON_A_NAME * taken.filter((other) => overlap(box, other)).length +
      curves.filter((point) => covers(box, point)).length;
    const boxes = candidates(anchor, widths[index] ?? 0, plot);
    const best = boxes.reduce<Box | null>((least, box) => (least && cost(least) <= cost(box) ? least : box), null);
    const { x: left, y } = anchor;
    placed[index] = best ?? { left, right: left + (widths[index] ?? 0), y };
  }
  return placed;
}
