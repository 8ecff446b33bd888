// Makes f32 of the numbers that other programs save: F16 and BF16 stay exactly what they are, F64 is rounded to the nearest.
import type { DType } from './safetensors-header';

const FLOAT_KINDS: readonly DType[] = ['F64', 'F32', 'F16', 'BF16'];

export const isFloatKind = (dtype: DType): boolean => FLOAT_KINDS.includes(dtype);

/** The bits of one F16, sign 1 │ exponent 5 │ fraction 10, as those of the same number in F32, 1 │ 8 │ 23. */
function widened(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return sign | 0x7f800000 | (fraction << 13);
  if (exponent > 0) return sign | ((exponent + 112) << 23) | (fraction << 13);
  if (fraction === 0) return sign;
  // Below F16's normal numbers: fraction·2⁻²⁴, a normal number in F32.
  const shift = Math.clz32(fraction) - 21;
  return sign | ((113 - shift) << 23) | (((fraction << shift) & 0x3ff) << 13);
}

/** `values` as a file holds them: the bits of F16 and BF16 in 16-bit words. What is too large for f32 becomes infinite. */
export function asFloat32(dtype: DType, values: ArrayLike<number>): Float32Array {
  if (dtype === 'BF16') return new Float32Array(Uint32Array.from(values, (word) => word << 16).buffer);
  if (dtype === 'F16') return new Float32Array(Uint32Array.from(values, widened).buffer);
  return Float32Array.from(values);
}
