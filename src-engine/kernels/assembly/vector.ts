// Holds the one operation in which the kernels differ, and how it is done where no machine instruction does it.

/** Low bits of an f64 that are all 0 where it lies on an f32 or halfway between two: only there may two roundings differ from one. */
const LOW_BITS: i64 = 0x0fffffff;

/** What of two f64 sums may round to another f32 than the exact sums would. */
@inline
function isDoubtful(sums: v128): v128 {
  const low = v128.and(sums, i64x2.splat(LOW_BITS));
  return v128.and(i64x2.eq(low, i64x2.splat(0)), f64x2.ne(sums, f64x2.splat(0)));
}

/** product + c of two f64, rounded to odd: what was lost shows in the last bit, so that rounding to f32 is as of the exact sum (Boldo and Melquiond 2008). */
@inline
function sumToOdd(product: v128, c: v128): v128 {
  const sum = f64x2.add(product, c);
  const second = f64x2.sub(sum, product);
  const lost = f64x2.add(f64x2.sub(product, f64x2.sub(sum, second)), f64x2.sub(c, second));
  const zero = f64x2.splat(0);
  const isLost = v128.or(f64x2.lt(lost, zero), f64x2.gt(lost, zero));
  const isEven = i64x2.eq(v128.and(sum, i64x2.splat(1)), i64x2.splat(0));
  // Towards what was lost: one up where it has the sum's sign, else one down.
  const step = v128.or(i64x2.lt_s(v128.xor(lost, sum), i64x2.splat(0)), i64x2.splat(1));
  return i64x2.add(sum, v128.and(step, v128.and(isLost, isEven)));
}

@inline
function upper(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 2, 3));
}

@inline
function narrowed(low: v128, high: v128): v128 {
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5);
}

function fusedExactly(a: v128, b: v128, c: v128): v128 {
  const low = f64x2.mul(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b));
  return narrowed(
    sumToOdd(low, f64x2.promote_low_f32x4(c)),
    sumToOdd(f64x2.mul(upper(a), upper(b)), upper(c)),
  );
}

/** a∘b + c with one rounding, by f64: the product is exact there, and the sum is looked at again where its second rounding may matter. */
@inline
function fusedByHand(a: v128, b: v128, c: v128): v128 {
  const low = f64x2.add(
    f64x2.mul(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b)),
    f64x2.promote_low_f32x4(c),
  );
  const high = f64x2.add(f64x2.mul(upper(a), upper(b)), upper(c));
  if (v128.any_true(v128.or(isDoubtful(low), isDoubtful(high)))) return fusedExactly(a, b, c);
  return narrowed(low, high);
}

/**
 * a∘b + c, four f32: one rounding in the fast variant, by the machine or, in an exported page, by hand; two (the same bits on every
 * machine) in the strict one.
 */
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  if (isDefined(FUSED_BY_HAND)) return fusedByHand(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}
