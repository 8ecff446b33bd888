// One set of kernels: compiled once for each set of vectors and each variant, with VECTORS (its namespace), TABLE (its name) and FUSED.
#include "peak.h"
#include "recurrence.h"
#include "regularise.h"
#include "softmax.h"
#include "update.h"
#include "kernels.h"

extern "C" const KernelTable TABLE = {
#define KERNEL(RESULT, NAME, ...) VECTORS::NAME,
  KERNELS(KERNEL)
#undef KERNEL
};
