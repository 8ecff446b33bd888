// Own exp and tanh for four f32 at once: plain multiplications and additions, so the same bits on every machine.
// Their error bounds are published in ../error-bounds.ts; a test checks them over the whole range of f32.

const LOG2_E: f32 = 1.4426950408889634;
// ln 2 in two parts (Cody and Waite): the first has so few bits that n·LN2_HIGH is exact for every n that occurs.
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440054690583e-4;
const EXP_GREATEST: f32 = 88.72283;
const EXP_LEAST: f32 = -87.33654;

/** eˣ, four f32; 0 below -87.33654 (where f32 would be subnormal), infinity above 88.72283, NaN stays NaN. */
@inline
export function exp(x: v128): v128 {
  const clamped = f32x4.pmin(f32x4.pmax(x, f32x4.splat(EXP_LEAST)), f32x4.splat(EXP_GREATEST));
  const n = f32x4.nearest(f32x4.mul(clamped, f32x4.splat(LOG2_E)));
  let r = f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  // Cephes' expf polynomial on |r| <= ln 2 / 2.
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.mul(f32x4.mul(p, r), r), f32x4.add(r, f32x4.splat(1)));
  // 2ⁿ in two factors, since n = 128 has no f32 of its own.
  const whole = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(whole, 1);
  const bias = i32x4.splat(127);
  const first = i32x4.shl(i32x4.add(half, bias), 23);
  const second = i32x4.shl(i32x4.add(i32x4.sub(whole, half), bias), 23);
  let y = f32x4.mul(f32x4.mul(p, first), second);
  y = v128.andnot(y, f32x4.lt(x, f32x4.splat(EXP_LEAST)));
  y = v128.bitselect(f32x4.splat(Infinity), y, f32x4.gt(x, f32x4.splat(EXP_GREATEST)));
  return v128.bitselect(x, y, f32x4.ne(x, x));
}

/** tanh x, four f32; odd to the bit, ±1 beyond 9.1, NaN stays NaN. */
@inline
export function tanh(x: v128): v128 {
  const sign = v128.and(x, i32x4.splat(0x80000000));
  const z = v128.xor(x, sign);
  // Small: Cephes' tanhf polynomial, z + z³·P(z²) for z < 0.625.
  const q = f32x4.mul(z, z);
  let p = f32x4.splat(-5.70498872745e-3);
  p = f32x4.add(f32x4.mul(p, q), f32x4.splat(2.06390887954e-2));
  p = f32x4.add(f32x4.mul(p, q), f32x4.splat(-5.37397155531e-2));
  p = f32x4.add(f32x4.mul(p, q), f32x4.splat(1.33314422036e-1));
  p = f32x4.add(f32x4.mul(p, q), f32x4.splat(-3.33332819422e-1));
  const small = f32x4.add(f32x4.mul(f32x4.mul(p, q), z), z);
  // Large: 1 - 2/(e²ᶻ + 1); beyond 9.1 the second term is below half a unit in the last place of 1.
  const limited = f32x4.pmin(z, f32x4.splat(9.1));
  const e = exp(f32x4.add(limited, limited));
  const one = f32x4.splat(1);
  const large = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(e, one)));
  const y = v128.bitselect(small, large, f32x4.lt(z, f32x4.splat(0.625)));
  return v128.bitselect(x, v128.or(y, sign), f32x4.ne(x, x));
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

/** d = d ∘ (1 - s∘s) in place, the backward of tanh   d and s (count); count a multiple of 4 */
export function tanhBackwardInPlace(d: usize, s: usize, count: i32): void {
  const one = f32x4.splat(1);
  for (const end = d + (<usize>count << 2); d < end; d += 16, s += 16) {
    const state = v128.load(s);
    v128.store(d, f32x4.mul(v128.load(d), f32x4.sub(one, f32x4.mul(state, state))));
  }
}

/** c += a   a and c (count); count a multiple of 4 */
export function addInPlace(c: usize, a: usize, count: i32): void {
  for (const end = c + (<usize>count << 2); c < end; c += 16, a += 16) {
    v128.store(c, f32x4.add(v128.load(c), v128.load(a)));
  }
}
