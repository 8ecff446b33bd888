// What benchmarks measure: the most that the product's tile can do, and what it does on a run's own operands.
import { REPLACE, type Columns, type From, type Inner, type Into, type Panels } from '../kernels/arguments';
import { multiply, type PackedMatrix } from '../model/packed-network';
import { partOf, scratchOf, type Workspace } from '../model/workspace';

const ROWS = 24;
const INNER = 64;
const COLUMNS = 64;

export const PEAK_FLOP = 2 * ROWS * INNER * COLUMNS;

/** C (24,64) = A (24,64)·B (64,64), `times` over, within this thread's scratch: 36 KB together. */
export function multiplyInCache(work: Workspace, times: number): void {
  const tiles = scratchOf(work);
  const a = tiles + 8 * INNER * 32;
  const b = a + 4 * ROWS * INNER;
  const c = b + 4 * INNER * COLUMNS;
  const matrix: PackedMatrix = { panels: b as Panels, inner: INNER as Inner, columns: COLUMNS as Columns };
  for (let time = 0; time < times; time++) {
    multiply(work.kernels, c as Into, a as From, matrix, ROWS, REPLACE, tiles);
  }
}

/** s·Whh over all of an update's states (T·B,W), `times` over, shared among the threads; the δ are overwritten. */
export function multiplyStates(work: Workspace, times: number): void {
  const { kernels, layout, shape } = work;
  const { lanes, steps, past, width } = shape;
  const mine = partOf(lanes * steps, work, 6);
  const first = mine.first * 4 * width;
  const states = (layout.states + past * lanes * 4 * width + first) as From;
  const delta = (layout.delta + first) as Into;
  const scratch = scratchOf(work);
  const rows = mine.end - mine.first;
  for (let time = 0; time < times; time++) {
    multiply(kernels, delta, states, layout.packed.Whh, rows, REPLACE, scratch);
  }
}
