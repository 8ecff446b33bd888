// The update rules as PyTorch defines them, over slabs of the flat parameters; the gradient is scaled (clipped) on the way in.
#pragma once
#include "elements.h"
#include "tile.h"

namespace VECTORS {

/** Σ g² of N blocks of `count` beside each other, since the additions of one would wait for each other. */
template <int N>
INLINE void sumsOfBlocks(double* found, const float* g, int count) {
  FourDoubles::Value sums[N];
  UNROLL for (int n = 0; n < N; n++) sums[n] = FourDoubles::zero();
  for (int at = 0; at < count; at += 4) {
    UNROLL for (int n = 0; n < N; n++) {
      const auto x = FourDoubles::promote(g + (size_t)n * count + at);
      sums[n] = FourDoubles::add(sums[n], FourDoubles::mul(x, x));
    }
  }
  UNROLL for (int n = 0; n < N; n++) {
    double l[4];
    FourDoubles::store(l, sums[n]);
    found[n] = (l[0] + l[2]) + (l[1] + l[3]);
  }
}

/** Σ g², in f64: four virtual lanes, lane j over the elements j, j + 4, …   g (count); count a multiple of 4 */
static double sumOfSquares(const float* g, int count) {
  double sum;
  sumsOfBlocks<1>(&sum, g, count);
  return sum;
}

/** sums[b] = Σ g² of each block of `count`   sums (blocks) f64, g (blocks,count) */
static void sumsOfSquares(double* sums, const float* g, int count, int blocks) {
  int block = 0;
  for (; block + 4 <= blocks; block += 4, g += 4 * (size_t)count) sumsOfBlocks<4>(sums + block, g, count);
  for (; block < blocks; block++, g += count) sums[block] = sumOfSquares(g, count);
}

/** The gradient as the rules take it: scaled (clipped by norm), then each element held within ±limit (clipped by element). */
INLINE Wide::Value clipped(Wide::Value g, float scale, float limit) {
  return Wide::pmax(Wide::pmin(Wide::mul(Wide::splat(scale), g), Wide::splat(limit)), Wide::splat(-limit));
}

/** w -= rate·g   w and g (count) */
static void sgd(float* w, float* g, int count, float scale, float limit, float rate) {
  eachElement({w, g}, 0b01, count, [=](Wide::Value* v) {
    v[0] = Wide::sub(v[0], Wide::mul(Wide::splat(rate), clipped(v[1], scale, limit)));
  });
}

/** b = μb + g · w -= rate·(g + μb), Nesterov's momentum   w, g and b (count) */
static void momentum(float* w, float* g, float* b, int count, float scale, float limit, float mu, float rate) {
  eachElement({w, g, b}, 0b101, count, [=](Wide::Value* v) {
    const auto gradient = clipped(v[1], scale, limit);
    v[2] = multiplyAdd<Wide>(Wide::splat(mu), v[2], gradient);
    const auto step = Wide::add(gradient, Wide::mul(Wide::splat(mu), v[2]));
    v[0] = Wide::sub(v[0], Wide::mul(Wide::splat(rate), step));
  });
}

/** v = αv + (1-α)g² · w -= rate·g/(√v + ε)   RMSprop; α = rest = 1 is Adagrad's sum   w, g and v (count) */
static void scaledBySquares(
  float* w, float* g, float* squares, int count,
  float scale, float limit, double alpha, double rest, float epsilon, float rate
) {
  const float alpha32 = (float)alpha, rest32 = (float)rest;
  eachElement({w, g, squares}, 0b101, count, [=](Wide::Value* v) {
    const auto gradient = clipped(v[1], scale, limit);
    const auto added = Wide::mul(Wide::splat(rest32), Wide::mul(gradient, gradient));
    v[2] = multiplyAdd<Wide>(Wide::splat(alpha32), v[2], added);
    const auto step = Wide::div(gradient, Wide::add(Wide::sqrt(v[2]), Wide::splat(epsilon)));
    v[0] = Wide::sub(v[0], Wide::mul(Wide::splat(rate), step));
  });
}

/**
 * m = β₁m + (1-β₁)g · v = β₂v + (1-β₂)g² · w = decay·w - stepSize · m / (√v/secondCorrection + ε)
 * stepSize = rate/(1-β₁ᵗ), secondCorrection = √(1-β₂ᵗ), decay = 1 but for AdamW   w, g, m and v (count)
 */
static void adam(
  float* w, float* g, float* m, float* squares, int count, float scale, float limit,
  double beta1, double beta2, float epsilon, float stepSize, float secondCorrection, float decay
) {
  const float b1 = (float)beta1, b2 = (float)beta2;
  const float rest1 = (float)(1 - beta1), rest2 = (float)(1 - beta2);
  const float correction = 1 / secondCorrection;
  eachElement({w, g, m, squares}, 0b1101, count, [=](Wide::Value* v) {
    const auto gradient = clipped(v[1], scale, limit);
    v[2] = multiplyAdd<Wide>(Wide::splat(b1), v[2], Wide::mul(Wide::splat(rest1), gradient));
    v[3] = multiplyAdd<Wide>(Wide::splat(b2), v[3], Wide::mul(Wide::splat(rest2), Wide::mul(gradient, gradient)));
    const auto denominator = multiplyAdd<Wide>(Wide::sqrt(v[3]), Wide::splat(correction), Wide::splat(epsilon));
    const auto weight = Wide::mul(Wide::splat(decay), v[0]);
    v[0] = Wide::sub(weight, Wide::mul(Wide::splat(stepSize), Wide::div(v[2], denominator)));
  });
}

}  // namespace VECTORS
