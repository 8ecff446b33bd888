// The forward pass of one update, each thread over its own lanes or rows.
import { REPLACE, type Columns, type From, type Into, type Lanes, type Steps, type TextAt } from '../kernels/arguments';
import { multiply } from './packed-network';
import { partOf, scratchOf, type Workspace } from './workspace';

/**
 * Moves what the lanes remember to the front, restarts lanes where the plan says so, and takes in the update's bytes.
 * feed (T+1,B) and begins (B) are byte offsets of this update's part.
 */
export function takeInBytes(work: Workspace, feed: number, begins: number): void {
  const { shape, layout, u8, i32 } = work;
  const { lanes, steps, past, width } = shape;
  const mine = partOf(lanes, work);
  const rowBytes = 4 * width;
  // Where all lanes are this thread's, rows lie together: one copy does for all of them.
  const isWhole = mine.first === 0 && mine.end === lanes;
  const copyRows = (to: number, from: number, rows: number, laneBytes: number) => {
    const [copies, bytes] = isWhole ? [1, rows * lanes * laneBytes] : [rows, (mine.end - mine.first) * laneBytes];
    for (let row = 0; row < copies; row++) {
      const at = (row * lanes + mine.first) * laneBytes;
      u8.copyWithin(to + at, from + at, from + at + bytes);
    }
  };
  copyRows(layout.states, layout.states + steps * lanes * rowBytes, past, rowBytes);
  copyRows(layout.bytes, layout.bytes + steps * lanes, past, 1);
  copyRows(layout.bytes + past * lanes, feed, steps + 1, 1);
  const reaches = layout.reach >> 2;
  for (let lane = mine.first; lane < mine.end; lane++) {
    if (u8[begins + lane] !== 1) continue;
    i32[reaches + lane] = 0;
    const last = layout.states + ((past - 1) * lanes + lane) * rowBytes;
    u8.fill(0, last, last + rowBytes);
  }
}

/** Operations of one call: a thread cannot be stopped within one, so that it takes a tenth of a second at most. */
const MOST_FLOP_A_CALL = 1e9;

/** How many steps of the recurrence one call may take. */
export function stepsAtOnce(rows: number, width: number): number {
  return Math.max(1, Math.floor(MOST_FLOP_A_CALL / (2 * rows * width * width)));
}

/** s_t = tanh(Wxh[x_t] + s_{t-1}·Whh)   rows `first … end-1` of each of `steps` steps, `lanes` rows a step, s (steps,lanes,W) from `states` */
export function recur(
  work: Workspace,
  states: number,
  bytes: number,
  steps: number,
  lanes: number,
  first: number,
  end: number,
): void {
  const { kernels, shape, layout } = work;
  const { width } = shape;
  const rows = end - first;
  const most = stepsAtOnce(rows, width);
  for (let step = 0; step < steps; step += most) {
    const row = step * lanes + first;
    kernels.recur(
      (states + row * 4 * width) as Into,
      layout.weights.Wxh as From,
      (bytes + row) as TextAt,
      layout.packed.Whh.panels,
      rows,
      lanes as Lanes,
      Math.min(most, steps - step) as Steps,
      width as Columns,
      scratchOf(work),
    );
  }
}

/** s_t of the update for this thread's lanes   s_{t-1} (B,W) → s_t (B,W), t = a … a+T-1 */
export function forwardStates(work: Workspace): void {
  const { shape, layout } = work;
  const { lanes, steps, past, width } = shape;
  const mine = partOf(lanes, work);
  if (mine.first === mine.end) return;
  recur(
    work,
    layout.states + past * lanes * 4 * width,
    layout.bytes + past * lanes,
    steps,
    lanes,
    mine.first,
    mine.end,
  );
}

/** o_t = s_t·Who   rows (W) of s → rows (A) of o */
export function logitsOfRows(work: Workspace, logits: Into, states: From, rows: number): void {
  multiply(work.kernels, logits, states, work.layout.packed.Who, rows, REPLACE, scratchOf(work));
}
