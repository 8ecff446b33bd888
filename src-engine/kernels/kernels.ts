// What the rest of the engine knows of kernels: WebAssembly's and the machine's own are the same to it, to the bit.
import type {
  Accumulate,
  Alpha,
  AverageShare,
  Beta1,
  Beta2,
  Blocks,
  By,
  ByApart,
  ColumnOf,
  Columns,
  Decay,
  DropoutKey,
  DropoutThreshold,
  Epsilon,
  FirstMomentsAt,
  FirstRow,
  From,
  FromApart,
  GradientsAt,
  GroupsApart,
  HasLater,
  Inner,
  Into,
  IntoApart,
  Lanes,
  Limit,
  LogitsAt,
  Losses,
  Momentum,
  Moving,
  NewShare,
  OutputPanels,
  Outputs,
  Owner,
  Owners,
  PackedFirst,
  PackedTotal,
  Panels,
  Scale,
  Scratch,
  SecondCorrection,
  SecondMomentsAt,
  StepSize,
  Steps,
  Sums,
  TextAt,
  Together,
  WeightsAt,
} from './arguments';
import type { KernelVariant } from '../hyperparameters';
import type { NativeKernels } from './vectors';

/** Shapes and formulas stand at each kernel in ./assembly and ./native. */
export interface Kernels {
  expInPlace(x: Into, count: number): void;
  tanhInPlace(s: Into, count: number): void;
  tanhBackwardInPlace(d: Into, s: From, count: number): void;
  addInPlace(c: Into, a: From, count: number): void;
  packPanels(
    packed: Panels,
    first: PackedFirst,
    total: PackedTotal,
    b: By,
    ldb: ByApart,
    rows: number,
    columns: Columns,
  ): void;
  packPanelsTransposed(
    packed: Panels,
    first: PackedFirst,
    total: PackedTotal,
    b: By,
    ldb: ByApart,
    inner: Inner,
    columns: Columns,
  ): void;
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
    together: Together,
    apart: GroupsApart,
  ): void;
  recur(
    s: Into,
    w: From,
    x: TextAt,
    Whh: Panels,
    rows: number,
    lanes: Lanes,
    steps: Steps,
    width: Columns,
    scratch: Scratch,
  ): void;
  recurBackward(
    d: Into,
    s: From,
    WhhTransposed: Panels,
    rows: number,
    lanes: Lanes,
    steps: Steps,
    width: Columns,
    hasLater: HasLater,
    scratch: Scratch,
  ): void;
  readByte(
    s: Into,
    before: From,
    w: WeightsAt,
    x: TextAt,
    Whh: Panels,
    o: LogitsAt,
    Who: OutputPanels,
    width: Columns,
    outputs: Outputs,
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
    together: Together,
    apart: GroupsApart,
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
  sumsOfSquares(sums: Sums, g: From, count: number, blocks: Blocks): void;
  registerPeak(times: number): number;
  dropOut(
    c: Into,
    a: From,
    first: FirstRow,
    rows: number,
    width: Columns,
    key: DropoutKey,
    threshold: DropoutThreshold,
    scale: Scale,
  ): void;
  averageInto(e: Into, w: WeightsAt, count: number, share: AverageShare): void;
  readWords(from: From, count: number): number;
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

/** Kernels that every thread can load: chosen once, and told to each worker. */
export interface KernelSet {
  /** What they really are: strict where fast was wanted and there is neither relaxed SIMD nor a native set. */
  variant: KernelVariant;
  /** WebAssembly's, or the machine's own with the same bits. */
  from: WebAssembly.Module | NativeKernels;
}

/** Bytes of scratch that `product` and `productTransposed` need for operands of at most this `inner` and `columns`. */
export function scratchBytes(inner: number, columns: number): number {
  const webAssembly = Math.max(8 * inner * 32, 256 * 4 * (columns + 8));
  return Math.max(webAssembly, 512 * 4 * (columns + 12));
}
