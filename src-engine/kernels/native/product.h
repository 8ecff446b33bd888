// The matrix products.
#pragma once
#include "tile.h"

namespace VECTORS {

/** Rows of the left operand for which a panel's part of B is read once. */
constexpr int ROWS_AT_ONCE = 96;
/** Of what is summed over, at once: a panel's part (32 KB at most) stays in the first-level cache. */
constexpr int DEPTH_AT_ONCE = 256;

/** c (1, N panels) = [c +] a·(N panels)   a (inner) as it lies; several panels at once, since one's sums would wait for each other */
template <class V, int N, int VECTORS_OF>
INLINE void rowOfPanels(float* c, const float* a, const float* b, int inner, bool accumulate) {
  constexpr int WIDTH = VECTORS_OF * V::WIDTH;
  const size_t panel = (size_t)inner * WIDTH;
  typename V::Value sums[N][VECTORS_OF];
  UNROLL for (int p = 0; p < N; p++) {
    UNROLL for (int n = 0; n < VECTORS_OF; n++) {
      sums[p][n] = accumulate ? V::load(c + p * WIDTH + n * V::WIDTH) : V::splat(0);
    }
  }
  for (int k = 0; k < inner; k++, b += WIDTH) {
    const auto x = V::splat(a[k]);
    UNROLL for (int p = 0; p < N; p++) {
      UNROLL for (int n = 0; n < VECTORS_OF; n++) {
        sums[p][n] = multiplyAdd<V>(x, V::load(b + p * panel + n * V::WIDTH), sums[p][n]);
      }
    }
  }
  UNROLL for (int p = 0; p < N; p++) {
    UNROLL for (int n = 0; n < VECTORS_OF; n++) V::store(c + p * WIDTH + n * V::WIDTH, sums[p][n]);
  }
}

static void productOfRow(float* c, const float* a, const float* b, int inner, int columns, bool accumulate) {
  int column = 0;
  for (; column + 4 * PANEL <= columns; column += 4 * PANEL) {
    rowOfPanels<Wide, 4, 2>(c + column, a, b + (size_t)column * inner, inner, accumulate);
  }
  for (; column + PANEL <= columns; column += PANEL) {
    rowOfPanels<Wide, 1, 2>(c + column, a, b + (size_t)column * inner, inner, accumulate);
  }
  const float* rest = b + (size_t)column * inner;
  switch (columns - column) {
    case 8: return rowOfPanels<Eight, 1, 1>(c + column, a, rest, inner, accumulate);
    case 16: return rowOfPanels<Eight, 1, 2>(c + column, a, rest, inner, accumulate);
    case 24: return rowOfPanels<Eight, 1, 3>(c + column, a, rest, inner, accumulate);
  }
}

/**
 * C = [C +] A·B   C (rows,columns), A (rows,inner), B (inner,columns) in packed panels; ldc and lda bytes from row to row
 * columns a multiple of 8, inner of 4; nothing is packed here: WebAssembly's needs `scratch`.
 */
static void product(
  float* c, uint32_t ldcBytes, const float* a, uint32_t ldaBytes, const float* b,
  int rows, int inner, int columns, int accumulate, float*
) {
  if (rows == 1) return productOfRow(c, a, b, inner, columns, accumulate);
  const size_t ldc = ldcBytes / sizeof(float), lda = ldaBytes / sizeof(float);
  for (int block = 0; block < rows; block += ROWS_AT_ONCE) {
    const int end = rows - block < ROWS_AT_ONCE ? rows : block + ROWS_AT_ONCE;
    const int height = evenHeight(end - block);
    for (int from = 0; from < inner; from += DEPTH_AT_ONCE) {
      const int depth = inner - from < DEPTH_AT_ONCE ? inner - from : DEPTH_AT_ONCE;
      for (int column = 0; column < columns; column += PANEL) {
        const int width = panelWidth(column, columns);
        const float* panel = b + (size_t)column * inner + (size_t)from * width;
        for (int row = block; row < end; row += height) {
          const int rowsHere = end - row < height ? end - row : height;
          const float* left = a + row * lda + from;
          tileOf<ROWS_BY_PANEL>(rowsHere, width, c + row * ldc + column, ldc, left, panel, {lda}, depth, accumulate || from > 0);
        }
      }
    }
  }
}

/** Of what is summed over, packed at once: the more, the fewer times C is read and written. */
constexpr int PACKED_AT_ONCE = 512;
/** Rows of C from which on packing B for them costs less than reading it as it lies for every tile. */
constexpr int MANY_ROWS = 264;

/** Rows that are summed over and lie in groups: `together` of them, from one group's first to the next's `apart` rows. */
struct Groups {
  int together, apart;

  int leftAt(int k) const {
    return together - k % together;
  }
  size_t rowAt(int k) const {
    return (size_t)(k / together) * apart + k % together;
  }
};

/** Aᵀ·B of operands as they lie: each tile reads their rows itself, ahead of their use, from whichever cache they are in. */
static void productTransposedInPlace(
  float* c, size_t ldc, const float* a, size_t lda, const float* b, size_t ldb, int depth, int rows, int columns, Groups groups
) {
  const int height = evenHeight(rows);
  const int ahead = groups.together < depth ? groups.apart : ldb < LONG_ROW ? ROWS_AHEAD : LONG_ROWS_AHEAD;
  for (int from = 0; from < depth; from += DEPTH_AT_ONCE) {
    const int inner = depth - from < DEPTH_AT_ONCE ? depth - from : DEPTH_AT_ONCE;
    const Lie lie = {lda, ldb, groups.leftAt(from), groups.together, groups.apart - groups.together, ahead};
    const float* const left = a + groups.rowAt(from) * lda;
    const float* const right = b + groups.rowAt(from) * ldb;
    for (int row = 0; row < rows; row += height) {
      const int rowsHere = rows - row < height ? rows - row : height;
      for (int column = 0; column < columns; column += PANEL) {
        const int width = panelWidth(column, columns);
        tileOf<ROWS_BY_ROWS>(rowsHere, width, c + row * ldc + column, ldc, left + row, right + column, lie, inner, from > 0);
      }
    }
  }
}

/**
 * C = Aᵀ·B   the gradient of a weight matrix: C (rows,columns), A (depth,rows), B (depth,columns), summed over depth in order
 * The rows of A and B lie in groups: `together` of them, from one group's first to the next's `apart` rows.
 * rows and columns multiples of 8 in memory; `scratch` holds (columns + TILE_ROWS) × PACKED_AT_ONCE f32. A slab of C is asked for by
 * moving a and c.
 */
static void productTransposed(
  float* c, uint32_t ldcBytes, const float* a, uint32_t ldaBytes, const float* b, uint32_t ldbBytes,
  int depth, int rows, int columns, float* scratch, int together, int apart
) {
  const size_t ldc = ldcBytes / sizeof(float), lda = ldaBytes / sizeof(float), ldb = ldbBytes / sizeof(float);
  const Groups groups = {together, apart};
  if (rows < MANY_ROWS) return productTransposedInPlace(c, ldc, a, lda, b, ldb, depth, rows, columns, groups);
  float* packedB = scratch + TILE_ROWS * PACKED_AT_ONCE;
  const int height = evenHeight(rows);
  for (int from = 0; from < depth; from += PACKED_AT_ONCE) {
    const int inner = depth - from < PACKED_AT_ONCE ? depth - from : PACKED_AT_ONCE;
    const auto eachStretch = [&](auto pack) {
      for (int k = 0, count; k < inner; k += count) {
        const int left = groups.leftAt(from + k);
        count = inner - k < left ? inner - k : left;
        pack(k, groups.rowAt(from + k), count);
      }
    };
    eachStretch([&](int k, size_t at, int count) { packPanels(packedB, k, inner, b + at * ldb, ldbBytes, count, columns); });
    for (int row = 0; row < rows; row += height) {
      const int rowsHere = rows - row < height ? rows - row : height;
      eachStretch([&](int k, size_t at, int count) {
        packTileTransposed(scratch + k * TILE_ROWS, a + at * lda + row, lda, rowsHere, count);
      });
      for (int column = 0; column < columns; column += PANEL) {
        const int width = panelWidth(column, columns);
        float* out = c + row * ldc + column;
        tileOf<PACKED>(rowsHere, width, out, ldc, scratch, packedB + (size_t)column * inner, {}, inner, from > 0);
      }
    }
  }
}

}  // namespace VECTORS
