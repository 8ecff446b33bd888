// Four f32 at once, for 64-bit ARM, all of which have NEON with fused multiply-add.
#pragma once
#include <arm_neon.h>

namespace VECTORS {

struct Four {
  static constexpr int WIDTH = 4;
  using Value = float32x4_t;
  INLINE Value load(const float* at) { return vld1q_f32(at); }
  INLINE void store(float* at, Value v) { vst1q_f32(at, v); }
  INLINE Value splat(float x) { return vdupq_n_f32(x); }
  INLINE Value fused(Value a, Value b, Value c) { return vfmaq_f32(c, a, b); }
  INLINE Value add(Value a, Value b) { return vaddq_f32(a, b); }
  INLINE Value sub(Value a, Value b) { return vsubq_f32(a, b); }
  INLINE Value mul(Value a, Value b) { return vmulq_f32(a, b); }
  INLINE Value div(Value a, Value b) { return vdivq_f32(a, b); }
  INLINE Value sqrt(Value a) { return vsqrtq_f32(a); }
  INLINE Value pmax(Value a, Value b) { return vbslq_f32(vcltq_f32(a, b), b, a); }
  INLINE Value pmin(Value a, Value b) { return vbslq_f32(vcltq_f32(b, a), b, a); }
  INLINE uint32x4_t bits(Value a) { return vreinterpretq_u32_f32(a); }
  INLINE Value fromBits(uint32x4_t a) { return vreinterpretq_f32_u32(a); }
  INLINE Value zeroWhereLess(Value v, Value x, Value limit) { return fromBits(vbicq_u32(bits(v), vcltq_f32(x, limit))); }
  INLINE Value abs(Value a) { return vabsq_f32(a); }
  INLINE Value signOf(Value a) { return fromBits(vandq_u32(bits(a), vdupq_n_u32(0x80000000u))); }
  INLINE Value bitXor(Value a, Value b) { return fromBits(veorq_u32(bits(a), bits(b))); }
  INLINE Value bitOr(Value a, Value b) { return fromBits(vorrq_u32(bits(a), bits(b))); }
  /** 2ⁿ⁺ᵐ from a number whose low bits are n. */
  INLINE Value powerOfTwo(Value nearest, int m) {
    return fromBits(vshlq_n_u32(vaddq_u32(bits(nearest), vdupq_n_u32((uint32_t)(127 + m))), 23));
  }
};

/** Eight f32 as two vectors of four. */
struct Eight {
  static constexpr int WIDTH = 8;
  struct Value {
    float32x4_t low, high;
  };
  INLINE Value load(const float* at) { return {vld1q_f32(at), vld1q_f32(at + 4)}; }
  INLINE void store(float* at, Value v) { vst1q_f32(at, v.low), vst1q_f32(at + 4, v.high); }
  INLINE Value splat(float x) { return {vdupq_n_f32(x), vdupq_n_f32(x)}; }
  INLINE Value fused(Value a, Value b, Value c) { return {Four::fused(a.low, b.low, c.low), Four::fused(a.high, b.high, c.high)}; }
  INLINE Value add(Value a, Value b) { return {Four::add(a.low, b.low), Four::add(a.high, b.high)}; }
  INLINE Value sub(Value a, Value b) { return {Four::sub(a.low, b.low), Four::sub(a.high, b.high)}; }
  INLINE Value mul(Value a, Value b) { return {Four::mul(a.low, b.low), Four::mul(a.high, b.high)}; }
  INLINE Value pmax(Value a, Value b) { return {Four::pmax(a.low, b.low), Four::pmax(a.high, b.high)}; }
  INLINE Value pmin(Value a, Value b) { return {Four::pmin(a.low, b.low), Four::pmin(a.high, b.high)}; }
  INLINE Value zeroWhereLess(Value v, Value x, Value limit) {
    return {Four::zeroWhereLess(v.low, x.low, limit.low), Four::zeroWhereLess(v.high, x.high, limit.high)};
  }
  INLINE Value powerOfTwo(Value nearest, int m) {
    return {Four::powerOfTwo(nearest.low, m), Four::powerOfTwo(nearest.high, m)};
  }
};

/** Four f64 as two vectors of two. */
struct FourDoubles {
  struct Value {
    float64x2_t low, high;
  };
  INLINE Value zero() { return {vdupq_n_f64(0), vdupq_n_f64(0)}; }
  INLINE Value promote(const float* at) {
    const float32x4_t x = vld1q_f32(at);
    return {vcvt_f64_f32(vget_low_f32(x)), vcvt_high_f64_f32(x)};
  }
  INLINE Value add(Value a, Value b) { return {vaddq_f64(a.low, b.low), vaddq_f64(a.high, b.high)}; }
  INLINE Value mul(Value a, Value b) { return {vmulq_f64(a.low, b.low), vmulq_f64(a.high, b.high)}; }
  INLINE void store(double* at, Value v) { vst1q_f64(at, v.low), vst1q_f64(at + 2, v.high); }
};

INLINE void transposeFour(float* out, size_t apart, const float* r0, const float* r1, const float* r2, const float* r3) {
  const float32x4_t a = vld1q_f32(r0), b = vld1q_f32(r1), c = vld1q_f32(r2), d = vld1q_f32(r3);
  const float32x4x2_t ab = vtrnq_f32(a, b), cd = vtrnq_f32(c, d);
  vst1q_f32(out, vcombine_f32(vget_low_f32(ab.val[0]), vget_low_f32(cd.val[0])));
  vst1q_f32(out + apart, vcombine_f32(vget_low_f32(ab.val[1]), vget_low_f32(cd.val[1])));
  vst1q_f32(out + 2 * apart, vcombine_f32(vget_high_f32(ab.val[0]), vget_high_f32(cd.val[0])));
  vst1q_f32(out + 3 * apart, vcombine_f32(vget_high_f32(ab.val[1]), vget_high_f32(cd.val[1])));
}

}  // namespace VECTORS
