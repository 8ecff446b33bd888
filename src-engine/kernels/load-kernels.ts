// Instantiates the compiled kernels over one memory. This interface is all that the rest of the engine knows of them,
// so that another set (wider vectors) can take their place.

/** A byte offset into the memory. */
type Pointer = number;
/** 0 or 1. */
type Flag = number;

/** Shapes and formulas stand at each kernel in ./assembly. */
export interface Kernels {
  expInPlace(x: Pointer, count: number): void;
  tanhInPlace(s: Pointer, count: number): void;
  tanhBackwardInPlace(d: Pointer, s: Pointer, count: number): void;
  addInPlace(c: Pointer, a: Pointer, count: number): void;
  packPanels(packed: Pointer, panelBytes: number, b: Pointer, ldb: number, inner: number, columns: number): void;
  packPanelsTransposed(packed: Pointer, b: Pointer, ldb: number, inner: number, columns: number): void;
  product(
    c: Pointer,
    ldc: number,
    a: Pointer,
    lda: number,
    b: Pointer,
    rows: number,
    inner: number,
    columns: number,
    accumulate: Flag,
    scratch: Pointer,
  ): void;
  productTransposed(
    c: Pointer,
    ldc: number,
    a: Pointer,
    lda: number,
    b: Pointer,
    ldb: number,
    depth: number,
    rows: number,
    columns: number,
    scratch: Pointer,
  ): void;
  gatherRows(s: Pointer, lds: number, w: Pointer, x: Pointer, rows: number, width: number): void;
  scatterAddRows(
    dw: Pointer,
    d: Pointer,
    x: Pointer,
    rows: number,
    width: number,
    moving: Pointer,
    owner: number,
    owners: number,
  ): void;
  crossEntropy(
    o: Pointer,
    y: Pointer,
    columnOf: Pointer,
    losses: Pointer,
    rows: number,
    outputs: number,
    columns: number,
  ): void;
  crossEntropyBackward(
    o: Pointer,
    y: Pointer,
    columnOf: Pointer,
    losses: Pointer,
    rows: number,
    outputs: number,
    columns: number,
    scale: number,
  ): void;
  softmax(p: Pointer, o: Pointer, temperature: number): void;
  sumOfSquares(g: Pointer, count: number): number;
  dropFaded(x: Pointer, count: number): void;
  sgd(w: Pointer, g: Pointer, count: number, scale: number, limit: number, rate: number): void;
  momentum(
    w: Pointer,
    g: Pointer,
    b: Pointer,
    count: number,
    scale: number,
    limit: number,
    mu: number,
    rate: number,
  ): void;
  scaledBySquares(
    w: Pointer,
    g: Pointer,
    v: Pointer,
    count: number,
    scale: number,
    limit: number,
    alpha: number,
    rest: number,
    epsilon: number,
    rate: number,
  ): void;
  adam(
    w: Pointer,
    g: Pointer,
    m: Pointer,
    v: Pointer,
    count: number,
    scale: number,
    limit: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    stepSize: number,
    secondCorrection: number,
    decay: number,
  ): void;
}

/** Bytes of scratch that `product` and `productTransposed` need for operands of at most this `inner` and `columns`. */
export function scratchBytes(inner: number, columns: number): number {
  return Math.max(8 * inner * 32, 256 * 4 * (columns + 8));
}

/** `memory` is shared and at most 65,536 pages; the kernels keep nothing in it of their own. */
export function loadKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  return instance.exports as unknown as Kernels;
}
