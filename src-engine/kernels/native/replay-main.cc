// Does recorded calls with one set of kernels, without Node: how kernels for another architecture are tried in an emulator.
//
//   the file: trials, each: u32 bytes of memory, the memory, u32 calls, each: a name of 32 bytes, u32 count, f64 numbers
//   the answer: for each trial the memory, then an f64 for each call, 0 where the kernel returns nothing
#include "arguments.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

struct Numbers {
  double values[16];
  uint32_t offset(size_t index) const { return (uint32_t)values[index]; }
  int whole(size_t index) const { return (int)values[index]; }
  double real(size_t index) const { return values[index]; }
};

template <class... Arguments>
double answer(void (*kernel)(Arguments...), const Numbers& numbers, u8* memory) {
  call(kernel, numbers, memory);
  return 0;
}

template <class... Arguments>
double answer(double (*kernel)(Arguments...), const Numbers& numbers, u8* memory) {
  return call(kernel, numbers, memory);
}

double callNamed(const char* name, const KernelTable& table, const Numbers& numbers, u8* memory) {
#define KERNEL(RESULT, NAME, ...) \
  if (!strcmp(name, #NAME)) return answer(table.NAME, numbers, memory);
  KERNELS(KERNEL)
#undef KERNEL
  fprintf(stderr, "There is no kernel %s.\n", name);
  exit(1);
}

bool read(void* into, size_t bytes) {
  return fread(into, 1, bytes, stdin) == bytes;
}

}  // namespace

int main(int count, char** words) {
  const bool isFast = count > 1 && !strcmp(words[1], "fast");
#if defined(__aarch64__)
  const KernelTable& table = isFast ? kernels_neon_fast : kernels_neon_strict;
#else
  const KernelTable& table = isFast ? kernels_avx2_fast : kernels_avx2_strict;
#endif
  uint32_t bytes;
  while (read(&bytes, sizeof bytes)) {
    u8* memory = static_cast<u8*>(aligned_alloc(64, (bytes + 63) / 64 * 64));
    uint32_t calls;
    if (!memory || !read(memory, bytes) || !read(&calls, sizeof calls)) return 1;
    double* answers = static_cast<double*>(calloc(calls, sizeof(double)));
    for (uint32_t index = 0; index < calls; index++) {
      char name[32];
      uint32_t given;
      Numbers numbers = {};
      if (!read(name, sizeof name) || !read(&given, sizeof given) || given > 16) return 1;
      if (!read(numbers.values, given * sizeof(double))) return 1;
      answers[index] = callNamed(name, table, numbers, memory);
    }
    fwrite(memory, 1, bytes, stdout);
    fwrite(answers, sizeof(double), calls, stdout);
    free(answers);
    free(memory);
  }
  return 0;
}
