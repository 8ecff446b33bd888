// The gradients of the weights of one update: sums over the rows of its lanes, joined over the halves of the lanes; and their norm.
import {
  type Blocks,
  type By,
  type ByApart,
  type Columns,
  type From,
  type FromApart,
  type GroupsApart,
  type Inner,
  type Into,
  type IntoApart,
  type Owner,
  type Owners,
  type Sums,
  type TextAt,
  type Together,
} from '../kernels/arguments';
import type { Kernels } from '../kernels/kernels';
import { halvesOf, ownsHalf, type LaneHalf } from './lane-halves';
import { ROW_BLOCK } from './layout';
import type { Matrices } from './packed-network';
import { BYTE_VALUES } from './shape';
import { claimSlabs, SLAB_WORK } from './slabs';
import { ownRows, partOf, scratchOf, type Range, type Workspace } from './workspace';

/** Rows that are joined and squared at once, so that the caches still have them. */
const ROWS_AT_ONCE = 4 * ROW_BLOCK;

/** dW = Aᵀ·B is summed over the rows of both from their first on: a step's lanes lie together. */
interface Operands {
  a: number;
  b: number;
  columns: number;
  steps: number;
}

function operandsOf({ shape, layout }: Workspace): { first: number; Whh: Operands; Who: Operands } {
  const { lanes, steps, past, width, columns, deltaRows } = shape;
  const rowBytes = 4 * width;
  const sliding = shape.backprop === 'sliding';
  // The first δ's byte is a in segment and a-k in sliding; the state before it is the row before.
  const first = sliding ? 1 : past;
  return {
    first,
    Whh: {
      a: layout.states + (first - 1) * lanes * rowBytes,
      b: sliding ? layout.deltaSums : layout.delta,
      columns: width,
      steps: deltaRows / lanes,
    },
    Who: {
      a: shape.dropout > 0 ? layout.seen : layout.states + past * lanes * rowBytes,
      b: layout.logits,
      columns,
      steps,
    },
  };
}

/** One row slab of a half's dWhh or dWho. */
function sumProducts(work: Workspace, half: LaneHalf, matrix: 'Whh' | 'Who', slab: Range): void {
  const { kernels, shape } = work;
  const { a, b, columns, steps } = operandsOf(work)[matrix];
  const { first, end } = half.lanes;
  const rowBytes = 4 * shape.width;
  const columnBytes = 4 * columns;
  kernels.productTransposed(
    (half.sums[matrix] + slab.first * columnBytes) as Into,
    columnBytes as IntoApart,
    (a + first * rowBytes + 4 * slab.first) as From,
    rowBytes as FromApart,
    (b + first * columnBytes) as By,
    columnBytes as ByApart,
    (steps * (end - first)) as Inner,
    slab.end - slab.first,
    columns as Columns,
    scratchOf(work),
    (end - first) as Together,
    shape.lanes as GroupsApart,
  );
}

/** A half's dWxh[x_i] = Σ δ_i, of the byte values that are this owner's. */
function sumRows(work: Workspace, half: LaneHalf, owner: number, owners: number): void {
  const { kernels, shape, layout } = work;
  const { first, Whh } = operandsOf(work);
  const { lanes } = half;
  const count = lanes.end - lanes.first;
  kernels.scatterAddRows(
    half.sums.Wxh as Into,
    (Whh.b + lanes.first * 4 * shape.width) as From,
    (layout.bytes + first * shape.lanes + lanes.first) as TextAt,
    Whh.steps * count,
    shape.width as Columns,
    layout.moving,
    owner as Owner,
    owners as Owners,
    count as Together,
    shape.lanes as GroupsApart,
  );
}

/**
 * dWho = Σ s_tᵀ·(p_t - y_t) · dWhh = Σ s_{i-1}ᵀ·δ_i · dWxh[x_i] = Σ δ_i over each half of the lanes, each in one fixed order.
 * Where the threads own halves, each needs no more than its own δ.
 */
export function sumOverLanes(work: Workspace): void {
  const { shape, thread, threads } = work;
  const halves = halvesOf(work);
  const own = ownsHalf(work) ? halves[thread] : undefined;
  const sumSlab = (half: LaneHalf, slab: Range) => {
    sumProducts(work, half, 'Whh', slab);
    sumProducts(work, half, 'Who', slab);
  };
  if (own) {
    sumRows(work, own, 0, 1);
    return sumSlab(own, { first: 0, end: shape.width });
  }
  for (const half of halves) sumRows(work, half, thread, threads);
  claimSlabs(work, SLAB_WORK.gradients, (slab) => {
    for (const half of halves) sumSlab(half, slab);
  });
}

/** The halves' sums of some rows of a matrix added up, and the squares of each block of `rowsABlock` rows of the result. */
function joinRows(
  kernels: Kernels,
  [sums, more]: LaneHalf[],
  matrix: keyof Matrices,
  { first, end }: Range,
  columns: number,
  squares: number,
  rowsABlock: number,
): void {
  if (!sums) return;
  const atOnce = more ? ROWS_AT_ONCE : end - first;
  for (let row = first; row < end; row += atOnce) {
    const rows = Math.min(atOnce, end - row);
    const at = 4 * row * columns;
    if (more) kernels.addInPlace((sums.sums[matrix] + at) as Into, (more.sums[matrix] + at) as From, rows * columns);
    kernels.sumsOfSquares(
      (squares + (8 * row) / rowsABlock) as Sums,
      (sums.sums[matrix] + at) as From,
      rowsABlock * columns,
      (rows / rowsABlock) as Blocks,
    );
  }
}

/** The gradients over all lanes, this thread's rows, and the partial sums of their squares. */
export function joinHalves(work: Workspace): void {
  const { kernels, shape, layout, u8 } = work;
  const { width, columns } = shape;
  const halves = halvesOf(work);
  const whhSquares = layout.squares + 8 * BYTE_VALUES;
  const whoSquares = whhSquares + 8 * (width / ROW_BLOCK);
  for (const rows of ownRows(work, (value) => u8[layout.moving + value] === 1)) {
    joinRows(kernels, halves, 'Wxh', rows, width, layout.squares, 1);
  }
  const rows = partOf(width, work, ROW_BLOCK);
  joinRows(kernels, halves, 'Whh', rows, width, whhSquares, ROW_BLOCK);
  joinRows(kernels, halves, 'Who', rows, columns, whoSquares, ROW_BLOCK);
}

/** ‖(dWxh, dWhh, dWho)‖ from the partial sums, in their fixed order. */
export function gradientNorm({ shape, layout, f64 }: Workspace): number {
  const first = layout.squares / 8;
  const count = BYTE_VALUES + (2 * shape.width) / ROW_BLOCK;
  let sum = 0;
  for (let index = first; index < first + count; index++) sum += f64[index] ?? 0;
  return Math.sqrt(sum);
}

/** The mean of E over the update's B·T predictions, in nats, summed in the order of the rows. */
export function meanLoss({ shape, layout, f64 }: Workspace): number {
  const rows = shape.steps * shape.lanes;
  const first = layout.losses / 8;
  let sum = 0;
  for (let row = first; row < first + rows; row++) sum += f64[row] ?? 0;
  return sum / rows;
}
