// Whole stretches of the recurrence in one call, as in ../assembly/recurrence.ts.
#pragma once
#include "product.h"
#include "rows.h"

namespace VECTORS {

/**
 * s_t = tanh(Wxh[x_t] + s_{t-1}·Whh) for `steps` steps of `rows` of the lanes   s (steps,lanes,width) from its first row, the one
 * before it lanes rows earlier; w (256,width), x (steps,lanes) bytes; width a multiple of 8; `scratch` as for `product`
 */
static void recur(
  float* s, const float* w, const u8* x, const float* Whh, int rows, int lanes, int steps, int width, float* scratch
) {
  const uint32_t rowBytes = (uint32_t)width * sizeof(float);
  const size_t apart = (size_t)lanes * width;
  for (int step = 0; step < steps; step++, s += apart, x += lanes) {
    gatherRows(s, rowBytes, w, x, rows, width);
    product(s, rowBytes, s - apart, rowBytes, Whh, rows, width, width, 1, scratch);
    tanhInPlace(s, rows * width);
  }
}

/**
 * d_t = (d_t + d_{t+1}·Whhᵀ) ∘ (1 - s_t∘s_t) for `steps` steps back from the given one, of `rows` of the lanes
 * d and s (…,lanes,width) at the last step's rows; d_{t+1}, lanes rows later, joins the first only where there is a later step
 */
static void recurBackward(
  float* d, float* s, const float* WhhTransposed, int rows, int lanes, int steps, int width, int hasLater, float* scratch
) {
  const uint32_t rowBytes = (uint32_t)width * sizeof(float);
  const size_t apart = (size_t)lanes * width;
  for (int step = 0; step < steps; step++, d -= apart, s -= apart) {
    if (step > 0 || hasLater) {
      product(d, rowBytes, d + apart, rowBytes, WhhTransposed, rows, width, width, 1, scratch);
    }
    tanhBackwardInPlace(d, s, rows * width);
  }
}

/**
 * s = tanh(Wxh[x] + before·Whh), o = s·Who   one row: s and before (width), w (256,width), x one byte, o (outputs), 0 where o is not
 * asked for; Whh and Who in panels; width and outputs multiples of 8; `scratch` as for `product`
 */
static void readByte(
  float* s, const float* before, const float* w, const u8* x, const float* Whh, float* o, const float* Who,
  int width, int outputs, float* scratch
) {
  const uint32_t rowBytes = (uint32_t)width * sizeof(float);
  gatherRows(s, rowBytes, w, x, 1, width);
  product(s, rowBytes, before, rowBytes, Whh, 1, width, width, 1, scratch);
  tanhInPlace(s, width);
  product(o, 0, s, rowBytes, Who, 1, width, outputs, 0, scratch);
}

}  // namespace VECTORS
