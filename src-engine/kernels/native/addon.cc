// What Node and Electron load: the kernels over a memory, as functions that take byte offsets, like those of WebAssembly.
#include "arguments.h"
#include "import-node.h"
#include "large-pages.h"
#include <cstring>
#include <node_api.h>

namespace {

constexpr size_t MOST_ARGUMENTS = 16;

/** What a function of JavaScript is bound to; it lies in an ArrayBuffer that the function keeps alive, as it does the memory. */
struct Bound {
  u8* memory;
  const KernelTable* table;
};

struct Numbers {
  napi_env env;
  napi_value values[MOST_ARGUMENTS];
  uint32_t offset(size_t index) const {
    uint32_t x = 0;
    napi_get_value_uint32(env, values[index], &x);
    return x;
  }
  int whole(size_t index) const {
    int32_t x = 0;
    napi_get_value_int32(env, values[index], &x);
    return x;
  }
  double real(size_t index) const {
    double x = 0;
    napi_get_value_double(env, values[index], &x);
    return x;
  }
};

template <class... Arguments>
napi_value answer(void (*kernel)(Arguments...), const Numbers& numbers, u8* memory) {
  static_assert(sizeof...(Arguments) <= MOST_ARGUMENTS);
  call(kernel, numbers, memory);
  return nullptr;
}

template <class... Arguments>
napi_value answer(double (*kernel)(Arguments...), const Numbers& numbers, u8* memory) {
  napi_value result;
  napi_create_double(numbers.env, call(kernel, numbers, memory), &result);
  return result;
}

#define KERNEL(RESULT, NAME, ...)                                                     \
  napi_value call_##NAME(napi_env env, napi_callback_info info) {                     \
    Numbers numbers = {env, {}};                                                      \
    size_t count = MOST_ARGUMENTS;                                                    \
    void* data;                                                                       \
    napi_get_cb_info(env, info, &count, numbers.values, nullptr, &data);              \
    const Bound& bound = *static_cast<Bound*>(data);                                  \
    return answer(bound.table->NAME, numbers, bound.memory);                          \
  }
KERNELS(KERNEL)
#undef KERNEL

/** The kernels of this name where the processor has what they need, else null. */
const KernelTable* tableNamed(const char* vectors, bool isFast) {
#if defined(__x86_64__) || defined(_M_X64)
  __builtin_cpu_init();
  const bool hasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  const bool hasAvx512 =
    __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  if (!strcmp(vectors, "avx512") && hasAvx2 && hasAvx512) return isFast ? &kernels_avx512_fast : &kernels_avx512_strict;
  if (!strcmp(vectors, "avx2") && hasAvx2) return isFast ? &kernels_avx2_fast : &kernels_avx2_strict;
#elif defined(__aarch64__) || defined(_M_ARM64)
  if (!strcmp(vectors, "neon")) return isFast ? &kernels_neon_fast : &kernels_neon_strict;
#endif
  return nullptr;
}

void addFunction(napi_env env, napi_value kernels, const char* name, napi_callback callback, Bound* bound, napi_value kept) {
  napi_value function;
  napi_create_function(env, name, NAPI_AUTO_LENGTH, callback, bound, &function);
  napi_set_named_property(env, function, "kept", kept);
  napi_set_named_property(env, kernels, name, function);
}

/** kernelsOver(memory: Uint8Array, vectors: string, isFast: boolean): an object of functions, or null where the processor lacks them */
napi_value kernelsOver(napi_env env, napi_callback_info info) {
  size_t count = 3;
  napi_value given[3];
  napi_get_cb_info(env, info, &count, given, nullptr, nullptr);
  void* memory = nullptr;
  size_t bytes = 0;
  char vectors[16] = "";
  bool isFast = false;
  napi_value result;
  napi_get_null(env, &result);
  if (napi_get_typedarray_info(env, given[0], nullptr, &bytes, &memory, nullptr, nullptr) != napi_ok ||
      napi_get_value_string_utf8(env, given[1], vectors, sizeof vectors, nullptr) != napi_ok ||
      napi_get_value_bool(env, given[2], &isFast) != napi_ok) {
    napi_throw_type_error(env, nullptr, "kernelsOver takes a Uint8Array, a name and a boolean.");
    return nullptr;
  }
  const KernelTable* table = tableNamed(vectors, isFast);
  if (!table) return result;
  askForLargePages(memory, bytes);
  void* place = nullptr;
  napi_value kept, holder;
  napi_create_arraybuffer(env, sizeof(Bound), &place, &holder);
  Bound* bound = static_cast<Bound*>(place);
  *bound = {static_cast<u8*>(memory), table};
  napi_create_array_with_length(env, 2, &kept);
  napi_set_element(env, kept, 0, holder);
  napi_set_element(env, kept, 1, given[0]);
  napi_create_object(env, &result);
#define KERNEL(RESULT, NAME, ...) addFunction(env, result, #NAME, call_##NAME, bound, kept);
  KERNELS(KERNEL)
#undef KERNEL
  return result;
}

}  // namespace

extern "C" NAPI_MODULE_EXPORT int32_t node_api_module_get_api_version_v1() {
  return 8;
}

extern "C" NAPI_MODULE_EXPORT napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  napi_value function;
  napi_create_function(env, "kernelsOver", NAPI_AUTO_LENGTH, kernelsOver, nullptr, &function);
  napi_set_named_property(env, exports, "kernelsOver", function);
  return exports;
}
