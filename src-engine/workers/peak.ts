// What benchmarks measure of the product: what it does on a run's own operands.
import { REPLACE, type From, type Into } from '../kernels/arguments';
import { multiply } from '../model/packed-network';
import { partOf, scratchOf, type Workspace } from '../model/workspace';

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
