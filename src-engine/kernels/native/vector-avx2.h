// Eight f32 at once, for x86-64 with AVX2 and FMA.
#pragma once
#include <immintrin.h>

namespace VECTORS {

struct Eight {
  static constexpr int WIDTH = 8;
  using Value = __m256;
  INLINE Value load(const float* at) { return _mm256_loadu_ps(at); }
  INLINE void store(float* at, Value v) { _mm256_storeu_ps(at, v); }
  INLINE Value splat(float x) { return _mm256_set1_ps(x); }
  INLINE Value fused(Value a, Value b, Value c) { return _mm256_fmadd_ps(a, b, c); }
  INLINE Value add(Value a, Value b) { return _mm256_add_ps(a, b); }
  INLINE Value sub(Value a, Value b) { return _mm256_sub_ps(a, b); }
  INLINE Value mul(Value a, Value b) { return _mm256_mul_ps(a, b); }
  INLINE Value div(Value a, Value b) { return _mm256_div_ps(a, b); }
  INLINE Value sqrt(Value a) { return _mm256_sqrt_ps(a); }
  // The instructions give their second operand where nothing is less: WebAssembly's pmax(a, b) and pmin(a, b) give a.
  INLINE Value pmax(Value a, Value b) { return _mm256_max_ps(b, a); }
  INLINE Value pmin(Value a, Value b) { return _mm256_min_ps(b, a); }
  INLINE Value zeroWhereLess(Value v, Value x, Value limit) {
    return _mm256_andnot_ps(_mm256_cmp_ps(x, limit, _CMP_LT_OQ), v);
  }
  INLINE Value abs(Value a) { return _mm256_andnot_ps(splat(-0.0f), a); }
  INLINE Value signOf(Value a) { return _mm256_and_ps(splat(-0.0f), a); }
  INLINE Value bitXor(Value a, Value b) { return _mm256_xor_ps(a, b); }
  INLINE Value bitOr(Value a, Value b) { return _mm256_or_ps(a, b); }
  /** 2ⁿ⁺ᵐ from a number whose low bits are n. */
  INLINE Value powerOfTwo(Value nearest, int m) {
    const __m256i n = _mm256_add_epi32(_mm256_castps_si256(nearest), _mm256_set1_epi32(127 + m));
    return _mm256_castsi256_ps(_mm256_slli_epi32(n, 23));
  }
};

/** Four f64 at once. */
struct FourDoubles {
  using Value = __m256d;
  INLINE Value zero() { return _mm256_setzero_pd(); }
  INLINE Value promote(const float* at) { return _mm256_cvtps_pd(_mm_loadu_ps(at)); }
  INLINE Value add(Value a, Value b) { return _mm256_add_pd(a, b); }
  INLINE Value mul(Value a, Value b) { return _mm256_mul_pd(a, b); }
  INLINE void store(double* at, Value v) { _mm256_storeu_pd(at, v); }
};

/** Stores the 4×4 block that begins at four rows, transposed, with `apart` f32 from step to step. */
INLINE void transposeFour(float* out, size_t apart, const float* r0, const float* r1, const float* r2, const float* r3) {
  __m128 a = _mm_loadu_ps(r0), b = _mm_loadu_ps(r1), c = _mm_loadu_ps(r2), d = _mm_loadu_ps(r3);
  _MM_TRANSPOSE4_PS(a, b, c, d);
  _mm_storeu_ps(out, a);
  _mm_storeu_ps(out + apart, b);
  _mm_storeu_ps(out + 2 * apart, c);
  _mm_storeu_ps(out + 3 * apart, d);
}

}  // namespace VECTORS
