// Own exp and tanh for a vector of f32, as in ../assembly/maths.ts. Their error bounds are published in ../error-bounds.ts.
#pragma once
#include "vector.h"

namespace VECTORS {

constexpr float LOG2_E = 1.4426950408889634f;
// ln 2 in two parts (Cody and Waite): the first has so few bits that n·LN2_HIGH is exact for every n that occurs.
constexpr float LN2_HIGH = 0.693359375f;
constexpr float LN2_LOW = -2.12194440054690583e-4f;
/** 1.5·2²³: adding it rounds to a whole number, which then stands in the low bits. */
constexpr float ROUNDER = 12582912.0f;
/** ln 2⁻¹⁰⁰. What is smaller counts as 0. */
constexpr float EXP_LEAST = -69.314718f;
/** Beyond ln of the greatest f32, yet with an n that still has its power of two. */
constexpr float EXP_GREATEST = 89.0f;
/** 2⁻¹⁰⁰ */
constexpr float TINY = 7.888609052210118e-31f;

/** x·log₂e + ROUNDER, whose low bits are the n of x = n·ln 2 + r */
template <class V>
INLINE typename V::Value nearestPower(typename V::Value x) {
  return multiplyAdd<V>(x, V::splat(LOG2_E), V::splat(ROUNDER));
}

/** eʳ - 1 for the r of `x` and its `nearestPower`, |r| ≤ ln 2 / 2, by Cephes' expf polynomial */
template <class V>
INLINE typename V::Value remainderExpm1(typename V::Value x, typename V::Value nearest) {
  const auto n = V::sub(nearest, V::splat(ROUNDER));
  const auto r = multiplyAdd<V>(n, V::splat(-LN2_LOW), multiplyAdd<V>(n, V::splat(-LN2_HIGH), x));
  auto p = V::splat(1.9875691500e-4f);
  p = multiplyAdd<V>(p, r, V::splat(1.3981999507e-3f));
  p = multiplyAdd<V>(p, r, V::splat(8.3334519073e-3f));
  p = multiplyAdd<V>(p, r, V::splat(4.1665795894e-2f));
  p = multiplyAdd<V>(p, r, V::splat(1.6666665459e-1f));
  p = multiplyAdd<V>(p, r, V::splat(5.0000001201e-1f));
  return multiplyAdd<V>(p, V::mul(r, r), r);
}

/** eˣ; 0 below ln 2⁻¹⁰⁰, infinity above 88.72283, NaN stays NaN. */
template <class V>
INLINE typename V::Value exp(typename V::Value x) {
  const auto limited = V::pmin(V::pmax(x, V::splat(EXP_LEAST)), V::splat(EXP_GREATEST));
  const auto nearest = nearestPower<V>(limited);
  // Half of eˣ, then twice that, since n = 128 has no power of its own.
  const auto half = V::powerOfTwo(nearest, -1);
  const auto y = multiplyAdd<V>(remainderExpm1<V>(limited, nearest), half, half);
  return V::zeroWhereLess(V::add(y, y), x, V::splat(EXP_LEAST));
}

/** tanh x = (e²ᶻ - 1)/(e²ᶻ + 1) with z = |x|; odd to the bit, ±1 beyond 9.1, NaN stays NaN. */
template <class V>
INLINE typename V::Value tanh(typename V::Value x) {
  const auto sign = V::signOf(x);
  const auto z = V::pmin(V::bitXor(x, sign), V::splat(9.1f));
  const auto twice = V::add(z, z);
  const auto nearest = nearestPower<V>(twice);
  const auto power = V::powerOfTwo(nearest, 0);
  const auto expm1 = multiplyAdd<V>(remainderExpm1<V>(twice, nearest), power, V::sub(power, V::splat(1)));
  return V::bitOr(V::div(expm1, V::add(expm1, V::splat(2))), sign);
}

/** x, but 0 where |x| < 2⁻¹⁰⁰. NaN stays NaN. */
template <class V>
INLINE typename V::Value withoutTiny(typename V::Value x) {
  return V::zeroWhereLess(x, V::abs(x), V::splat(TINY));
}

/** ln x of one positive normal f64: x = 2ⁿ·m, ln m = 2·artanh((m-1)/(m+1)) by its series. */
static double log(double x) {
  int64_t bits;
  memcpy(&bits, &x, sizeof bits);
  double n = (double)((bits >> 52) - 1023);
  bits = (bits & 0x000fffffffffffff) | 0x3ff0000000000000;
  double m;
  memcpy(&m, &bits, sizeof m);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    n += 1;
  }
  const double z = (m - 1) / (m + 1);
  const double q = z * z;
  double sum = 0;
  for (int k = 23; k >= 1; k -= 2) sum = sum * q + 1 / (double)k;
  return x == INFINITY || x != x ? x : n * 0.6931471805599453 + 2 * z * sum;
}

}  // namespace VECTORS
