// The tile that all products share: every element is one chain of multiplyAdd in the order of `inner`, whichever tile it falls to.
#pragma once
#include "pack.h"

#define UNROLL _Pragma("GCC unroll 16")

namespace VECTORS {

/** How far before its use a row of operands is asked for: longer than another core's cache, or the third level, takes to answer. */
constexpr int ROWS_AHEAD = 16;
constexpr int PANEL_ROWS_AHEAD = 24;
/** Fewer where rows are so long that those ahead fall into the same places of the first-level cache. */
constexpr int LONG_ROWS_AHEAD = 8;
constexpr size_t LONG_ROW = 1024;

/** How a tile's operands lie. */
enum Lies {
  /** Both packed: rows of A beside each other, and a panel. */
  PACKED,
  /** A as it is, C's rows as its rows, and a panel. */
  ROWS_BY_PANEL,
  /** Both as they are, of A columns: a row of each for every k. */
  ROWS_BY_ROWS
};

/** How operands that are not packed lie: f32 between two rows of each; of rows that are summed over, in groups, how many lie together. */
struct Lie {
  size_t a, b;
  /** Rows until the first group ends, of each further group, and between two groups. */
  int first, together, skipped;
  /** How far before its use a row is asked for: no further than the group, or the same row of the next one. */
  int ahead;
};

/** c (ROWS, N vectors) = [c +] a·b   a (ROWS,inner) and b (inner, N vectors), which lie as LIES says; c's rows ldc f32 apart */
template <class V, int ROWS, int N, Lies LIES>
__attribute__((noinline)) static void tile(
  float* c, size_t ldc, const float* a, const float* b, Lie lie, int inner, bool accumulate
) {
  constexpr bool isPanel = LIES != ROWS_BY_ROWS;
  const size_t bApart = isPanel ? N * V::WIDTH : lie.b;
  const size_t aApart = LIES == PACKED ? TILE_ROWS : LIES == ROWS_BY_PANEL ? 1 : lie.a;
  const size_t rowApart = LIES == ROWS_BY_PANEL ? lie.a : 1;
  const size_t ahead = isPanel ? PANEL_ROWS_AHEAD : lie.ahead;
  typename V::Value sums[ROWS][N];
  UNROLL for (int row = 0; row < ROWS; row++) {
    UNROLL for (int n = 0; n < N; n++) sums[row][n] = accumulate ? V::load(c + row * ldc + n * V::WIDTH) : V::splat(0);
  }
  for (int run = isPanel ? inner : lie.first; inner > 0; run = lie.together) {
    const int end = run < inner ? run : inner;
    for (int k = 0; k < end; k++, a += aApart, b += bApart) {
      if constexpr (!isPanel) __builtin_prefetch(a + ahead * aApart);
      UNROLL for (int at = 0; at < N * V::WIDTH; at += LINE) __builtin_prefetch(b + ahead * bApart + at);
      typename V::Value panel[N];
      UNROLL for (int n = 0; n < N; n++) panel[n] = V::load(b + n * V::WIDTH);
      UNROLL for (int row = 0; row < ROWS; row++) {
        const auto x = V::splat(a[row * rowApart]);
        UNROLL for (int n = 0; n < N; n++) sums[row][n] = multiplyAdd<V>(x, panel[n], sums[row][n]);
      }
    }
    if constexpr (isPanel) break;
    inner -= end, a += lie.skipped * aApart, b += lie.skipped * bApart;
  }
  UNROLL for (int row = 0; row < ROWS; row++) {
    UNROLL for (int n = 0; n < N; n++) V::store(c + row * ldc + n * V::WIDTH, sums[row][n]);
  }
}

/** A tile of so many rows, at most ROWS. */
template <class V, int N, Lies LIES, int ROWS = TILE_ROWS>
INLINE void tileOfRows(int rows, float* c, size_t ldc, const float* a, const float* b, Lie lie, int inner, bool accumulate) {
  if (rows == ROWS) return tile<V, ROWS, N, LIES>(c, ldc, a, b, lie, inner, accumulate);
  if constexpr (ROWS > 1) tileOfRows<V, N, LIES, ROWS - 1>(rows, c, ldc, a, b, lie, inner, accumulate);
}

/** A tile of so many rows in a panel of this width: whole, or the rest of the columns. */
template <Lies LIES>
static void tileOf(
  int rows, int width, float* c, size_t ldc, const float* a, const float* b, Lie lie, int inner, bool accumulate
) {
  if (width == PANEL) return tileOfRows<Wide, 2, LIES>(rows, c, ldc, a, b, lie, inner, accumulate);
#if defined(__AVX512F__)
  if (width == 24) return tileOfRows<Eight, 3, LIES>(rows, c, ldc, a, b, lie, inner, accumulate);
  if (width == 16) return tileOfRows<Sixteen, 1, LIES>(rows, c, ldc, a, b, lie, inner, accumulate);
#endif
#if defined(__AVX2__)
  tileOfRows<Eight, 1, LIES>(rows, c, ldc, a, b, lie, inner, accumulate);
#endif
}

/** Rows a tile for as few tiles as hold `rows`, cut evenly. */
INLINE int evenHeight(int rows) {
  const int tiles = (rows + TILE_ROWS - 1) / TILE_ROWS;
  return (rows + tiles - 1) / tiles;
}

}  // namespace VECTORS
