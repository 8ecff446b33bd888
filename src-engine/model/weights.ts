// The three weight matrices outside the shared memory: made, padded into it and taken out of it.
import { BYTE_VALUES, type Shape } from './shape';
import type { Matrices } from './packed-network';

/** Row-major and unpadded: Wxh (256,H), Whh (H,H), Who (H,256). */
export interface Weights {
  hiddenSize: number;
  /** The byte values that the network predicts, ascending; null for all. The other columns of Who are 0 and take no part. */
  alphabet: Uint8Array | null;
  Wxh: Float32Array;
  Whh: Float32Array;
  Who: Float32Array;
}

/** Rows and columns of each matrix of a network with H hidden units. */
export function matrixShapes(hiddenSize: number): Record<keyof Matrices, [number, number]> {
  return { Wxh: [BYTE_VALUES, hiddenSize], Whh: [hiddenSize, hiddenSize], Who: [hiddenSize, BYTE_VALUES] };
}

/** Copies an unpadded (rows,columns) matrix into one whose rows are `width` apart; what pads them is left as it is. */
export function padRows(into: Float32Array, from: Float32Array, columns: number, width: number): void {
  for (let row = 0; row * columns < from.length; row++) {
    into.set(from.subarray(row * columns, (row + 1) * columns), row * width);
  }
}

/** The first `columns` of each of `rows` rows that are `width` apart. */
export function unpadRows(from: Float32Array, rows: number, columns: number, width: number): Float32Array {
  const into = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) into.set(from.subarray(row * width, row * width + columns), row * columns);
  return into;
}

/** (rows,columns) → (columns,rows) */
export function transposed(values: Float32Array, [rows = 0, columns = 0]: readonly number[]): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) turned[column * rows + row] = values[row * columns + column] ?? 0;
  }
  return turned;
}

/** The columns of some bytes, side by side: (H,256) → (H,A); all of them where there is no alphabet. */
function columnsOf(Who: Float32Array, alphabet: Uint8Array | null): Float32Array {
  if (!alphabet) return Who;
  const chosen = new Float32Array((Who.length / BYTE_VALUES) * alphabet.length);
  for (let at = 0; at < chosen.length; at++) {
    chosen[at] = Who[Math.floor(at / alphabet.length) * BYTE_VALUES + (alphabet[at % alphabet.length] ?? 0)] ?? 0;
  }
  return chosen;
}

/** The other way: (H,A) → (H,256), 0 for the bytes that are not predicted. */
function spreadColumns(chosen: Float32Array, alphabet: Uint8Array | null): Float32Array {
  if (!alphabet) return chosen;
  const Who = new Float32Array((chosen.length / alphabet.length) * BYTE_VALUES);
  for (const [at, value] of chosen.entries()) {
    Who[Math.floor(at / alphabet.length) * BYTE_VALUES + (alphabet[at % alphabet.length] ?? 0)] = value;
  }
  return Who;
}

type MemoryShape = Pick<Shape, 'hiddenSize' | 'width' | 'alphabet' | 'outputs' | 'columns'>;

/** Writes three matrices into one block of a memory of this shape. */
export function writeMatrices(
  buffer: SharedArrayBuffer | ArrayBuffer,
  block: Matrices,
  { hiddenSize, width, alphabet, outputs, columns }: MemoryShape,
  weights: Pick<Weights, keyof Matrices>,
): void {
  const at = (name: keyof Matrices) => new Float32Array(buffer, block[name]);
  padRows(at('Wxh'), weights.Wxh, hiddenSize, width);
  padRows(at('Whh'), weights.Whh, hiddenSize, width);
  padRows(at('Who'), columnsOf(weights.Who, alphabet), outputs, columns);
}

/** Takes three matrices out of one block of a memory of this shape. */
export function readMatrices(
  buffer: SharedArrayBuffer | ArrayBuffer,
  block: Matrices,
  { hiddenSize, width, alphabet, outputs, columns }: MemoryShape,
): Weights {
  const take = (name: keyof Matrices, rows: number, across: number, apart: number) =>
    unpadRows(new Float32Array(buffer, block[name]), rows, across, apart);
  return {
    hiddenSize,
    alphabet,
    Wxh: take('Wxh', BYTE_VALUES, hiddenSize, width),
    Whh: take('Whh', hiddenSize, hiddenSize, width),
    Who: spreadColumns(take('Who', hiddenSize, outputs, columns), alphabet),
  };
}
