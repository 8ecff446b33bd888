// Linux alone: a memory in pages of 2 MB, of which the processor remembers where they are. With small ones wide networks wait for that at every row.
#pragma once
#include <cstddef>
#include <cstdint>
#if defined(__linux__)
#include <sys/mman.h>
#endif

/** A wish: nothing depends on it, and where the system has none, nothing happens. */
static inline void askForLargePages(void* memory, size_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  constexpr uintptr_t LARGE = 2 << 20;
  const uintptr_t first = ((uintptr_t)memory + LARGE - 1) / LARGE * LARGE;
  const uintptr_t end = ((uintptr_t)memory + bytes) / LARGE * LARGE;
  if (first < end) madvise((void*)first, end - first, MADV_HUGEPAGE);
#endif
}
