// The most that the product can do: the same tile on operands that stay in the first-level cache.
import type { Workspace } from '../model/workspace';

const ROWS = 24;
const INNER = 64;
const COLUMNS = 64;

export const PEAK_FLOP = 2 * ROWS * INNER * COLUMNS;

/** C (24,64) = A (24,64)·B (64,64), `times` over, within this thread's scratch: 36 KB together. */
export function multiplyInCache({ kernels, layout, thread }: Workspace, times: number): void {
  const tiles = layout.scratch[thread] ?? 0;
  const a = tiles + 8 * INNER * 32;
  const b = a + 4 * ROWS * INNER;
  const c = b + 4 * INNER * COLUMNS;
  for (let time = 0; time < times; time++)
    kernels.product(c, 4 * COLUMNS, a, 4 * INNER, b, ROWS, INNER, COLUMNS, 0, tiles);
}
