// Applies one update to this thread's rows of the weights, and repacks them for the next.
import type { Optimizer } from '../hyperparameters';
import type { Kernels } from '../kernels/load-kernels';
import type { Matrices } from '../model/layout';
import { ROW_BLOCK } from '../model/layout';
import { MOMENTS_OF } from '../model/moments';
import { BYTE_VALUES } from '../model/shape';
import { partOf, type Range, type Workspace } from '../model/workspace';
import {
  ADAGRAD_EPSILON,
  ADAM_BETA1,
  ADAM_BETA2,
  ADAM_EPSILON,
  MOMENTUM,
  RMSPROP_ALPHA,
  RMSPROP_EPSILON,
} from './constants';
import type { StepNumbers } from './schedule';

export interface UpdateRule extends StepNumbers {
  optimizer: Optimizer;
  /** The factor that clipping by norm asks for. */
  scale: number;
  /** Where clipping by element holds each element of the gradient; Infinity when off. */
  limit: number;
  /** Moments that have become too small to matter are 0 from now on. */
  dropsFaded: boolean;
}

/** Some elements of one matrix in the five blocks of the memory, as byte offsets. */
interface Slab {
  w: number;
  g: number;
  m: number;
  v: number;
  count: number;
}

function applyRule(kernels: Kernels, rule: UpdateRule, { w, g, m, v, count }: Slab): void {
  const { scale, limit, stepSize, secondCorrection, decay } = rule;
  switch (rule.optimizer) {
    case 'sgd':
      return kernels.sgd(w, g, count, scale, limit, stepSize);
    case 'momentum':
      return kernels.momentum(w, g, m, count, scale, limit, MOMENTUM, stepSize);
    case 'rmsprop':
      return kernels.scaledBySquares(
        w,
        g,
        v,
        count,
        scale,
        limit,
        RMSPROP_ALPHA,
        1 - RMSPROP_ALPHA,
        RMSPROP_EPSILON,
        stepSize,
      );
    case 'adagrad':
      return kernels.scaledBySquares(w, g, v, count, scale, limit, 1, 1, ADAGRAD_EPSILON, stepSize);
    case 'adam':
    case 'adamw':
      return kernels.adam(
        w,
        g,
        m,
        v,
        count,
        scale,
        limit,
        ADAM_BETA1,
        ADAM_BETA2,
        ADAM_EPSILON,
        stepSize,
        secondCorrection,
        decay,
      );
  }
}

function updateElements(
  { kernels, layout }: Workspace,
  rule: UpdateRule,
  matrix: keyof Matrices,
  first: number,
  count: number,
): void {
  const at = (block: Matrices) => block[matrix] + 4 * first;
  const { weights, gradients, firstMoments, secondMoments } = layout;
  applyRule(kernels, rule, { w: at(weights), g: at(gradients), m: at(firstMoments), v: at(secondMoments), count });
  if (!rule.dropsFaded) return;
  for (const moments of MOMENTS_OF[rule.optimizer]) kernels.dropFaded(at(layout[moments]), count);
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

/** Finds the rows of Wxh that have had a gradient by their moments, which alone remember it: this thread's. */
export function markMovingRows({ kernels, shape: { width }, layout, u8, thread, threads }: Workspace): void {
  for (let value = thread; value < BYTE_VALUES; value += threads) {
    const squares = ({ Wxh }: Matrices) => kernels.sumOfSquares(Wxh + 4 * width * value, width);
    if (squares(layout.firstMoments) + squares(layout.secondMoments) !== 0) u8[layout.moving + value] = 1;
  }
}

/** Makes the packed weights agree with the weights, this thread's rows. */
export function packWeights(work: Workspace): void {
  const { shape, layout } = work;
  const rows = partOf(shape.width, work, ROW_BLOCK);
  if (rows.first === rows.end) return;
  packRows(work, rows, layout.weights.Whh, shape.width, layout.packed.Whh, layout.packed.WhhTransposed);
  packRows(work, rows, layout.weights.Who, shape.columns, layout.packed.Who, layout.packed.WhoTransposed);
}

/** The rows are those whose gradients this thread made, so that nothing is waited for but the norm. */
export function applyUpdate(work: Workspace, rule: UpdateRule): void {
  const { shape, layout, u8, threads, thread } = work;
  const { width, columns } = shape;
  const rows = partOf(width, work, ROW_BLOCK);
  const count = rows.end - rows.first;
  for (let value = thread; value < BYTE_VALUES; value += threads) {
    // Without a gradient so far and without decay, every rule leaves a weight as it is.
    if (u8[layout.moving + value] === 0 && rule.decay === 1) continue;
    updateElements(work, rule, 'Wxh', value * width, width);
  }
  if (count === 0) return;
  updateElements(work, rule, 'Whh', rows.first * width, count * width);
  updateElements(work, rule, 'Who', rows.first * columns, count * columns);
  packWeights(work);
}
