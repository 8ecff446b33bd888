// Softmax and cross-entropy over a row of logits; the greatest is subtracted first, so nothing overflows.
//
//   a row: outputs logits, then padding up to a multiple of 8 columns, which takes no part: its logits become -∞, its p 0
//   reductions run in eight virtual lanes, lane j over the columns j, j + 8, …, whatever the vectors' width
#pragma once
#include "elements.h"

namespace VECTORS {

/** Of WebAssembly: NaN where one of the two is. */
INLINE float maximum(float a, float b) {
  return a != a ? a : b != b ? b : a < b ? b : a;
}

/** In the eight lanes, so that a NaN among the first columns has the same effect as in WebAssembly. */
static float greatestInLanes(const float* o, int columns) {
  auto greatest = Eight::load(o);
  for (int at = 8; at < columns; at += 8) greatest = Eight::pmax(greatest, Eight::load(o + at));
  float l[8];
  Eight::store(l, greatest);
  const auto both = [&](int j) { return l[j] < l[j + 4] ? l[j + 4] : l[j]; };
  return maximum(maximum(both(0), both(1)), maximum(both(2), both(3)));
}

/** The greatest of a row's logits; a NaN among them may be passed over, the sum of the exponentials then is NaN. */
INLINE float greatestLogit(const float* o, int columns) {
  bool isNumber = true;
  for (int at = 0; at < 8; at++) isNumber = isNumber && o[at] == o[at];
  if (!isNumber) return greatestInLanes(o, columns);
  // Where the first eight are numbers, every later NaN is passed over: the order no longer matters.
  auto greatest = Wide::splat(-INFINITY);
  int at = 0;
  for (; at + Wide::WIDTH <= columns; at += Wide::WIDTH) greatest = Wide::pmax(greatest, Wide::load(o + at));
  float lanes[Wide::WIDTH];
  Wide::store(lanes, greatest);
  float most = lanes[0];
  for (int lane = 1; lane < Wide::WIDTH; lane++) most = most < lanes[lane] ? lanes[lane] : most;
  for (; at < columns; at++) most = most < o[at] ? o[at] : most;
  return most;
}

/** p = e^((o - greatest)·factor), returns Σp   o and p one row, may be the same */
INLINE float exponentials(float* p, const float* o, int columns, float greatest, float factor) {
  auto sums = Eight::splat(0);
  int at = 0;
#if defined(__AVX512F__)
  for (; at + 16 <= columns; at += 16) {
    const auto e = exp<Sixteen>(Sixteen::mul(Sixteen::sub(Sixteen::load(o + at), Sixteen::splat(greatest)), Sixteen::splat(factor)));
    Sixteen::store(p + at, e);
    sums = Eight::add(sums, _mm512_castps512_ps256(e));
    sums = Eight::add(sums, _mm512_extractf32x8_ps(e, 1));
  }
#endif
  for (; at < columns; at += 8) {
    const auto e = exp<Eight>(Eight::mul(Eight::sub(Eight::load(o + at), Eight::splat(greatest)), Eight::splat(factor)));
    Eight::store(p + at, e);
    sums = Eight::add(sums, e);
  }
  float l[8];
  Eight::store(l, sums);
  const float l0 = l[0] + l[4], l1 = l[1] + l[5], l2 = l[2] + l[6], l3 = l[3] + l[7];
  return l0 + l1 + (l2 + l3);
}

INLINE void scaleRow(float* p, int columns, float factor) {
  eachElement({p}, 1, columns, [factor](Wide::Value* v) { v[0] = Wide::mul(v[0], Wide::splat(factor)); });
}

/** E = -ln p[target] in nats to `loss`, returns Σe^(o - greatest)   o, one row, becomes e^(o - greatest) */
INLINE float crossEntropyOfRow(float* o, u8 target, double* loss, int outputs, int columns) {
  for (int at = outputs; at < columns; at++) o[at] = -INFINITY;
  const float greatest = greatestLogit(o, columns);
  const float logit = o[target];
  const float sum = exponentials(o, o, columns, greatest, 1);
  *loss = log((double)sum) - ((double)logit - (double)greatest);
  return sum;
}

/**
 * E[r] = -ln p[columnOf[y[r]]] in nats
 * o (rows,columns) becomes e^(o - greatest), y (rows) bytes, columnOf (256) the column of each byte, losses (rows) f64
 */
static void crossEntropy(
  float* o, const u8* y, const u8* columnOf, double* losses, int rows, int outputs, int columns
) {
  for (int r = 0; r < rows; r++, o += columns) crossEntropyOfRow(o, columnOf[y[r]], losses + r, outputs, columns);
}

/** The same, and its backward: o becomes (p - y)·scale, the gradient of scale·Σ E[r] */
static void crossEntropyBackward(
  float* o, const u8* y, const u8* columnOf, double* losses, int rows, int outputs, int columns, float scale
) {
  for (int r = 0; r < rows; r++, o += columns) {
    const u8 column = columnOf[y[r]];
    const float sum = crossEntropyOfRow(o, column, losses + r, outputs, columns);
    scaleRow(o, columns, scale / sum);
    o[column] -= scale;
  }
}

/** p = softmax(o / temperature)   o and p (256), temperature > 0 */
static void softmax(float* p, const float* o, float temperature) {
  const float sum = exponentials(p, o, 256, greatestLogit(o, 256), 1 / temperature);
  scaleRow(p, 256, 1 / sum);
}

}  // namespace VECTORS
