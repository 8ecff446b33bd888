// Moves rows by byte value: a one-hot byte times a matrix is one of its rows, and its gradient goes back to that row.
#pragma once
#include "elements.h"
#include "tile.h"

namespace VECTORS {

/** s[r] = Wxh[x[r]]   s (rows,width) with rows lds bytes apart, x (rows) bytes, w (256,width); width a multiple of 4 */
static void gatherRows(float* s, uint32_t lds, const float* w, const u8* x, int rows, int width) {
  const size_t bytes = (size_t)width * sizeof(float);
  for (int r = 0; r < rows; r++) memcpy(s + (size_t)r * (lds / sizeof(float)), w + (size_t)x[r] * width, bytes);
}

/** Which thread a row of Wxh belongs to: four rows beside each other, so that what lies together is done together. */
INLINE int ownerOf(int value, int owners) {
  return (value >> 2) % owners;
}

/** Calls each(row) for `rows` rows that lie in groups, `together` of them, with `apart` rows from one group's first to the next's. */
template <class Each>
INLINE void eachInGroups(int rows, int together, int apart, Each each) {
  for (int group = 0; rows > 0; group += apart, rows -= together) {
    const int end = group + (rows < together ? rows : together);
    for (int row = group; row < end; row++) each(row);
  }
}

/**
 * dWxh[x[r]] = Σ d[r], in the order of the rows, for the byte values v with ⌊v/4⌋ mod owners = owner; the others are left alone
 * dw (256,width), d (rows,width), x (rows) bytes, moving (256) flags of the values met so far; width a multiple of 4
 * The rows of d and x lie in groups: `together` of them, from one group's first to the next's `apart` rows.
 */
static void scatterAddRows(
  float* dw, float* d, const u8* x, int rows, int width, u8* moving, int owner, int owners, int together, int apart
) {
  bool isOwn[256];
  for (int value = 0; value < 256; value++) isOwn[value] = ownerOf(value, owners) == owner;
  eachInGroups(rows, together, apart, [&](int r) {
    if (isOwn[x[r]]) moving[x[r]] = 1;
  });
  for (int value = 0; value < 256; value++) {
    if (!isOwn[value] || moving[value] != 1) continue;
    memset(dw + (size_t)value * width, 0, (size_t)width * sizeof(float));
  }
  eachInGroups(rows, together, apart, [&](int r) {
    if (isOwn[x[r]]) addInPlace(dw + (size_t)x[r] * width, d + (size_t)r * width, width);
  });
}

}  // namespace VECTORS
