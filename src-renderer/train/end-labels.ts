// Writes at each curve's end what it is, so that no eye has to go to a key and back.
import type { Plugin } from 'chart.js';
import type { CurvePoint } from './line-chart';
import { placeLabels } from './place-labels';

export interface EndLabel {
  text: string;
  colour: string;
  /** Where the curve ends. */
  x: number;
  y: number;
}

export interface EndLabels {
  labels: readonly EndLabel[];
  font: string;
  /** Of the words: small words need more contrast than a curve has. */
  ink: string;
}

const DOT_PX = 6;
const DOT_GAP = 4;

/** `read` is asked at each drawing; there has to be room to the right of the plot. */
export function endLabelsPlugin(read: () => EndLabels): Plugin<'line'> {
  return {
    id: 'end-labels',
    afterDatasetsDraw({ ctx, chartArea, scales: { x, y }, width, data }) {
      const { labels, font, ink } = read();
      if (!x || !y) return;
      const { left, right, top, bottom } = chartArea;
      const place = (point: CurvePoint): CurvePoint => ({
        x: x.getPixelForValue(point.x),
        y: y.getPixelForValue(point.y),
      });
      const shown = labels
        .map((label) => ({ ...label, ...place(label) }))
        .filter((label) => label.x >= left && label.x <= right + 1);
      const curves = data.datasets.flatMap(({ borderWidth, data: points }) =>
        Number(borderWidth) >= 2 || borderWidth === undefined ? (points as CurvePoint[]).map(place) : [],
      );
      ctx.save();
      ctx.font = `11px ${font}`;
      ctx.textBaseline = 'middle';
      const widths = shown.map(({ text }) => DOT_PX + DOT_GAP + ctx.measureText(text).width);
      placeLabels(shown, widths, { left, right, top, bottom, width }, curves).forEach((box, index) => {
        const label = shown[index];
        if (!label) return;
        ctx.fillStyle = label.colour;
        ctx.beginPath();
        ctx.arc(box.left + DOT_PX / 2, box.y, DOT_PX / 2, 0, 2 * Math.PI);
        ctx.fill();
        ctx.fillStyle = ink;
        const at = box.left + DOT_PX + DOT_GAP;
        ctx.fillText(shortened(ctx, label.text, box.right - at), at, box.y);
      });
      ctx.restore();
    },
  };
}

function shortened(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  if (ctx.measureText(text).width <= room + 1) return text;
  let length = text.length;
  while (length > 1 && ctx.measureText(`${text.slice(0, length)}…`).width > room) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
