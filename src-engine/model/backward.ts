// The backward pass of one update: from the predictions to the last δ, in both schedules.
import {
  REPLACE,
  type Columns,
  type DropoutKey,
  type DropoutThreshold,
  type FirstRow,
  type From,
  type HasLater,
  type Into,
  type Lanes,
  type Losses,
  type Outputs,
  type Scale,
  type Steps,
  type TextAt,
} from '../kernels/arguments';
import { logitsOfRows, stepsAtOnce } from './forward';
import { multiply } from './packed-network';
import { LANES_A_THREAD } from './shape';
import { partOf, scratchOf, type Range, type Workspace } from './workspace';

/** Rows taken through logits, softmax and back at once, so that their logits stay in the second-level cache. */
const ROWS_AT_ONCE = 96;

/** A draw of dropout is one of so many. */
const DRAWS = 2 ** 24;

/**
 * Whether each thread takes its own lanes from the bytes to the last δ, and waits for no other on the way: with few lanes the output
 * layer is better shared by rows, which takes two meetings.
 */
export function keepsToLanes({ shape, threads }: Pick<Workspace, 'shape' | 'threads'>): boolean {
  return threads === 1 || shape.lanes >= LANES_A_THREAD * threads;
}

/**
 * E_t, and D = ((p_t - y_t)·Whoᵀ)/(B·T) before the derivative of tanh   rows are independent: (s, y) (T·B) → E (T·B), D (T·B,W)
 * The logits' buffer is left holding (p_t - y_t)/(B·T).
 */
export function outputErrors(work: Workspace, dropoutKey: number): void {
  const { lanes, steps } = work.shape;
  if (!keepsToLanes(work) || work.threads === 1) {
    return outputErrorsOfRows(work, partOf(steps * lanes, work, 6), dropoutKey);
  }
  const mine = partOf(lanes, work);
  for (let row = 0; row < steps * lanes; row += lanes) {
    outputErrorsOfRows(work, { first: row + mine.first, end: row + mine.end }, dropoutKey);
  }
}

function outputErrorsOfRows(work: Workspace, mine: Range, dropoutKey: number): void {
  const { kernels, shape, layout } = work;
  const { lanes, steps, past, width, outputs, columns } = shape;
  const rows = steps * lanes;
  const scratch = scratchOf(work);
  for (let row = mine.first; row < mine.end; row += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, mine.end - row);
    const logits = (layout.logits + row * 4 * columns) as Into;
    const targets = (layout.bytes + (past + 1) * lanes + row) as TextAt;
    const states = (layout.states + (past * lanes + row) * 4 * width) as From;
    const seen = (layout.seen + row * 4 * width) as Into;
    if (shape.dropout > 0) dropOut(work, seen, states, row, count, dropoutKey);
    const from: number = shape.dropout > 0 ? seen : states;
    logitsOfRows(work, logits, from as From, count);
    const losses = (layout.losses + 8 * row) as Losses;
    kernels.crossEntropyBackward(
      logits,
      targets,
      layout.columnOf,
      losses,
      count,
      outputs as Outputs,
      columns as Columns,
      (1 / rows) as Scale,
    );
    const delta = (layout.delta + row * 4 * width) as Into;
    const errors: number = logits;
    multiply(kernels, delta, errors as From, layout.packed.WhoTransposed, count, REPLACE, scratch);
    const flowing: number = delta;
    if (shape.dropout > 0) dropOut(work, delta, flowing as From, row, count, dropoutKey);
  }
}

/** c = a∘m, m = 0 or 1/(1 - dropout) by key, row of the update and unit   c and a (rows,W), may be the same */
function dropOut(
  { kernels, shape }: Workspace,
  into: Into,
  from: From,
  first: number,
  rows: number,
  dropoutKey: number,
): void {
  const threshold = Math.round(shape.dropout * DRAWS);
  kernels.dropOut(
    into,
    from,
    first as FirstRow,
    rows,
    shape.width as Columns,
    dropoutKey as DropoutKey,
    threshold as DropoutThreshold,
    (DRAWS / (DRAWS - threshold)) as Scale,
  );
}

/** δ_t = (D_t + δ_{t+1}·Whhᵀ) ∘ (1 - s_t∘s_t), t = a+T-1 … a, for this thread's lanes: an error flows to its segment's first byte */
function backwardSegment(work: Workspace, lanesHere: Range): void {
  const { kernels, shape, layout } = work;
  const { lanes, steps, past, width } = shape;
  const rowBytes = 4 * width;
  const rows = lanesHere.end - lanesHere.first;
  const most = stepsAtOnce(rows, width);
  for (let left = steps; left > 0; left -= most) {
    const row = (left - 1) * lanes + lanesHere.first;
    kernels.recurBackward(
      (layout.delta + row * rowBytes) as Into,
      (layout.states + (past * lanes + row) * rowBytes) as From,
      layout.packed.WhhTransposed.panels,
      rows,
      lanes as Lanes,
      Math.min(most, left) as Steps,
      width as Columns,
      Number(left < steps) as HasLater,
      scratchOf(work),
    );
  }
}

/** The rows of one step of this thread's lanes at level j: ∘ (1 - s_i∘s_i) with i = t - j, 0 where the lane's life began after i. */
function finishLevelStep(work: Workspace, delta: number, step: number, level: number, lanesHere: Range): void {
  const { kernels, shape, layout, u8, i32 } = work;
  const { lanes, past, width } = shape;
  const rowBytes = 4 * width;
  const rows = lanesHere.end - lanesHere.first;
  const row = delta + (step * lanes + lanesHere.first) * rowBytes;
  const s = (layout.states + ((past + step - level) * lanes + lanesHere.first) * rowBytes) as From;
  kernels.tanhBackwardInPlace(row as Into, s, rows * width);
  for (let lane = lanesHere.first; lane < lanesHere.end; lane++) {
    const reach = i32[(layout.reach >> 2) + lane] ?? 0;
    const at = delta + (step * lanes + lane) * rowBytes;
    if (step - level < -reach) u8.fill(0, at, at + rowBytes);
  }
  const sums = (layout.deltaSums + ((shape.truncation + step - level) * lanes + lanesHere.first) * rowBytes) as Into;
  kernels.addInPlace(sums, row as From, rows * width);
}

/** D_j[i] = (D_{j-1}[i+1]·Whhᵀ) ∘ (1 - s_i∘s_i) for j = 1 … k, and Σ_j D_j[i], i = a-k … a+u-1, for this thread's lanes */
function backwardSliding(work: Workspace, lanesHere: Range): void {
  const { kernels, shape, layout, u8 } = work;
  const { lanes, steps, width, truncation } = shape;
  const rowBytes = 4 * width;
  const rows = lanesHere.end - lanesHere.first;
  const whole = rows === lanes;
  const scratch = scratchOf(work);
  const sumRows = truncation + steps;
  for (let row = 0; row < (whole ? 1 : sumRows); row++) {
    const sums = layout.deltaSums + (row * lanes + lanesHere.first) * rowBytes;
    u8.fill(0, sums, sums + (whole ? sumRows : 1) * rows * rowBytes);
  }
  let from = layout.delta;
  let to = layout.nextDelta;
  for (let step = 0; step < steps; step++) finishLevelStep(work, from, step, 0, lanesHere);
  for (let level = 1; level <= truncation; level++) {
    // Where all lanes are this thread's, the steps' rows lie together and are one product.
    const products = whole ? 1 : steps;
    for (let step = 0; step < products; step++) {
      const offset = (step * lanes + lanesHere.first) * rowBytes;
      const count = whole ? steps * lanes : rows;
      const into = (to + offset) as Into;
      multiply(kernels, into, (from + offset) as From, layout.packed.WhhTransposed, count, REPLACE, scratch);
    }
    for (let step = 0; step < steps; step++) finishLevelStep(work, to, step, level, lanesHere);
    [from, to] = [to, from];
  }
}

/** δ of this thread's lanes; after it the update's bytes belong to the lanes' past. */
export function backwardStates(work: Workspace): void {
  const { shape, layout, i32 } = work;
  const mine = partOf(shape.lanes, work);
  if (mine.first === mine.end) return;
  if (shape.backprop === 'segment') backwardSegment(work, mine);
  else backwardSliding(work, mine);
  const reaches = layout.reach >> 2;
  for (let lane = reaches + mine.first; lane < reaches + mine.end; lane++) {
    i32[lane] = Math.min(shape.truncation, (i32[lane] ?? 0) + shape.steps);
  }
}
