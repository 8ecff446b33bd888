// The tile that all products share: every element is one chain of multiplyAdd in the order of `inner`, whichever tile it falls to.
#pragma once
#include "pack.h"

#define UNROLL _Pragma("GCC unroll 16")

namespace VECTORS {

/** How far before its use a row of operands that lie unpacked is asked for: longer than another core's cache takes to answer. */
constexpr int ROWS_AHEAD = 16;
/** Fewer where rows are so long that those ahead fall into the same places of the first-level cache. */
constexpr int LONG_ROWS_AHEAD = 8;
constexpr size_t LONG_ROW = 1024;

/** The operands of a tile, one row of each for every k: how many f32 lie between two. */
struct Apart {
  size_t a, b;
};

/**
 * c (ROWS, N vectors) = [c +] tileᵀ·panel   tile (inner, ROWS) and panel (inner, N vectors); c's rows ldc f32 apart
 * Packed operands have no gaps; others lie as they are, `apart`, and are fetched ahead.
 */
template <class V, int ROWS, int N, bool PACKED>
__attribute__((noinline)) static void tile(
  float* c, size_t ldc, const float* a, const float* b, Apart apart, int inner, bool accumulate
) {
  const size_t aApart = PACKED ? TILE_ROWS : apart.a, bApart = PACKED ? N * V::WIDTH : apart.b;
  const size_t ahead = PACKED ? 0 : apart.b < LONG_ROW ? ROWS_AHEAD : LONG_ROWS_AHEAD;
  typename V::Value sums[ROWS][N];
  UNROLL for (int row = 0; row < ROWS; row++) {
    UNROLL for (int n = 0; n < N; n++) sums[row][n] = accumulate ? V::load(c + row * ldc + n * V::WIDTH) : V::splat(0);
  }
  for (int k = 0; k < inner; k++, a += aApart, b += bApart) {
    if constexpr (!PACKED) {
      __builtin_prefetch(a + ahead * aApart);
      UNROLL for (int at = 0; at < N * V::WIDTH; at += LINE) __builtin_prefetch(b + ahead * bApart + at);
    }
    typename V::Value panel[N];
    UNROLL for (int n = 0; n < N; n++) panel[n] = V::load(b + n * V::WIDTH);
    UNROLL for (int row = 0; row < ROWS; row++) {
      const auto x = V::splat(a[row]);
      UNROLL for (int n = 0; n < N; n++) sums[row][n] = multiplyAdd<V>(x, panel[n], sums[row][n]);
    }
  }
  UNROLL for (int row = 0; row < ROWS; row++) {
    UNROLL for (int n = 0; n < N; n++) V::store(c + row * ldc + n * V::WIDTH, sums[row][n]);
  }
}

/** A tile of so many rows, at most ROWS. */
template <class V, int N, bool PACKED, int ROWS = TILE_ROWS>
INLINE void tileOfRows(int rows, float* c, size_t ldc, const float* a, const float* b, Apart apart, int inner, bool accumulate) {
  if (rows == ROWS) return tile<V, ROWS, N, PACKED>(c, ldc, a, b, apart, inner, accumulate);
  if constexpr (ROWS > 1) tileOfRows<V, N, PACKED, ROWS - 1>(rows, c, ldc, a, b, apart, inner, accumulate);
}

/** A tile of so many rows in a panel of this width: whole, or the rest of the columns. */
template <bool PACKED>
static void tileOf(
  int rows, int width, float* c, size_t ldc, const float* a, const float* b, Apart apart, int inner, bool accumulate
) {
  if (width == PANEL) return tileOfRows<Wide, 2, PACKED>(rows, c, ldc, a, b, apart, inner, accumulate);
#if defined(__AVX512F__)
  if (width == 24) return tileOfRows<Eight, 3, PACKED>(rows, c, ldc, a, b, apart, inner, accumulate);
  if (width == 16) return tileOfRows<Sixteen, 1, PACKED>(rows, c, ldc, a, b, apart, inner, accumulate);
#endif
#if defined(__AVX2__)
  tileOfRows<Eight, 1, PACKED>(rows, c, ldc, a, b, apart, inner, accumulate);
#endif
}

/** Rows a tile for as few tiles as hold `rows`, cut evenly. */
INLINE int evenHeight(int rows) {
  const int tiles = (rows + TILE_ROWS - 1) / TILE_ROWS;
  return (rows + tiles - 1) / tiles;
}

}  // namespace VECTORS
