// Does the same to every element of one or several arrays: whole vectors, then what is left in a vector that zeros fill up.
#pragma once
#include "maths.h"

namespace VECTORS {

/** Calls change(v) with a vector of each of the N arrays; those whose bit in `written` is set are stored again. */
template <int N, class Change>
INLINE void eachElement(float* const (&arrays)[N], unsigned written, int count, Change change) {
  typename Wide::Value v[N];
  int at = 0;
  for (; at + Wide::WIDTH <= count; at += Wide::WIDTH) {
    for (int n = 0; n < N; n++) v[n] = Wide::load(arrays[n] + at);
    change(v);
    for (int n = 0; n < N; n++) if (written >> n & 1) Wide::store(arrays[n] + at, v[n]);
  }
  if (at == count) return;
  float rest[N][Wide::WIDTH] = {};
  const size_t bytes = (size_t)(count - at) * sizeof(float);
  for (int n = 0; n < N; n++) {
    memcpy(rest[n], arrays[n] + at, bytes);
    v[n] = Wide::load(rest[n]);
  }
  change(v);
  for (int n = 0; n < N; n++) {
    if (!(written >> n & 1)) continue;
    Wide::store(rest[n], v[n]);
    memcpy(arrays[n] + at, rest[n], bytes);
  }
}

/** x = eˣ in place   x (count) */
static void expInPlace(float* x, int count) {
  eachElement({x}, 1, count, [](Wide::Value* v) { v[0] = exp<Wide>(v[0]); });
}

/** s = tanh(s) in place   s (count) */
static void tanhInPlace(float* s, int count) {
  eachElement({s}, 1, count, [](Wide::Value* v) { v[0] = tanh<Wide>(v[0]); });
}

/** d = d ∘ (1 - s∘s) in place, the backward of tanh; what has faded below 2⁻¹⁰⁰ is 0   d and s (count) */
static void tanhBackwardInPlace(float* d, float* s, int count) {
  eachElement({d, s}, 1, count, [](Wide::Value* v) {
    v[0] = withoutTiny<Wide>(Wide::mul(v[0], Wide::sub(Wide::splat(1), Wide::mul(v[1], v[1]))));
  });
}

/** c += a   a and c (count) */
static void addInPlace(float* c, float* a, int count) {
  eachElement({c, a}, 1, count, [](Wide::Value* v) { v[0] = Wide::add(v[0], v[1]); });
}

/** x = 0 where |x| < 2⁻¹⁰⁰, for moments that have faded   x (count) */
static void dropFaded(float* x, int count) {
  eachElement({x}, 1, count, [](Wide::Value* v) { v[0] = withoutTiny<Wide>(v[0]); });
}

}  // namespace VECTORS
