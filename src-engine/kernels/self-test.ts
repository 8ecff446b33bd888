// Whether a set of kernels gives WebAssembly's very bits: a moment's work, before it is trusted with a run.
import { createHash } from 'node:crypto';
import {
  ADD,
  REPLACE,
  type Beta1,
  type Beta2,
  type By,
  type ByApart,
  type ColumnOf,
  type Columns,
  type Decay,
  type Epsilon,
  type FirstMomentsAt,
  type From,
  type FromApart,
  type GradientsAt,
  type GroupsApart,
  type Inner,
  type Into,
  type IntoApart,
  type Limit,
  type Losses,
  type Outputs,
  type PackedFirst,
  type PackedTotal,
  type Panels,
  type Scale,
  type Scratch,
  type SecondCorrection,
  type SecondMomentsAt,
  type StepSize,
  type TextAt,
  type Together,
  type WeightsAt,
} from './arguments';
import type { KernelVariant } from '../hyperparameters';
import type { Kernels } from './kernels';

const PAGES = 12;
/** f32 that begin as numbers of about 1, at `OPERANDS`, and what is compared afterwards. */
const COUNT = 32_768;
const OPERANDS = 64;
/** Beyond what is compared: packed matrices, whose order is the kernels' own affair. */
const PANELS = OPERANDS + 4 * COUNT;
const SCRATCH = PANELS + 131_072;

export function selfTestMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
}

function fill(memory: WebAssembly.Memory): void {
  const numbers = new Float32Array(memory.buffer, OPERANDS, COUNT);
  let random = 1;
  for (let index = 0; index < COUNT; index++) {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    numbers[index] = random / 2 ** 31 - 1;
  }
}

/** Byte offset of an operand, by its first number. */
const at = (index: number) => OPERANDS + 4 * index;

const COLUMNS = 56;

function multiplyTransposed(kernels: Kernels, rows: number, depth: number, into: number): void {
  kernels.productTransposed(
    at(into) as Into,
    (4 * COLUMNS) as IntoApart,
    at(0) as From,
    (4 * 24) as FromApart,
    at(0) as By,
    (4 * COLUMNS) as ByApart,
    depth as Inner,
    rows,
    COLUMNS as Columns,
    SCRATCH as Scratch,
    9 as Together,
    10 as GroupsApart,
  );
}

/** Products whose rows, columns and depth fill neither tiles nor panels. */
function multiplyAll(kernels: Kernels): void {
  const [inner, columns] = [300, COLUMNS];
  for (const rows of [1, 29]) {
    kernels.packPanels(
      PANELS as Panels,
      0 as PackedFirst,
      inner as PackedTotal,
      at(0) as By,
      (4 * columns) as ByApart,
      inner,
      columns as Columns,
    );
    kernels.product(
      at(26_000) as Into,
      (4 * columns) as IntoApart,
      at(17_000) as From,
      (4 * inner) as FromApart,
      PANELS as Panels,
      rows,
      inner as Inner,
      columns as Columns,
      rows === 1 ? ADD : REPLACE,
      SCRATCH as Scratch,
    );
  }
  multiplyTransposed(kernels, 24, inner, 28_000);
}

function changeElements(kernels: Kernels): void {
  kernels.tanhInPlace(at(0) as Into, 1004);
  kernels.expInPlace(at(1004) as Into, 1004);
  kernels.tanhBackwardInPlace(at(2008) as Into, at(0) as From, 1004);
  const text = at(0) as TextAt;
  kernels.crossEntropyBackward(
    at(4000) as Into,
    text,
    at(31_000) as ColumnOf,
    at(30_000) as Losses,
    13,
    53 as Outputs,
    56 as Columns,
    0.01 as Scale,
  );
  kernels.softmax(at(6000) as Into, at(5000) as From, 0.7);
  kernels.adam(
    at(8000) as WeightsAt,
    at(9004) as GradientsAt,
    at(10_008) as FirstMomentsAt,
    at(11_012) as SecondMomentsAt,
    1004,
    0.5 as Scale,
    Infinity as Limit,
    0.9 as Beta1,
    0.999 as Beta2,
    1e-8 as Epsilon,
    0.002 as StepSize,
    0.3 as SecondCorrection,
    0.999 as Decay,
  );
}

/** SHA-256 of what the calls leave behind, by WebAssembly's kernels: a test compares. Here a runtime may lack what they need. */
const WEBASSEMBLY: Record<KernelVariant, string> = {
  fast: '11eb0617689b2131cec9e194a8c43542bb48b75b475693b6d0c7ee0b4846b416',
  strict: '5d088c2e2373dba8baa051a683d48ff2833ef9e23651eec4b2a4dcde64151a3d',
};

/** What the calls leave behind; `kernels` are over `memory`, of `selfTestMemory`. */
function selfTestHash(kernels: Kernels, memory: WebAssembly.Memory): string {
  fill(memory);
  new Uint8Array(memory.buffer, at(31_000), 256).forEach((_, index, columnOf) => (columnOf[index] = index % 53));
  const squares = new Float32Array(memory.buffer, at(11_012), 1004);
  squares.forEach((value, index) => (squares[index] = Math.abs(value)));
  multiplyAll(kernels);
  changeElements(kernels);
  // With many rows a product may be done in another way than with few.
  multiplyTransposed(kernels, 272, 100, 9000);
  const sum = Float64Array.of(kernels.sumOfSquares(at(0) as From, COUNT));
  const outcome = Buffer.from(memory.buffer, OPERANDS, 4 * COUNT);
  return createHash('sha256').update(outcome).update(new Uint8Array(sum.buffer)).digest('hex');
}

export function passesSelfTest(kernels: Kernels, memory: WebAssembly.Memory, variant: KernelVariant): boolean {
  return selfTestHash(kernels, memory) === WEBASSEMBLY[variant];
}
