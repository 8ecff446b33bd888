// A network's matrices in a memory, and the panels that products read: laid out, packed and multiplied by here alone, so that
// kernels may have panels of any width.
import type { Accumulate, By, ByApart, Columns, From, FromApart, Inner } from '../kernels/arguments';
import type { Into, IntoApart, PackedFirst, PackedTotal, Panels, Scratch } from '../kernels/arguments';
import { scratchBytes, type Kernels } from '../kernels/kernels';
import type { MemorySpace } from './memory-space';
import { BYTE_VALUES, type Shape } from './shape';

/** Byte offsets of the three matrices in one block. */
export interface Matrices {
  Wxh: number;
  Whh: number;
  Who: number;
}

/** An (inner,columns) matrix in panels: their width is the kernels' own affair. */
export interface PackedMatrix {
  panels: Panels;
  inner: Inner;
  columns: Columns;
}

/** What reading multiplies by. */
export interface ReadingPanels {
  Whh: PackedMatrix;
  Who: PackedMatrix;
}

/** What errors flow back through, too. */
export interface TrainingPanels extends ReadingPanels {
  WhhTransposed: PackedMatrix;
  WhoTransposed: PackedMatrix;
}

type Size = Pick<Shape, 'width' | 'columns'>;

/** From first up to but not including end; both multiples of 8. */
interface Rows {
  first: number;
  end: number;
}

/** f32 in one block of matrices. */
export function matrixElements({ width, columns }: Size): number {
  return (BYTE_VALUES + width + columns) * width;
}

/** Wxh (256,W), Whh (W,W), Who (W,A) */
export function takeMatrices({ take }: MemorySpace, size: Size): Matrices {
  const { width } = size;
  const Wxh = take(4 * matrixElements(size));
  const Whh = Wxh + 4 * BYTE_VALUES * width;
  return { Wxh, Whh, Who: Whh + 4 * width * width };
}

function takePacked({ take }: MemorySpace, inner: number, columns: number): PackedMatrix {
  return { panels: take(4 * inner * columns) as Panels, inner: inner as Inner, columns: columns as Columns };
}

export function takeReadingPanels(space: MemorySpace, { width, columns }: Size): ReadingPanels {
  return { Whh: takePacked(space, width, width), Who: takePacked(space, width, columns) };
}

export function takeTrainingPanels(space: MemorySpace, size: Size): TrainingPanels {
  const { width, columns } = size;
  return {
    ...takeReadingPanels(space, size),
    WhhTransposed: takePacked(space, width, width),
    WhoTransposed: takePacked(space, columns, width),
  };
}

/** For every product of a network of this width. */
export function takeScratch({ take }: MemorySpace, width: number): Scratch {
  const most = Math.max(width, BYTE_VALUES);
  return take(scratchBytes(most, most)) as Scratch;
}

/** Panels of W from some of its rows   W (inner,columns) at `w` */
function packRows(kernels: Kernels, { panels, inner, columns }: PackedMatrix, w: number, { first, end }: Rows): void {
  const rowBytes = 4 * columns;
  const total: number = inner;
  kernels.packPanels(
    panels,
    first as PackedFirst,
    total as PackedTotal,
    (w + first * rowBytes) as By,
    rowBytes as ByApart,
    end - first,
    columns,
  );
}

/** Panels of Wᵀ (inner,columns) from some rows of W   W (columns,inner) at `w` */
function packTransposed(
  kernels: Kernels,
  { panels, inner, columns }: PackedMatrix,
  w: number,
  { first, end }: Rows,
): void {
  const rowBytes = 4 * inner;
  const total: number = columns;
  kernels.packPanelsTransposed(
    panels,
    first as PackedFirst,
    total as PackedTotal,
    (w + first * rowBytes) as By,
    rowBytes as ByApart,
    inner,
    (end - first) as Columns,
  );
}

/** Makes the panels agree with some rows of the matrices. */
export function packForReading(kernels: Kernels, panels: ReadingPanels, { Whh, Who }: Matrices, rows: Rows): void {
  packRows(kernels, panels.Whh, Whh, rows);
  packRows(kernels, panels.Who, Who, rows);
}

export function packForTraining(kernels: Kernels, panels: TrainingPanels, matrices: Matrices, rows: Rows): void {
  packForReading(kernels, panels, matrices, rows);
  packTransposed(kernels, panels.WhhTransposed, matrices.Whh, rows);
  packTransposed(kernels, panels.WhoTransposed, matrices.Who, rows);
}

/** C = A·M, or C + A·M   A (rows,inner), C (rows,columns), their rows one right after the other */
export function multiply(
  kernels: Kernels,
  into: Into,
  from: From,
  { panels, inner, columns }: PackedMatrix,
  rows: number,
  accumulate: Accumulate,
  scratch: Scratch,
): void {
  kernels.product(
    into,
    (4 * columns) as IntoApart,
    from,
    (4 * inner) as FromApart,
    panels,
    rows,
    inner,
    columns,
    accumulate,
    scratch,
  );
}
