// The three weight matrices outside the shared memory: made, padded into it and taken out of it.
import { BYTE_VALUES, paddedWidth } from './shape';
import type { Matrices } from './layout';

/** Row-major and unpadded: Wxh (256,H), Whh (H,H), Who (H,256). */
export interface Weights {
  hiddenSize: number;
  Wxh: Float32Array;
  Whh: Float32Array;
  Who: Float32Array;
}

/** Rows and columns of each matrix of a network with H hidden units. */
export function matrixShapes(hiddenSize: number): Record<keyof Matrices, [number, number]> {
  return { Wxh: [BYTE_VALUES, hiddenSize], Whh: [hiddenSize, hiddenSize], Who: [hiddenSize, BYTE_VALUES] };
}

const widthOf = (columns: number, hiddenSize: number) => (columns === hiddenSize ? paddedWidth(hiddenSize) : columns);

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

/** Writes three matrices into one block of the shared memory. */
export function writeMatrices(buffer: SharedArrayBuffer | ArrayBuffer, block: Matrices, weights: Weights): void {
  const { hiddenSize } = weights;
  for (const [name, [, columns]] of Object.entries(matrixShapes(hiddenSize)) as [keyof Matrices, [number, number]][]) {
    padRows(new Float32Array(buffer, block[name]), weights[name], columns, widthOf(columns, hiddenSize));
  }
}

/** Takes three matrices out of one block of the shared memory. */
export function readMatrices(buffer: SharedArrayBuffer | ArrayBuffer, block: Matrices, hiddenSize: number): Weights {
  const take = (name: keyof Matrices) => {
    const [rows, columns] = matrixShapes(hiddenSize)[name];
    return unpadRows(new Float32Array(buffer, block[name]), rows, columns, widthOf(columns, hiddenSize));
  };
  return { hiddenSize, Wxh: take('Wxh'), Whh: take('Whh'), Who: take('Who') };
}
