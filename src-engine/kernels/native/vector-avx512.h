// Sixteen f32 at once, for x86-64 with AVX-512 (F, DQ and VL).
#pragma once
#include <immintrin.h>

namespace VECTORS {

struct Sixteen {
  static constexpr int WIDTH = 16;
  using Value = __m512;
  INLINE Value load(const float* at) { return _mm512_loadu_ps(at); }
  INLINE void store(float* at, Value v) { _mm512_storeu_ps(at, v); }
  INLINE Value splat(float x) { return _mm512_set1_ps(x); }
  INLINE Value fused(Value a, Value b, Value c) { return _mm512_fmadd_ps(a, b, c); }
  INLINE Value add(Value a, Value b) { return _mm512_add_ps(a, b); }
  INLINE Value sub(Value a, Value b) { return _mm512_sub_ps(a, b); }
  INLINE Value mul(Value a, Value b) { return _mm512_mul_ps(a, b); }
  INLINE Value div(Value a, Value b) { return _mm512_div_ps(a, b); }
  INLINE Value sqrt(Value a) { return _mm512_sqrt_ps(a); }
  // The instructions give their second operand where nothing is less: WebAssembly's pmax(a, b) and pmin(a, b) give a.
  INLINE Value pmax(Value a, Value b) { return _mm512_max_ps(b, a); }
  INLINE Value pmin(Value a, Value b) { return _mm512_min_ps(b, a); }
  INLINE Value zeroWhereLess(Value v, Value x, Value limit) {
    return _mm512_maskz_mov_ps((__mmask16)~_mm512_cmp_ps_mask(x, limit, _CMP_LT_OQ), v);
  }
  INLINE Value abs(Value a) { return _mm512_andnot_ps(splat(-0.0f), a); }
  INLINE Value signOf(Value a) { return _mm512_and_ps(splat(-0.0f), a); }
  INLINE Value bitXor(Value a, Value b) { return _mm512_xor_ps(a, b); }
  INLINE Value bitOr(Value a, Value b) { return _mm512_or_ps(a, b); }
  /** 2ⁿ⁺ᵐ from a number whose low bits are n. */
  INLINE Value powerOfTwo(Value nearest, int m) {
    const __m512i n = _mm512_add_epi32(_mm512_castps_si512(nearest), _mm512_set1_epi32(127 + m));
    return _mm512_castsi512_ps(_mm512_slli_epi32(n, 23));
  }
};

}  // namespace VECTORS
