// The widest vectors that this compilation may use, and the one operation in which the fast and the strict kernels differ.
//
//   VECTORS  the namespace: one for each set of vectors and each variant
//   FUSED    1 in the fast variant, 0 in the strict one
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#define INLINE static inline __attribute__((always_inline))

#if defined(__AVX512F__)
#include "vector-avx2.h"
#include "vector-avx512.h"
#elif defined(__AVX2__)
#include "vector-avx2.h"
#elif defined(__aarch64__) || defined(_M_ARM64)
#include "vector-neon.h"
#else
#error "Compile with AVX-512, with AVX2 and FMA, or for 64-bit ARM."
#endif

namespace VECTORS {

using u8 = unsigned char;

#if defined(__AVX512F__)
using Wide = Sixteen;
/** Rows of a product's tile: with two vectors a row, 24 sums of the 32 registers. */
constexpr int TILE_ROWS = 12;
#elif defined(__AVX2__)
using Wide = Eight;
/** Rows of a product's tile: with two vectors a row, 12 sums of the 16 registers. */
constexpr int TILE_ROWS = 6;
#else
using Wide = Four;
/** Rows of a product's tile: with two vectors a row, 24 sums of the 32 registers. */
constexpr int TILE_ROWS = 12;
#endif

/** f32 in a line of the caches. */
constexpr int LINE = 16;

/** a∘b + c: one rounding in the fast variant, two (the same bits on every machine) in the strict one. */
template <class V>
INLINE typename V::Value multiplyAdd(typename V::Value a, typename V::Value b, typename V::Value c) {
  if constexpr (FUSED) return V::fused(a, b, c);
  else return V::add(V::mul(a, b), c);
}

}  // namespace VECTORS
