// What benchmarks measure: the most that the product's tile can do, and what it does on a run's own operands.
import { partOf, type Workspace } from '../model/workspace';

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

/** s·Whh over all of an update's states (T·B,W), `times` over, shared among the threads; the δ are overwritten. */
export function multiplyStates(work: Workspace, times: number): void {
  const { kernels, layout, shape, thread } = work;
  const { lanes, steps, past, width } = shape;
  const mine = partOf(lanes * steps, work, 6);
  const first = mine.first * 4 * width;
  const states = layout.states + past * lanes * 4 * width + first;
  const scratch = layout.scratch[thread] ?? 0;
  const rows = mine.end - mine.first;
  for (let time = 0; time < times; time++) {
    kernels.product(
      layout.delta + first,
      4 * width,
      states,
      4 * width,
      layout.packed.Whh,
      rows,
      width,
      width,
      0,
      scratch,
    );
  }
}
