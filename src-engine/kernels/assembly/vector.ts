// Holds the one operation in which the fast and the strict kernels differ.

/** a∘b + c, four f32: one rounding in the fast variant, two (the same bits on every machine) in the strict one. */
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}
