// The matrix products: one tile that all of them share, so that every element is summed over `inner` in the same order
// whichever tile or thread it falls to.
import { multiplyAdd } from './vector';
import { PANEL_COLUMNS, STEP_BYTES, TILE_ROWS, packPanels, packTile, packTileTransposed } from './pack';

/** Tiles of A that are packed at once: their panels' worth of B is then read once for all of them. */
const TILES_AT_ONCE = 8;
/** Rows of the long operands that are packed at once for a weight gradient: 256 × 8 f32 are 8 KB, at home in the first-level cache. */
const DEPTH_AT_ONCE = 256;

/**
 * c (rows,8) = [c +] tile·panel   tile (inner,6 of 8), panel (inner,8) both packed; rows 1 … 6 known at compile time
 * Twelve sums, two of B and one of A: fifteen of the sixteen vector registers of x86-64.
 */
@inline
function tile(rows: i32, c: usize, ldc: usize, a: usize, b: usize, inner: i32, accumulate: bool): void {
  const c1 = c + ldc;
  const c2 = c1 + ldc;
  const c3 = c2 + ldc;
  const c4 = c3 + ldc;
  const c5 = c4 + ldc;
  let s00 = f32x4.splat(0), s01 = f32x4.splat(0), s10 = f32x4.splat(0), s11 = f32x4.splat(0);
  let s20 = f32x4.splat(0), s21 = f32x4.splat(0), s30 = f32x4.splat(0), s31 = f32x4.splat(0);
  let s40 = f32x4.splat(0), s41 = f32x4.splat(0), s50 = f32x4.splat(0), s51 = f32x4.splat(0);
  if (accumulate) {
    s00 = v128.load(c), s01 = v128.load(c, 16);
    if (rows > 1) s10 = v128.load(c1), s11 = v128.load(c1, 16);
    if (rows > 2) s20 = v128.load(c2), s21 = v128.load(c2, 16);
    if (rows > 3) s30 = v128.load(c3), s31 = v128.load(c3, 16);
    if (rows > 4) s40 = v128.load(c4), s41 = v128.load(c4, 16);
    if (rows > 5) s50 = v128.load(c5), s51 = v128.load(c5, 16);
  }
  for (const end = b + <usize>inner * STEP_BYTES; b < end; a += STEP_BYTES, b += STEP_BYTES) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    s00 = multiplyAdd(x, b0, s00), s01 = multiplyAdd(x, b1, s01);
    if (rows > 1) x = v128.load_splat<f32>(a, 4), s10 = multiplyAdd(x, b0, s10), s11 = multiplyAdd(x, b1, s11);
    if (rows > 2) x = v128.load_splat<f32>(a, 8), s20 = multiplyAdd(x, b0, s20), s21 = multiplyAdd(x, b1, s21);
    if (rows > 3) x = v128.load_splat<f32>(a, 12), s30 = multiplyAdd(x, b0, s30), s31 = multiplyAdd(x, b1, s31);
    if (rows > 4) x = v128.load_splat<f32>(a, 16), s40 = multiplyAdd(x, b0, s40), s41 = multiplyAdd(x, b1, s41);
    if (rows > 5) x = v128.load_splat<f32>(a, 20), s50 = multiplyAdd(x, b0, s50), s51 = multiplyAdd(x, b1, s51);
  }
  v128.store(c, s00), v128.store(c, s01, 16);
  if (rows > 1) v128.store(c1, s10), v128.store(c1, s11, 16);
  if (rows > 2) v128.store(c2, s20), v128.store(c2, s21, 16);
  if (rows > 3) v128.store(c3, s30), v128.store(c3, s31, 16);
  if (rows > 4) v128.store(c4, s40), v128.store(c4, s41, 16);
  if (rows > 5) v128.store(c5, s50), v128.store(c5, s51, 16);
}

function tileOfSix(c: usize, ldc: usize, a: usize, b: usize, inner: i32, accumulate: bool): void {
  tile(6, c, ldc, a, b, inner, accumulate);
}

function tileOfFewer(rows: i32, c: usize, ldc: usize, a: usize, b: usize, inner: i32, accumulate: bool): void {
  if (rows == 5) tile(5, c, ldc, a, b, inner, accumulate);
  else if (rows == 4) tile(4, c, ldc, a, b, inner, accumulate);
  else if (rows == 3) tile(3, c, ldc, a, b, inner, accumulate);
  else if (rows == 2) tile(2, c, ldc, a, b, inner, accumulate);
  else tile(1, c, ldc, a, b, inner, accumulate);
}

@inline
function tileOf(rows: i32, c: usize, ldc: usize, a: usize, b: usize, inner: i32, accumulate: bool): void {
  if (rows >= TILE_ROWS) tileOfSix(c, ldc, a, b, inner, accumulate);
  else tileOfFewer(rows, c, ldc, a, b, inner, accumulate);
}

/** c (1,32) = [c +] a·(four panels)   the sums of four panels at once, since one panel's two would wait for each other */
function rowOfFourPanels(c: usize, a: usize, b: usize, inner: i32, accumulate: bool): void {
  const panel = <usize>inner * STEP_BYTES;
  let p1 = b + panel, p2 = p1 + panel, p3 = p2 + panel;
  let s0 = f32x4.splat(0), s1 = f32x4.splat(0), s2 = f32x4.splat(0), s3 = f32x4.splat(0);
  let s4 = f32x4.splat(0), s5 = f32x4.splat(0), s6 = f32x4.splat(0), s7 = f32x4.splat(0);
  if (accumulate) {
    s0 = v128.load(c), s1 = v128.load(c, 16), s2 = v128.load(c, 32), s3 = v128.load(c, 48);
    s4 = v128.load(c, 64), s5 = v128.load(c, 80), s6 = v128.load(c, 96), s7 = v128.load(c, 112);
  }
  for (const end = b + panel; b < end; a += 4, b += 32, p1 += 32, p2 += 32, p3 += 32) {
    const x = v128.load_splat<f32>(a);
    s0 = multiplyAdd(x, v128.load(b), s0), s1 = multiplyAdd(x, v128.load(b, 16), s1);
    s2 = multiplyAdd(x, v128.load(p1), s2), s3 = multiplyAdd(x, v128.load(p1, 16), s3);
    s4 = multiplyAdd(x, v128.load(p2), s4), s5 = multiplyAdd(x, v128.load(p2, 16), s5);
    s6 = multiplyAdd(x, v128.load(p3), s6), s7 = multiplyAdd(x, v128.load(p3, 16), s7);
  }
  v128.store(c, s0), v128.store(c, s1, 16), v128.store(c, s2, 32), v128.store(c, s3, 48);
  v128.store(c, s4, 64), v128.store(c, s5, 80), v128.store(c, s6, 96), v128.store(c, s7, 112);
}

/** c (1,8) = [c +] a·panel   a (1,inner) as it lies */
function rowOfOnePanel(c: usize, a: usize, b: usize, inner: i32, accumulate: bool): void {
  let s0 = f32x4.splat(0), s1 = f32x4.splat(0);
  if (accumulate) s0 = v128.load(c), s1 = v128.load(c, 16);
  for (const end = b + <usize>inner * STEP_BYTES; b < end; a += 4, b += STEP_BYTES) {
    const x = v128.load_splat<f32>(a);
    s0 = multiplyAdd(x, v128.load(b), s0), s1 = multiplyAdd(x, v128.load(b, 16), s1);
  }
  v128.store(c, s0), v128.store(c, s1, 16);
}

function productOfRow(c: usize, a: usize, b: usize, inner: i32, columns: i32, accumulate: bool): void {
  const panel = <usize>inner * STEP_BYTES;
  let column = 0;
  for (; column + 32 <= columns; column += 32, c += 128, b += 4 * panel) rowOfFourPanels(c, a, b, inner, accumulate);
  for (; column < columns; column += PANEL_COLUMNS, c += 32, b += panel) rowOfOnePanel(c, a, b, inner, accumulate);
}

/** Rows a tile for as few tiles as hold `rows`, cut evenly: a tile of one row takes two thirds of the time of one of six. */
@inline
function evenHeight(rows: i32): i32 {
  const tiles = (rows + TILE_ROWS - 1) / TILE_ROWS;
  return (rows + tiles - 1) / tiles;
}

/**
 * C = [C +] A·B   C (rows,columns), A (rows,inner), B (inner,columns) in packed panels; ldc and lda bytes from row to row
 * columns a multiple of 8, inner of 4; `scratch` holds TILES_AT_ONCE packed tiles: 8 × inner × 32 bytes.
 */
export function product(
  c: usize, ldc: usize, a: usize, lda: usize, b: usize,
  rows: i32, inner: i32, columns: i32, accumulate: bool, scratch: usize,
): void {
  if (rows == 1) return productOfRow(c, a, b, inner, columns, accumulate);
  const stepBytes = <usize>inner * STEP_BYTES;
  for (let block = 0; block < rows; block += TILES_AT_ONCE * TILE_ROWS) {
    const blockRows = min(rows - block, TILES_AT_ONCE * TILE_ROWS);
    const height = evenHeight(blockRows);
    let packed = scratch;
    for (let row = 0; row < blockRows; row += height, packed += stepBytes) {
      packTile(packed, a + <usize>(block + row) * lda, lda, min(height, blockRows - row), inner);
    }
    let panel = b;
    for (let column = 0; column < columns; column += PANEL_COLUMNS, panel += stepBytes) {
      packed = scratch;
      let out = c + <usize>block * ldc + (<usize>column << 2);
      for (let row = 0; row < blockRows; row += height, packed += stepBytes, out += <usize>height * ldc) {
        tileOf(min(height, blockRows - row), out, ldc, packed, panel, inner, accumulate);
      }
    }
  }
}

/** Where row k of operands that lie in groups is. */
@inline
function rowAt(k: i32, together: i32, apart: i32): usize {
  return <usize>(k / together) * <usize>apart + <usize>(k % together);
}

/**
 * C = Aᵀ·B   the gradient of a weight matrix: C (rows,columns), A (depth,rows), B (depth,columns), summed over depth in order
 * The rows of A and B lie in groups: `together` of them, from one group's first to the next's `apart` rows.
 * rows and columns multiples of 8 in memory; `scratch` holds (columns + 8) × 256 f32. A slab of C is asked for by moving a and c.
 */
export function productTransposed(
  c: usize, ldc: usize, a: usize, lda: usize, b: usize, ldb: usize,
  depth: i32, rows: i32, columns: i32, scratch: usize, together: i32, apart: i32,
): void {
  const packedB = scratch + DEPTH_AT_ONCE * STEP_BYTES;
  for (let from = 0; from < depth; from += DEPTH_AT_ONCE) {
    const inner = min(DEPTH_AT_ONCE, depth - from);
    for (let k = 0, count = 0; k < inner; k += count) {
      count = min(inner - k, together - (from + k) % together);
      packPanels(packedB, k, inner, b + rowAt(from + k, together, apart) * ldb, ldb, count, columns);
    }
    for (let row = 0; row < rows; row += TILE_ROWS) {
      for (let k = 0, count = 0; k < inner; k += count) {
        count = min(inner - k, together - (from + k) % together);
        const tile = a + rowAt(from + k, together, apart) * lda + (<usize>row << 2);
        packTileTransposed(scratch + <usize>k * STEP_BYTES, tile, lda, count);
      }
      let out = c + <usize>row * ldc;
      let panel = packedB;
      for (let column = 0; column < columns; column += PANEL_COLUMNS, out += 32, panel += <usize>inner * STEP_BYTES) {
        tileOf(rows - row, out, ldc, scratch, panel, inner, from > 0);
      }
    }
  }
}
