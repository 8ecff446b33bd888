// Writes at each curve's end what it is, so that no eye has to go to a key and back.
import type { Plugin } from 'chart.js';

export interface EndLabel {
  text: string;
  colour: string;
  /** Where the curve ends. */
  x: number;
  y: number;
}

const LINE = 13;
const GAP = 6;
/** So near to the plot's edge a curve ends at it. */
const EDGE = 10;

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

/** `read` is asked at each drawing; there has to be room to the right of the plot. */
export function endLabelsPlugin(read: () => { labels: readonly EndLabel[]; font: string }): Plugin<'line'> {
  return {
    id: 'end-labels',
    afterDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales: { x, y }, width }) {
      const { labels, font } = read();
      if (!x || !y) return;
      const placed = labels
        .map((label) => ({ ...label, left: x.getPixelForValue(label.x), top: y.getPixelForValue(label.y) }))
        .filter((label) => label.left >= left && label.left <= right + 1);
      ctx.save();
      ctx.font = `11px ${font}`;
      ctx.textBaseline = 'middle';
      const write = (label: (typeof placed)[number], at: number, place: number, room: number): void => {
        ctx.fillStyle = label.colour;
        ctx.fillText(shortened(ctx, label.text, room), at, place);
      };
      // A curve that ends within the plot has its label there, over its end.
      const [within, atEdge] = [
        placed.filter((each) => each.left < right - EDGE),
        placed.filter((each) => each.left >= right - EDGE),
      ];
      for (const label of within) {
        const at = Math.min(label.left + GAP, width - ctx.measureText(label.text).width);
        write(label, at, Math.max(top + LINE / 2, Math.min(bottom, label.top) - LINE), Infinity);
      }
      const heights = atEdge.map((label) => Math.min(bottom, Math.max(top, label.top)));
      spreadOut(heights, top + LINE / 2, bottom - LINE / 2).forEach((place, index) => {
        const label = atEdge[index];
        if (label) write(label, right + EDGE, place, width - right - EDGE);
      });
      ctx.restore();
    },
  };
}

function shortened(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  let length = text.length;
  while (length > 1 && ctx.measureText(`${text.slice(0, length)}…`).width > room) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
