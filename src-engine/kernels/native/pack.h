// Lays matrices out in the order in which the product's tiles read them.
//
//   packed right operand B (inner, columns):  panel 0 | panel 1 | …   a panel is (inner, PANEL); the last one is as wide as what is left
//   packed left operand, a tile of Aᵀ:        (inner, TILE_ROWS), columns of A beside each other, what is missing is left out
#pragma once
#include "vector.h"

namespace VECTORS {

/** Columns of a panel: two vectors. */
constexpr int PANEL = 2 * Wide::WIDTH;

INLINE int panelWidth(int column, int columns) {
  return columns - column < PANEL ? columns - column : PANEL;
}

/** Copies `rows` rows of COUNT f32. */
template <int COUNT>
INLINE void copyRows(float* out, size_t outApart, const float* from, size_t fromApart, int rows) {
  for (int row = 0; row < rows; row++, out += outApart, from += fromApart) memcpy(out, from, COUNT * sizeof(float));
}

/** Rows first … of B into its panels   b (rows, columns) with rows ldb bytes apart, B (total, columns); columns a multiple of 8 */
static void packPanels(float* packed, int first, int total, const float* b, uint32_t ldb, int rows, int columns) {
  const size_t apart = ldb / sizeof(float);
  for (int column = 0; column < columns; column += PANEL) {
    const int width = panelWidth(column, columns);
    float* out = packed + (size_t)column * total + (size_t)first * width;
    if (width == PANEL) copyRows<PANEL>(out, PANEL, b + column, apart, rows);
    else for (int part = 0; part < width; part += 8) copyRows<8>(out + part, width, b + column + part, apart, rows);
  }
}

/** Columns first … of Bᵀ into its panels   b (columns, inner) with rows ldb bytes apart, Bᵀ (inner, total); columns a multiple of 8 */
static void packPanelsTransposed(float* packed, int first, int total, const float* b, uint32_t ldb, int inner, int columns) {
  const size_t apart = ldb / sizeof(float);
  for (int column = first; column < first + columns; column += 4, b += 4 * apart) {
    const int panel = column / PANEL * PANEL;
    const size_t width = (size_t)panelWidth(panel, total);
    float* out = packed + (size_t)panel * inner + (column - panel);
    for (int k = 0; k < inner; k += 4, out += 4 * width) {
      transposeFour(out, width, b + k, b + apart + k, b + 2 * apart + k, b + 3 * apart + k);
    }
  }
}

/** A tile of Aᵀ: columns of A beside each other   a (inner, rows ≤ TILE_ROWS) with rows `apart` f32 apart */
static void packTileTransposed(float* packed, const float* a, size_t apart, int rows, int inner) {
  if (rows == TILE_ROWS) return copyRows<TILE_ROWS>(packed, TILE_ROWS, a, apart, inner);
  int row = 0;
  for (; row + 4 <= rows; row += 4) copyRows<4>(packed + row, TILE_ROWS, a + row, apart, inner);
  for (; row < rows; row++) copyRows<1>(packed + row, TILE_ROWS, a + row, apart, inner);
}

}  // namespace VECTORS
