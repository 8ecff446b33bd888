// Every kernel's type, once: the tables of a compilation, and what JavaScript calls, follow from it.
#pragma once
#include <cstdint>

using u8 = unsigned char;

#define KERNELS(KERNEL)                                                                                                         \
  KERNEL(void, expInPlace, float*, int)                                                                                         \
  KERNEL(void, tanhInPlace, float*, int)                                                                                        \
  KERNEL(void, tanhBackwardInPlace, float*, float*, int)                                                                        \
  KERNEL(void, addInPlace, float*, float*, int)                                                                                 \
  KERNEL(void, packPanels, float*, int, int, const float*, uint32_t, int, int)                                                  \
  KERNEL(void, packPanelsTransposed, float*, int, int, const float*, uint32_t, int, int)                                        \
  KERNEL(void, product, float*, uint32_t, const float*, uint32_t, const float*, int, int, int, int, float*)                     \
  KERNEL(void, productTransposed, float*, uint32_t, const float*, uint32_t, const float*, uint32_t, int, int, int, float*, int, int) \
  KERNEL(void, recur, float*, const float*, const u8*, const float*, int, int, int, int, float*)                                \
  KERNEL(void, recurBackward, float*, float*, const float*, int, int, int, int, int, float*)                                    \
  KERNEL(void, readByte, float*, const float*, const float*, const u8*, const float*, float*, const float*, int, int, float*)    \
  KERNEL(void, gatherRows, float*, uint32_t, const float*, const u8*, int, int)                                                 \
  KERNEL(void, scatterAddRows, float*, float*, const u8*, int, int, u8*, int, int, int, int)                                    \
  KERNEL(void, crossEntropy, float*, const u8*, const u8*, double*, int, int, int)                                              \
  KERNEL(void, crossEntropyBackward, float*, const u8*, const u8*, double*, int, int, int, float)                               \
  KERNEL(void, softmax, float*, const float*, float)                                                                            \
  KERNEL(double, sumOfSquares, const float*, int)                                                                               \
  KERNEL(void, sumsOfSquares, double*, const float*, int, int)                                                                  \
  KERNEL(double, readWords, const float*, int)                                                                                  \
  KERNEL(double, registerPeak, int)                                                                                             \
  KERNEL(void, dropOut, float*, const float*, int, int, int, uint32_t, int, float)                                              \
  KERNEL(void, averageInto, float*, float*, int, float)                                                                         \
  KERNEL(void, dropFaded, float*, int)                                                                                          \
  KERNEL(void, sgd, float*, float*, int, float, float, float)                                                                   \
  KERNEL(void, momentum, float*, float*, float*, int, float, float, float, float)                                               \
  KERNEL(void, scaledBySquares, float*, float*, float*, int, float, float, double, double, float, float)                        \
  KERNEL(void, adam, float*, float*, float*, float*, int, float, float, double, double, float, float, float, float)

struct KernelTable {
#define KERNEL(RESULT, NAME, ...) RESULT (*NAME)(__VA_ARGS__);
  KERNELS(KERNEL)
#undef KERNEL
};

// One for each set of vectors and each variant; only those of this processor's architecture are compiled.
extern "C" const KernelTable kernels_avx512_fast, kernels_avx512_strict, kernels_avx2_fast, kernels_avx2_strict;
extern "C" const KernelTable kernels_neon_fast, kernels_neon_strict;
