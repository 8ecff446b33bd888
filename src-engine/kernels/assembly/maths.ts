// Own exp and tanh for four f32 at once. In the strict variant they are plain multiplications and additions: the same bits on every
// machine. Their error bounds are published in ../error-bounds.ts; a test checks them over the whole range of f32.
import { multiplyAdd } from './vector';

const LOG2_E: f32 = 1.4426950408889634;
// ln 2 in two parts (Cody and Waite): the first has so few bits that n·LN2_HIGH is exact for every n that occurs.
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440054690583e-4;
/** 1.5·2²³: adding it rounds to a whole number, which then stands in the low bits. */
const ROUNDER: f32 = 12582912;
/** ln 2⁻¹⁰⁰. What is smaller counts as 0: no sum with a term of 1 can tell, and a subnormal product takes a hundred times as long. */
const EXP_LEAST: f32 = -69.314718;
/** Beyond ln of the greatest f32, yet with an n that still has its power of two. */
const EXP_GREATEST: f32 = 89;
/** 2⁻¹⁰⁰ */
const TINY: f32 = 7.888609052210118e-31;

/** x·log₂e + ROUNDER, whose low bits are the n of x = n·ln 2 + r */
@inline
function nearestPower(x: v128): v128 {
  return multiplyAdd(x, f32x4.splat(LOG2_E), f32x4.splat(ROUNDER));
}

/** eʳ - 1 for the r of `x` and its `nearestPower`, |r| ≤ ln 2 / 2, by Cephes' expf polynomial */
@inline
function remainderExpm1(x: v128, nearest: v128): v128 {
  const n = f32x4.sub(nearest, f32x4.splat(ROUNDER));
  const r = multiplyAdd(n, f32x4.splat(-LN2_LOW), multiplyAdd(n, f32x4.splat(-LN2_HIGH), x));
  let p = f32x4.splat(1.9875691500e-4);
  p = multiplyAdd(p, r, f32x4.splat(1.3981999507e-3));
  p = multiplyAdd(p, r, f32x4.splat(8.3334519073e-3));
  p = multiplyAdd(p, r, f32x4.splat(4.1665795894e-2));
  p = multiplyAdd(p, r, f32x4.splat(1.6666665459e-1));
  p = multiplyAdd(p, r, f32x4.splat(5.0000001201e-1));
  return multiplyAdd(p, f32x4.mul(r, r), r);
}

/** 2ⁿ⁺ᵐ from a `nearestPower`, -126 ≤ n + m ≤ 127 */
@inline
function powerOfTwo(nearest: v128, m: i32): v128 {
  return i32x4.shl(i32x4.add(nearest, i32x4.splat(127 + m)), 23);
}

/** eˣ, four f32; 0 below ln 2⁻¹⁰⁰, infinity above 88.72283, NaN stays NaN. */
@inline
export function exp(x: v128): v128 {
  const limited = f32x4.pmin(f32x4.pmax(x, f32x4.splat(EXP_LEAST)), f32x4.splat(EXP_GREATEST));
  const nearest = nearestPower(limited);
  // Half of eˣ, then twice that, since n = 128 has no power of its own.
  const half = powerOfTwo(nearest, -1);
  const y = multiplyAdd(remainderExpm1(limited, nearest), half, half);
  return v128.andnot(f32x4.add(y, y), f32x4.lt(x, f32x4.splat(EXP_LEAST)));
}

/** tanh x = (e²ᶻ - 1)/(e²ᶻ + 1) with z = |x|, four f32; odd to the bit, ±1 beyond 9.1, NaN stays NaN. */
@inline
export function tanh(x: v128): v128 {
  const sign = v128.and(x, i32x4.splat(0x80000000));
  const z = f32x4.pmin(v128.xor(x, sign), f32x4.splat(9.1));
  const twice = f32x4.add(z, z);
  const nearest = nearestPower(twice);
  const power = powerOfTwo(nearest, 0);
  const one = f32x4.splat(1);
  const expm1 = multiplyAdd(remainderExpm1(twice, nearest), power, f32x4.sub(power, one));
  return v128.or(f32x4.div(expm1, f32x4.add(expm1, f32x4.splat(2))), sign);
}

const LN2: f64 = 0.6931471805599453;
const SQRT_2: f64 = 1.4142135623730951;

/** ln x of one positive normal f64, own arithmetic without a table: x = 2ⁿ·m, ln m = 2·artanh((m-1)/(m+1)) by its series. */
export function log(x: f64): f64 {
  const bits = reinterpret<i64>(x);
  let n = <f64>((bits >> 52) - 1023);
  let m = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (m > SQRT_2) {
    m *= 0.5;
    n += 1;
  }
  const z = (m - 1) / (m + 1);
  const q = z * z;
  let sum: f64 = 0;
  for (let k: i32 = 23; k >= 1; k -= 2) sum = sum * q + 1 / <f64>k;
  return x == Infinity || x != x ? x : n * LN2 + 2 * z * sum;
}

/** Σ of the four lanes, in one fixed order. */
@inline
export function sumLanes(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

/** The greatest of the four lanes. */
@inline
export function greatestLane(x: v128): f32 {
  const low = max<f32>(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1));
  return max<f32>(low, max<f32>(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3)));
}

/** x = eˣ in place   x (count); count a multiple of 4 */
export function expInPlace(x: usize, count: i32): void {
  for (const end = x + (<usize>count << 2); x < end; x += 16) v128.store(x, exp(v128.load(x)));
}

/** s = tanh(s) in place   s (count); count a multiple of 4 */
export function tanhInPlace(s: usize, count: i32): void {
  for (const end = s + (<usize>count << 2); s < end; s += 16) v128.store(s, tanh(v128.load(s)));
}

/** x, but 0 where |x| < 2⁻¹⁰⁰: arithmetic on subnormal numbers takes a hundred times as long. NaN stays NaN. */
@inline
export function withoutTiny(x: v128): v128 {
  return v128.andnot(x, f32x4.lt(f32x4.abs(x), f32x4.splat(TINY)));
}

/** d = d ∘ (1 - s∘s) in place, the backward of tanh; what has faded below 2⁻¹⁰⁰ is 0   d and s (count); count a multiple of 4 */
export function tanhBackwardInPlace(d: usize, s: usize, count: i32): void {
  const one = f32x4.splat(1);
  for (const end = d + (<usize>count << 2); d < end; d += 16, s += 16) {
    const state = v128.load(s);
    v128.store(d, withoutTiny(f32x4.mul(v128.load(d), f32x4.sub(one, f32x4.mul(state, state)))));
  }
}

/** c += a   a and c (count); count a multiple of 4 */
export function addInPlace(c: usize, a: usize, count: i32): void {
  for (const end = c + (<usize>count << 2); c < end; c += 16, a += 16) {
    v128.store(c, f32x4.add(v128.load(c), v128.load(a)));
  }
}
