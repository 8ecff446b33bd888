// Instantiates the compiled kernels over one memory. This interface is all that the rest of the engine knows of them,
// so that another set (wider vectors) can take their place.

import type {
  Accumulate,
  Alpha,
  Beta1,
  Beta2,
  By,
  ByApart,
  ColumnOf,
  Columns,
  Decay,
  Epsilon,
  FirstMomentsAt,
  From,
  FromApart,
  GradientsAt,
  Inner,
  Into,
  IntoApart,
  Limit,
  Losses,
  Momentum,
  Moving,
  NewShare,
  Outputs,
  Owner,
  Owners,
  PanelApart,
  Panels,
  Scale,
  Scratch,
  SecondCorrection,
  SecondMomentsAt,
  StepSize,
  TextAt,
  WeightsAt,
} from './arguments';

/** Shapes and formulas stand at each kernel in ./assembly. */
export interface Kernels {
  expInPlace(x: Into, count: number): void;
  tanhInPlace(s: Into, count: number): void;
  tanhBackwardInPlace(d: Into, s: From, count: number): void;
  addInPlace(c: Into, a: From, count: number): void;
  packPanels(packed: Panels, apart: PanelApart, b: By, ldb: ByApart, inner: Inner, columns: Columns): void;
  packPanelsTransposed(packed: Panels, b: By, ldb: ByApart, inner: Inner, columns: Columns): void;
  product(
    c: Into,
    ldc: IntoApart,
    a: From,
    lda: FromApart,
    b: Panels,
    rows: number,
    inner: Inner,
    columns: Columns,
    accumulate: Accumulate,
    scratch: Scratch,
  ): void;
  productTransposed(
    c: Into,
    ldc: IntoApart,
    a: From,
    lda: FromApart,
    b: By,
    ldb: ByApart,
    depth: Inner,
    rows: number,
    columns: Columns,
    scratch: Scratch,
  ): void;
  gatherRows(s: Into, lds: IntoApart, w: From, x: TextAt, rows: number, width: Columns): void;
  scatterAddRows(
    dw: Into,
    d: From,
    x: TextAt,
    rows: number,
    width: Columns,
    moving: Moving,
    owner: Owner,
    owners: Owners,
  ): void;
  crossEntropy(
    o: From,
    y: TextAt,
    columnOf: ColumnOf,
    losses: Losses,
    rows: number,
    outputs: Outputs,
    columns: Columns,
  ): void;
  /** Leaves the errors in the place of o. */
  crossEntropyBackward(
    o: Into,
    y: TextAt,
    columnOf: ColumnOf,
    losses: Losses,
    rows: number,
    outputs: Outputs,
    columns: Columns,
    scale: Scale,
  ): void;
  softmax(p: Into, o: From, temperature: number): void;
  sumOfSquares(g: From, count: number): number;
  dropFaded(x: Into, count: number): void;
  sgd(w: WeightsAt, g: GradientsAt, count: number, scale: Scale, limit: Limit, rate: StepSize): void;
  momentum(
    w: WeightsAt,
    g: GradientsAt,
    b: FirstMomentsAt,
    count: number,
    scale: Scale,
    limit: Limit,
    mu: Momentum,
    rate: StepSize,
  ): void;
  scaledBySquares(
    w: WeightsAt,
    g: GradientsAt,
    v: SecondMomentsAt,
    count: number,
    scale: Scale,
    limit: Limit,
    alpha: Alpha,
    rest: NewShare,
    epsilon: Epsilon,
    rate: StepSize,
  ): void;
  adam(
    w: WeightsAt,
    g: GradientsAt,
    m: FirstMomentsAt,
    v: SecondMomentsAt,
    count: number,
    scale: Scale,
    limit: Limit,
    beta1: Beta1,
    beta2: Beta2,
    epsilon: Epsilon,
    stepSize: StepSize,
    secondCorrection: SecondCorrection,
    decay: Decay,
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
