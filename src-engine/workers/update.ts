// One update and one evaluation as each lane worker does them, with the meetings between.
import type { Optimizer } from '../hyperparameters';
import type { Columns, From, Into, Losses, Outputs, TextAt } from '../kernels/arguments';
import { backwardStates, keepsToLanes, outputErrors } from '../model/backward';
import { forwardStates, logitsOfRows, recur, takeInBytes } from '../model/forward';
import { ownsHalf } from '../model/lane-halves';
import { PLAN_FIELDS, RESULT_FIELDS } from '../model/layout';
import { offerSlabs, SLAB_WORK } from '../model/slabs';
import { gradientNorm, joinHalves, meanLoss, sumOverLanes } from '../model/weight-gradients';
import { partOf, type Workspace } from '../model/workspace';
import { applyUpdate } from '../optimiser/apply-update';
import { clipScale } from '../optimiser/clip';
import type { Meet } from './barrier';

/** The gradients of the update `index` of the order, and its loss and norm in the results. Returns the norm. */
export function differentiate(work: Workspace, index: number, allMeet: Meet): number {
  const { shape, layout, f64, thread } = work;
  const feed = layout.feed + index * (shape.steps + 1) * shape.lanes;
  takeInBytes(work, feed, layout.begins + index * shape.lanes);
  const meetBetween = keepsToLanes(work) ? () => undefined : allMeet;
  forwardStates(work);
  meetBetween();
  const plan = layout.plan / 8 + index * PLAN_FIELDS.length;
  outputErrors(work, f64[plan + 6] ?? 0);
  meetBetween();
  backwardStates(work);
  if (!ownsHalf(work)) allMeet();
  sumOverLanes(work);
  allMeet();
  joinHalves(work);
  allMeet();
  offerSlabs(work, SLAB_WORK.gradients);
  const norm = gradientNorm(work);
  if (thread === 0) {
    const result = layout.results / 8 + index * RESULT_FIELDS.length;
    f64[result] = meanLoss(work);
    f64[result + 1] = norm;
  }
  return norm;
}

/** One whole update; false, and nothing changed, when its gradient is not finite. */
export function train(work: Workspace, optimizer: Optimizer, index: number, allMeet: Meet): boolean {
  const { layout, f64 } = work;
  const norm = differentiate(work, index, allMeet);
  if (!Number.isFinite(norm)) return false;
  const plan = layout.plan / 8 + index * PLAN_FIELDS.length;
  applyUpdate(work, {
    optimizer,
    scale: clipScale(norm, f64[plan] ?? 0),
    limit: f64[plan + 1] ?? Infinity,
    stepSize: f64[plan + 2] ?? 0,
    secondCorrection: f64[plan + 3] ?? 1,
    decay: f64[plan + 4] ?? 1,
    dropsFaded: f64[plan + 5] === 1,
    averageShare: f64[plan + 7] ?? 1,
  });
  allMeet();
  offerSlabs(work, SLAB_WORK.optimiser);
  return true;
}

/** E of each of `count` bytes read as one stream: the first thread carries the state, all share the predictions. */
export function evaluate(work: Workspace, count: number, allMeet: Meet): void {
  const { kernels, shape, layout } = work;
  const { states, bytes, logits, losses } = layout.evaluation;
  const rowBytes = 4 * shape.width;
  if (work.thread === 0) recur(work, states + rowBytes, bytes, count, 1, 0, 1);
  allMeet();
  const mine = partOf(count, work, 6);
  const rows = mine.end - mine.first;
  if (rows > 0) {
    const row = logits + mine.first * 4 * shape.columns;
    logitsOfRows(work, row as Into, (states + (mine.first + 1) * rowBytes) as From, rows);
    kernels.crossEntropy(
      row as From,
      (bytes + mine.first + 1) as TextAt,
      layout.columnOf,
      (losses + 8 * mine.first) as Losses,
      rows,
      shape.outputs as Outputs,
      shape.columns as Columns,
    );
  }
  allMeet();
}
