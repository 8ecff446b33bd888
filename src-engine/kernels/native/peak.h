// What the processor can do at most with these vectors: what benchmarks take shares of.
#pragma once
#include "vector.h"

namespace VECTORS {

/** Twelve chains of `times` multiplyAdd in registers alone: x = x/2 + 1/16, from 0 … 11; returns the sum of their first lanes. */
static double registerPeak(int times) {
  constexpr int CHAINS = 12;
  const auto half = Wide::splat(0.5f), step = Wide::splat(0.0625f);
  Wide::Value x[CHAINS];
  for (int chain = 0; chain < CHAINS; chain++) x[chain] = Wide::splat((float)chain);
  for (int time = 0; time < times; time++) {
#pragma GCC unroll 12
    for (int chain = 0; chain < CHAINS; chain++) x[chain] = multiplyAdd<Wide>(x[chain], half, step);
  }
  double sum = 0;
  for (int chain = 0; chain < CHAINS; chain++) {
    float lanes[Wide::WIDTH];
    Wide::store(lanes, x[chain]);
    sum += lanes[0];
  }
  return sum;
}

/** Only reads: the exclusive or of the words, as a u32   from (count), count a multiple of 128 */
static double readWords(const float* from, int count) {
  constexpr int AT_ONCE = 8;
  Wide::Value x[AT_ONCE];
  for (int n = 0; n < AT_ONCE; n++) x[n] = Wide::splat(0);
  for (int at = 0; at < count; at += AT_ONCE * Wide::WIDTH) {
#pragma GCC unroll 8
    for (int n = 0; n < AT_ONCE; n++) x[n] = Wide::bitXor(x[n], Wide::load(from + at + n * Wide::WIDTH));
  }
  uint32_t all = 0;
  for (int n = 0; n < AT_ONCE; n++) {
    float lanes[Wide::WIDTH];
    uint32_t words[Wide::WIDTH];
    Wide::store(lanes, x[n]);
    memcpy(words, lanes, sizeof words);
    for (int lane = 0; lane < Wide::WIDTH; lane++) all ^= words[lane];
  }
  return all;
}

}  // namespace VECTORS
