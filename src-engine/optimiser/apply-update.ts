// Applies one update to this thread's rows of the weights, and packs them anew for the next.
import type { Optimizer } from '../hyperparameters';
import type { Matrices } from '../model/layout';
import { ROW_BLOCK } from '../model/layout';
import { BYTE_VALUES } from '../model/shape';
import { partOf, type Range, type Workspace } from '../model/workspace';
import { ADAM_BETA1, ADAM_BETA2, ADAM_EPSILON } from './adam-constants';
import type { StepNumbers } from './schedule';

export interface UpdateRule extends StepNumbers {
  optimizer: Optimizer;
  /** The factor that clipping asks for. */
  scale: number;
}

function updateRows(
  { kernels, layout }: Workspace,
  rule: UpdateRule,
  matrix: keyof Matrices,
  first: number,
  count: number,
): void {
  const at = (block: Matrices) => block[matrix] + 4 * first;
  const w = at(layout.weights);
  const g = at(layout.gradients);
  if (rule.optimizer === 'sgd') {
    kernels.sgd(w, g, count, rule.scale, rule.stepSize);
    return;
  }
  const [m, v] = [at(layout.firstMoments), at(layout.secondMoments)];
  const { scale, stepSize, secondCorrection } = rule;
  kernels.adam(w, g, m, v, count, scale, ADAM_BETA1, ADAM_BETA2, ADAM_EPSILON, stepSize, secondCorrection);
}

/** Panels of W and Wᵀ from some rows of W   W (W,columns) */
function packRows(
  { kernels, shape }: Workspace,
  rows: Range,
  w: number,
  columns: number,
  packed: number,
  packedTransposed: number,
): void {
  const count = rows.end - rows.first;
  const from = w + rows.first * 4 * columns;
  kernels.packPanels(packed + rows.first * 32, shape.width * 32, from, 4 * columns, count, columns);
  kernels.packPanelsTransposed(packedTransposed + rows.first * 4 * columns, from, 4 * columns, columns, count);
}

/** Makes the packed weights agree with the weights, this thread's rows. */
export function packWeights(work: Workspace): void {
  const { shape, layout } = work;
  const rows = partOf(shape.width, work, ROW_BLOCK);
  if (rows.first === rows.end) return;
  packRows(work, rows, layout.weights.Whh, shape.width, layout.packed.Whh, layout.packed.WhhTransposed);
  packRows(work, rows, layout.weights.Who, BYTE_VALUES, layout.packed.Who, layout.packed.WhoTransposed);
}

/** The rows are those whose gradients this thread made, so that nothing is waited for but the norm. */
export function applyUpdate(work: Workspace, rule: UpdateRule): void {
  const { shape, threads, thread } = work;
  const { width } = shape;
  const rows = partOf(width, work, ROW_BLOCK);
  const count = rows.end - rows.first;
  for (let value = thread; value < BYTE_VALUES; value += threads) updateRows(work, rule, 'Wxh', value * width, width);
  if (count === 0) return;
  updateRows(work, rule, 'Whh', rows.first * width, count * width);
  updateRows(work, rule, 'Who', rows.first * BYTE_VALUES, count * BYTE_VALUES);
  packWeights(work);
}
