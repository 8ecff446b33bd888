// Turns the numbers that a caller has into the arguments of a kernel, by the kernel's own type.
#pragma once
#include "kernels.h"
#include <cstddef>
#include <utility>

/** `numbers` gives the number at an index: offset(index), whole(index) or real(index). */
template <class T>
struct Argument {
  template <class Numbers>
  static T of(const Numbers& numbers, size_t index, u8* memory) {
    return (T)(memory + numbers.offset(index));
  }
};
template <>
struct Argument<int> {
  template <class Numbers>
  static int of(const Numbers& numbers, size_t index, u8*) {
    return numbers.whole(index);
  }
};
template <>
struct Argument<uint32_t> {
  template <class Numbers>
  static uint32_t of(const Numbers& numbers, size_t index, u8*) {
    return numbers.offset(index);
  }
};
template <>
struct Argument<double> {
  template <class Numbers>
  static double of(const Numbers& numbers, size_t index, u8*) {
    return numbers.real(index);
  }
};
template <>
struct Argument<float> {
  template <class Numbers>
  static float of(const Numbers& numbers, size_t index, u8*) {
    return (float)numbers.real(index);
  }
};

template <class Result, class... Arguments, size_t... Indices, class Numbers>
static Result call(
  Result (*kernel)(Arguments...), const Numbers& numbers, u8* memory, std::index_sequence<Indices...>
) {
  return kernel(Argument<Arguments>::of(numbers, Indices, memory)...);
}

template <class Result, class... Arguments, class Numbers>
static Result call(Result (*kernel)(Arguments...), const Numbers& numbers, u8* memory) {
  return call(kernel, numbers, memory, std::index_sequence_for<Arguments...>{});
}
