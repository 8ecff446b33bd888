// The sizes that fix every buffer of a run.
import { stepsPerUpdate, type Backprop, type Settings } from '../hyperparameters';

export const BYTE_VALUES = 256;
/** Rows and columns are padded to whole panels of the product; padded units stay exactly 0 through every update. */
const PADDING = 8;

export interface Shape {
  /** The byte values that are predicted, ascending, one a column of Who; null for all 256. */
  alphabet: Uint8Array | null;
  /** A: the bytes that are predicted. */
  outputs: number;
  /** A rounded up to a multiple of 8: the columns of Who in memory. */
  columns: number;
  /** H, as the user chose it. */
  hiddenSize: number;
  /** H rounded up to a multiple of 8: the width of the buffers. */
  width: number;
  /** B */
  lanes: number;
  /** T or u: bytes a lane reads per update. */
  steps: number;
  /** Applications of Whh that an error of a sliding update flows back through; in segment the segment's end decides. */
  truncation: number;
  backprop: Backprop;
  /** States before the update's first that a lane remembers: 1 in segment, k+1 in sliding. */
  past: number;
  /** The share of each state's units that the output layer does not see while it learns; 0 is off. */
  dropout: number;
  /** An average of the weights over the last updates is kept, and is the model. */
  averages: boolean;
  /** Rows of δ that meet a previous state: T·B in segment, (k+u)·B in sliding. */
  deltaRows: number;
}

/** Rows of a product at which a tile is well filled. */
export const LANES_A_THREAD = 8;

/** Whether the lanes are many enough for two halves. */
export function hasHalves({ lanes }: Pick<Shape, 'lanes'>): boolean {
  return lanes >= 2 * LANES_A_THREAD;
}

const padded = (count: number) => Math.ceil(count / PADDING) * PADDING;

export function paddedWidth(hiddenSize: number): number {
  return padded(hiddenSize);
}

export function shapeOf(settings: Settings, alphabet: Uint8Array | null = null): Shape {
  const { hiddenSize, lanes, truncation, backprop, dropout } = settings;
  const steps = stepsPerUpdate(settings);
  const sliding = backprop === 'sliding';
  const outputs = alphabet?.length ?? BYTE_VALUES;
  return {
    alphabet,
    outputs,
    columns: padded(outputs),
    hiddenSize,
    width: paddedWidth(hiddenSize),
    lanes,
    steps,
    truncation,
    backprop,
    past: sliding ? truncation + 1 : 1,
    dropout,
    averages: settings.averaging > 0,
    deltaRows: (sliding ? truncation + steps : steps) * lanes,
  };
}
