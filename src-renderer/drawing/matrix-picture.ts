// Turns a matrix into a picture, a pixel an element: made once, then only moved and scaled.
import type { DivergingScale } from './diverging-scale';

export interface Matrix {
  columns: number;
  rows: number;
  /** The element to be shown there. */
  valueAt(column: number, row: number): number;
  /** What the scale's ends stand for. */
  limit: number;
}

export function paintMatrix({ columns, rows, valueAt, limit }: Matrix, scale: DivergingScale): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.max(1, columns), Math.max(1, rows));
  const context = canvas.getContext('2d');
  const image = new ImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      pixels[at] = scale.pixels[scale.stepOf(valueAt(column, row) / limit)] ?? 0;
    }
  }
  context?.putImageData(image, 0, 0);
  return canvas;
}

/** The size below which the share `share` of the elements lies: a single outlier would leave all others pale. */
export function sizeBelow(values: Float32Array, share: number): number {
  const sizes = values.map(Math.abs).sort();
  const size = sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))] ?? 0;
  return size > 0 ? size : (sizes.at(-1) ?? 0) || 1;
}
