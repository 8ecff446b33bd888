// Applies one update to this thread's rows of the weights, and repacks them for the next.
import type { Optimizer } from '../hyperparameters';
import type { Kernels } from '../kernels/kernels';
import type {
  Alpha,
  AverageShare,
  Beta1,
  Beta2,
  Decay,
  Epsilon,
  FirstMomentsAt,
  From,
  GradientsAt,
  Into,
  Limit,
  Momentum,
  NewShare,
  Scale,
  SecondCorrection,
  SecondMomentsAt,
  StepSize,
  WeightsAt,
} from '../kernels/arguments';
import { packForTraining, type Matrices } from '../model/packed-network';
import { ROW_BLOCK } from '../model/layout';
import { MOMENTS_OF } from '../model/moments';
import { claimSlabs, SLAB_WORK } from '../model/slabs';
import { ownRows, partOf, type Workspace } from '../model/workspace';
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
  /** What the new weights are of the average that is kept, where one is. */
  averageShare: number;
}

/** Some elements of one matrix in the five blocks of the memory, as byte offsets. */
interface Slab {
  w: WeightsAt;
  g: GradientsAt;
  m: FirstMomentsAt;
  v: SecondMomentsAt;
  count: number;
}

function applyRule(kernels: Kernels, rule: UpdateRule, { w, g, m, v, count }: Slab): void {
  const scale = rule.scale as Scale;
  const limit = rule.limit as Limit;
  const stepSize = rule.stepSize as StepSize;
  switch (rule.optimizer) {
    case 'sgd':
      return kernels.sgd(w, g, count, scale, limit, stepSize);
    case 'momentum':
      return kernels.momentum(w, g, m, count, scale, limit, MOMENTUM as Momentum, stepSize);
    case 'rmsprop':
      return kernels.scaledBySquares(
        w,
        g,
        v,
        count,
        scale,
        limit,
        RMSPROP_ALPHA as Alpha,
        (1 - RMSPROP_ALPHA) as NewShare,
        RMSPROP_EPSILON as Epsilon,
        stepSize,
      );
    case 'adagrad':
      return kernels.scaledBySquares(
        w,
        g,
        v,
        count,
        scale,
        limit,
        1 as Alpha,
        1 as NewShare,
        ADAGRAD_EPSILON as Epsilon,
        stepSize,
      );
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
        ADAM_BETA1 as Beta1,
        ADAM_BETA2 as Beta2,
        ADAM_EPSILON as Epsilon,
        stepSize,
        rule.secondCorrection as SecondCorrection,
        rule.decay as Decay,
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
  applyRule(kernels, rule, {
    w: at(weights) as WeightsAt,
    g: at(gradients) as GradientsAt,
    m: at(firstMoments) as FirstMomentsAt,
    v: at(secondMoments) as SecondMomentsAt,
    count,
  });
  if (!rule.dropsFaded) return;
  for (const moments of MOMENTS_OF[rule.optimizer]) kernels.dropFaded(at(layout[moments]) as Into, count);
}

/** average += share·(weights - average), where an average is kept */
function average(
  { kernels, layout, shape }: Workspace,
  { averageShare }: UpdateRule,
  matrix: keyof Matrices,
  first: number,
  count: number,
): void {
  if (!shape.averages) return;
  const at = (block: Matrices) => block[matrix] + 4 * first;
  kernels.averageInto(at(layout.model) as Into, at(layout.weights) as WeightsAt, count, averageShare as AverageShare);
}

/** Finds the rows of Wxh that have had a gradient by their moments, which alone remember it: this thread's. */
export function markMovingRows(work: Workspace): void {
  const { kernels, shape, layout, u8 } = work;
  const { width } = shape;
  const squaresOf = (value: number, { Wxh }: Matrices) =>
    kernels.sumOfSquares((Wxh + 4 * width * value) as From, width);
  const moves = (value: number) => squaresOf(value, layout.firstMoments) + squaresOf(value, layout.secondMoments) !== 0;
  for (const { first, end } of ownRows(work, moves)) u8.fill(1, layout.moving + first, layout.moving + end);
}

/** Makes the packed weights agree with the weights, this thread's rows. */
export function packWeights(work: Workspace): void {
  const { kernels, shape, layout } = work;
  const rows = partOf(shape.width, work, ROW_BLOCK);
  if (rows.first === rows.end) return;
  packForTraining(kernels, layout.packed, layout.weights, rows);
}

/** Of Wxh the rows whose gradients this thread made; of the others mostly so. */
export function applyUpdate(work: Workspace, rule: UpdateRule): void {
  const { kernels, shape, layout, u8 } = work;
  const { width, columns } = shape;
  // Without a gradient so far and without decay, every rule leaves a weight as it is.
  const changes = (value: number) => u8[layout.moving + value] === 1 || rule.decay !== 1;
  for (const { first, end } of ownRows(work, changes)) {
    updateElements(work, rule, 'Wxh', first * width, (end - first) * width);
  }
  // All of them: which rows have moved is not known any more after a continuation.
  for (const { first, end } of ownRows(work, () => true)) {
    average(work, rule, 'Wxh', first * width, (end - first) * width);
  }
  claimSlabs(work, SLAB_WORK.optimiser, (rows) => {
    const count = rows.end - rows.first;
    updateElements(work, rule, 'Whh', rows.first * width, count * width);
    updateElements(work, rule, 'Who', rows.first * columns, count * columns);
    average(work, rule, 'Whh', rows.first * width, count * width);
    average(work, rule, 'Who', rows.first * columns, count * columns);
    packForTraining(kernels, layout.packed, layout.weights, rows);
  });
}
