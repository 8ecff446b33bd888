// What keeps a network from learning its text by heart: elements left out at random, and an average of the weights over many updates.
#pragma once
#include "elements.h"

namespace VECTORS {

/** 2³² over the golden ratio: the distance of counters whose mixtures have nothing in common. */
constexpr uint32_t APART = 0x9e3779b9;

/** splitmix32: well mixed bits from any counter */
INLINE uint32_t mixed(uint32_t counter) {
  uint32_t z = counter ^ (counter >> 16);
  z *= 0x21f0aaad;
  z ^= z >> 15;
  z *= 0x735a2d97;
  return z ^ (z >> 15);
}

/** COUNT elements from column `column` on: loops of a fixed length over local arrays, of which any compiler makes vectors. */
template <int COUNT>
INLINE void dropSome(float* c, const float* a, uint32_t row, uint32_t column, int threshold, float scale) {
  float x[COUNT];
  uint32_t bits[COUNT];
  memcpy(x, a, sizeof x);
  for (int j = 0; j < COUNT; j++) {
    const int uniform = (int)(mixed(row + (column + j) * APART) >> 8);
    x[j] *= scale;
    memcpy(&bits[j], &x[j], sizeof(float));
    bits[j] &= uniform >= threshold ? ~0u : 0u;
  }
  memcpy(c, bits, sizeof bits);
}

/**
 * c[r,j] = a[r,j]·scale where ⌊mixed(mixed(key + (first + r)·φ) + j·φ) / 2⁸⌋ ≥ threshold, else 0; φ = 0x9e3779b9, all of it modulo 2³²
 * c and a (rows,width), may be the same; width a multiple of 4; threshold 0 … 2²⁴
 */
static void dropOut(
  float* c, const float* a, int first, int rows, int width, uint32_t key, int threshold, float scale
) {
  for (int r = 0; r < rows; r++, c += width, a += width) {
    const uint32_t row = mixed(key + (uint32_t)(first + r) * APART);
    int column = 0;
    for (; column + 16 <= width; column += 16) dropSome<16>(c + column, a + column, row, column, threshold, scale);
    for (; column < width; column += 4) dropSome<4>(c + column, a + column, row, column, threshold, scale);
  }
}

/** e += share·(w - e)   e and w (count) */
static void averageInto(float* e, float* w, int count, float share) {
  eachElement({e, w}, 0b01, count, [=](Wide::Value* v) {
    v[0] = multiplyAdd<Wide>(Wide::splat(share), Wide::sub(v[1], v[0]), v[0]);
  });
}

}  // namespace VECTORS
