// Lays matrices out in the order in which the product's tiles read them.
//
//   packed right operand B (inner, columns):  panel 0 | panel 1 | …   a panel is (inner, 8), columns 8p … 8p+7
//   packed left operand, a tile of A:         (inner, 8), six rows of A beside each other, two places unused

export const PANEL_COLUMNS = 8;
export const TILE_ROWS = 6;
/** Bytes that one step of `inner` takes in a panel and in a packed tile. */
export const STEP_BYTES = 32;

/** Rows first … of B into its panels   b (rows, columns) with rows ldb bytes apart, B (total, columns); columns a multiple of 8 */
export function packPanels(
  packed: usize, first: i32, total: i32, b: usize, ldb: usize, rows: i32, columns: i32,
): void {
  packed += <usize>first * STEP_BYTES;
  for (let column = 0; column < columns; column += PANEL_COLUMNS, packed += <usize>total * STEP_BYTES) {
    let row = b + (<usize>column << 2);
    let out = packed;
    for (let k = 0; k < rows; k++, row += ldb, out += STEP_BYTES) {
      v128.store(out, v128.load(row));
      v128.store(out, v128.load(row, 16), 16);
    }
  }
}

/** Stores the 4×4 block that begins at four rows of `a`, transposed, at `packed`, one step apart. */
@inline
function transposeFour(packed: usize, r0: v128, r1: v128, r2: v128, r3: v128): void {
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(packed, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
  v128.store(packed, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), 32);
  v128.store(packed, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), 64);
  v128.store(packed, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), 96);
}

/**
 * Columns first … of Bᵀ into its panels   b (columns, inner) with rows ldb bytes apart, Bᵀ (inner, total)
 * first, total and columns multiples of 8, inner of 4; here every panel is as wide, so that the total does not matter
 */
export function packPanelsTransposed(
  packed: usize, first: i32, total: i32, b: usize, ldb: usize, inner: i32, columns: i32,
): void {
  packed += <usize>first * <usize>inner * 4;
  for (let column = 0; column < columns; column += PANEL_COLUMNS) {
    const r = b + <usize>column * ldb;
    for (let k = 0; k < inner; k += 4, packed += 4 * STEP_BYTES) {
      const p = r + (<usize>k << 2);
      const q = p + 4 * ldb;
      transposeFour(packed, v128.load(p), v128.load(p + ldb), v128.load(p + 2 * ldb), v128.load(p + 3 * ldb));
      transposeFour(packed + 16, v128.load(q), v128.load(q + ldb), v128.load(q + 2 * ldb), v128.load(q + 3 * ldb));
    }
  }
}

/** A tile of A: rows 0 … rows-1 beside each other, the missing ones repeat the last   a (rows ≤ 6, inner), inner a multiple of 4 */
export function packTile(packed: usize, a: usize, lda: usize, rows: i32, inner: i32): void {
  const last = <usize>(rows - 1);
  const p1 = min<usize>(1, last) * lda;
  const p2 = min<usize>(2, last) * lda;
  const p3 = min<usize>(3, last) * lda;
  const p4 = min<usize>(4, last) * lda;
  const p5 = min<usize>(5, last) * lda;
  for (let k = 0; k < inner; k += 4, a += 16, packed += 4 * STEP_BYTES) {
    transposeFour(packed, v128.load(a), v128.load(a + p1), v128.load(a + p2), v128.load(a + p3));
    const r4 = v128.load(a + p4);
    const r5 = v128.load(a + p5);
    transposeFour(packed + 16, r4, r5, r4, r5);
  }
}

/** A tile of Aᵀ: columns 0 … 5 of A beside each other   a (inner, ≥ 8 readable) with rows lda bytes apart */
export function packTileTransposed(packed: usize, a: usize, lda: usize, inner: i32): void {
  for (let k = 0; k < inner; k++, a += lda, packed += STEP_BYTES) {
    v128.store(packed, v128.load(a));
    v128.store(packed, v128.load(a, 16), 16);
  }
}
