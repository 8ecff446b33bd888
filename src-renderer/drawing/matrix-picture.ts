// Turns a matrix into a picture, a pixel an element: made once, then only moved and scaled.
import type { DivergingScale } from './diverging-scale';

export interface Matrix {
  columns: number;
  rows: number;
  /** The element shown at (column, row) is values[rowStarts[row] + column·step]. */
  values: Float32Array;
  rowStarts: ArrayLike<number>;
  step: number;
  /** What the ends of the scale mean. */
  limit: number;
}

/** Two million elements in a few hundredths of a second: plain loops over typed arrays. */
export function paintMatrix(
  { columns, rows, values, rowStarts, step, limit }: Matrix,
  scale: DivergingScale,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.max(1, columns), Math.max(1, rows));
  const context = canvas.getContext('2d');
  const image = new ImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let row = 0, at = 0; row < rows; row++) {
    let element = rowStarts[row] ?? 0;
    for (let column = 0; column < columns; column++, at++, element += step) {
      pixels[at] = scale.pixels[scale.stepOf((values[element] ?? 0) / limit)] ?? 0;
    }
  }
  context?.putImageData(image, 0, 0);
  return canvas;
}

/** Enough to find a quantile by; sorting a million would be felt. */
const MOST_SORTED = 65_536;

/** The size below which the share `share` of the elements lies: a single outlier would leave all others pale. */
export function sizeBelow(values: Float32Array, share: number): number {
  const every = Math.max(1, Math.ceil(values.length / MOST_SORTED));
  const sizes = values
    .filter((_, index) => index % every === 0)
    .map(Math.abs)
    .sort();
  const size = sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))] ?? 0;
  return size > 0 ? size : (sizes.at(-1) ?? 0) || 1;
}
