// Draws the one shared memory of a run: what lies where, in bytes.
//
//   control claims │ weights gradients, and those of later lanes, moments average │ packed weights │ states bytes logits δ │ plan feed results │ evaluation │ scratch × threads
//
//   weights    Wxh (256,W) │ Whh (W,W) │ Who (W,A)     W, A: the padded hidden size and alphabet; gradients, m and v lie alike
//   states     (past + T, B, W)   row past is the update's first state, the rows before it are remembered
//   seen       (T, B, W)        the states as the output layer sees them under dropout
//   bytes      (past + T + 1, B)  the byte beside each state, and one more row: the last targets
import { problem } from '../problem';
import type { ColumnOf, Moving, Scratch } from '../kernels/arguments';
import { createMemorySpace, sharedMemory, type MemorySpace } from './memory-space';
import {
  matrixElements,
  takeMatrices,
  takeScratch,
  takeTrainingPanels,
  type Matrices,
  type TrainingPanels,
} from './packed-network';
import { BYTE_VALUES, hasHalves, type Shape } from './shape';

/** Feed for one order: enough that orders are rare, little enough that a pause is prompt. */
const FEED_BYTES = 4 * 1024 * 1024;
const MOST_UPDATES_AN_ORDER = 1024;
/** Bytes of text that one evaluation order predicts. */
export const EVALUATION_STEPS = 4096;
/** Int32 words for orders, barriers and flags, spaced so that no two share a cache line. */
const CONTROL_WORDS = 64;

/** As many as an order can name; how many there are may change in the course of a run, and nothing may move then. */
export const MOST_THREADS = 128;
/** So that no two threads' counters share a cache line. */
export const CLAIM_BYTES = 64;
const KINDS_OF_CLAIM = 2;

export interface Layout {
  control: number;
  /** (kinds of work, MOST_THREADS) i32, each in a line of its own: the slabs of a thread's part that have been claimed. */
  claims: number;
  weights: Matrices;
  gradients: Matrices;
  /** Of the lanes' second half, until they are joined; with few lanes, nothing. */
  laterGradients: Matrices;
  firstMoments: Matrices;
  secondMoments: Matrices;
  /** What others get to use: the average of the weights where one is kept, else the weights themselves. */
  model: Matrices;
  /** f32 in one block of matrices. */
  parameters: number;
  /** Panels of Whh, Whhᵀ, Who and Whoᵀ, rebuilt after each update. */
  packed: TrainingPanels;
  states: number;
  /** (T·B,W): the states as the output layer sees them under dropout; without it, nothing. */
  seen: number;
  bytes: number;
  /** i32 a lane: how many bytes before the update belong to the lane's present life, at most k. */
  reach: number;
  /** (256) u8: the column of Who that predicts each byte. */
  columnOf: ColumnOf;
  /** (T·B,A), becomes (p - y)·scale. */
  logits: number;
  /** (T·B,W): δ of the current level; in segment all there is. */
  delta: number;
  /** (T·B,W): the next level's δ, sliding only. */
  nextDelta: number;
  /** ((k+u)·B,W): Σ of the levels' δ by the byte they reach, sliding only. */
  deltaSums: number;
  /** (256) u8: 1 where a row of Wxh has had a gradient; the gradient and the moments of the others are 0. */
  moving: Moving;
  /** (T·B) f64, E of each prediction. */
  losses: number;
  /** f64 partial sums of squares: one a row of dWxh, one a row block of dWhh and dWho. */
  squares: number;
  /** (updates, PLAN_FIELDS) f64 */
  plan: number;
  /** (updates, B) u8: 1 where the lane restarts. */
  begins: number;
  /** (updates, T+1, B) u8: the text. */
  feed: number;
  /** (updates, RESULT_FIELDS) f64 */
  results: number;
  evaluation: { states: number; bytes: number; logits: number; losses: number };
  scratch: Scratch[];
  /** Updates that fit one order. */
  updatesAnOrder: number;
  totalBytes: number;
}

/** The numbers of one planned update, in order; all f64. */
export const PLAN_FIELDS = [
  'clipNorm',
  'clipElement',
  'stepSize',
  'secondCorrection',
  'decay',
  'dropsFaded',
  'dropoutKey',
  'averageShare',
] as const;
/** The numbers that one update leaves, in order; all f64. */
export const RESULT_FIELDS = ['lossNats', 'gradientNorm'] as const;
/** Rows of dWhh and dWho whose squares are summed together: fixed, so that no sum depends on the threads. */
export const ROW_BLOCK = 8;

function takeOrders({ take }: MemorySpace, { lanes, steps }: Shape, updatesAnOrder: number) {
  return {
    plan: take(8 * PLAN_FIELDS.length * updatesAnOrder),
    begins: take(lanes * updatesAnOrder),
    feed: take((steps + 1) * lanes * updatesAnOrder),
    results: take(8 * RESULT_FIELDS.length * updatesAnOrder),
    updatesAnOrder,
  };
}

function takeEvaluation({ take }: MemorySpace, { width, columns }: Shape): Layout['evaluation'] {
  return {
    states: take(4 * width * (EVALUATION_STEPS + 1)),
    bytes: take(EVALUATION_STEPS + 1),
    logits: take(4 * columns * EVALUATION_STEPS),
    losses: take(8 * EVALUATION_STEPS),
  };
}

/** Where everything lies for a network and its update of this shape. */
export function memoryLayoutOf(shape: Shape, threads: number): Layout {
  const space = createMemorySpace();
  const { width, columns, lanes, steps, past, deltaRows } = shape;
  const rows = steps * lanes;
  const sliding = shape.backprop === 'sliding';
  const feedRow = (steps + 1) * lanes;
  const updatesAnOrder = Math.max(1, Math.min(MOST_UPDATES_AN_ORDER, Math.floor(FEED_BYTES / feedRow)));
  const control = space.take(4 * CONTROL_WORDS);
  const claims = space.take(CLAIM_BYTES * KINDS_OF_CLAIM * MOST_THREADS);
  const weights = takeMatrices(space, shape);
  const fixed = {
    control,
    claims,
    weights,
    gradients: takeMatrices(space, shape),
    laterGradients: hasHalves(shape) ? takeMatrices(space, shape) : weights,
    firstMoments: takeMatrices(space, shape),
    secondMoments: takeMatrices(space, shape),
    model: shape.averages ? takeMatrices(space, shape) : weights,
    parameters: matrixElements(shape),
    packed: takeTrainingPanels(space, shape),
    states: space.take(4 * width * (past + steps) * lanes),
    seen: space.take(shape.dropout > 0 ? 4 * width * rows : 0),
    bytes: space.take((past + steps + 1) * lanes),
    reach: space.take(4 * lanes),
    columnOf: space.take(BYTE_VALUES) as ColumnOf,
    logits: space.take(4 * columns * rows),
    delta: space.take(4 * width * rows),
    nextDelta: space.take(sliding ? 4 * width * rows : 0),
    deltaSums: space.take(sliding ? 4 * width * deltaRows : 0),
    moving: space.take(BYTE_VALUES) as Moving,
    losses: space.take(8 * rows),
    squares: space.take(8 * (BYTE_VALUES + (2 * width) / ROW_BLOCK)),
  };
  const orders = takeOrders(space, shape, updatesAnOrder);
  const evaluation = takeEvaluation(space, shape);
  const scratch = Array.from({ length: threads }, () => takeScratch(space, width));
  return { ...fixed, ...orders, evaluation, scratch, totalBytes: space.taken() };
}

/** A shared memory for the layout, all zero but for the columns of the bytes; throws a `Problem` if it cannot be had. */
export function memoryFor(layout: Layout, { alphabet }: Shape): WebAssembly.Memory {
  try {
    const memory = sharedMemory(layout.totalBytes);
    const columnOf = new Uint8Array(memory.buffer, layout.columnOf, BYTE_VALUES);
    for (let column = 0; column < (alphabet?.length ?? BYTE_VALUES); column++) {
      columnOf[alphabet?.[column] ?? column] = column;
    }
    return memory;
  } catch {
    const megabytes = Math.ceil(layout.totalBytes / 2 ** 20);
    throw problem(
      `The computer could not provide ${megabytes} MB of memory. Choose fewer lanes, a shorter truncation or a smaller hidden size.`,
    );
  }
}
