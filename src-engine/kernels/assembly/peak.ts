// What the processor can do at most with these vectors: what benchmarks take shares of.
import { multiplyAdd } from './vector';

/** Twelve chains of `times` multiplyAdd in registers alone: x = x/2 + 1/16, from 0 … 11; returns the sum of their first lanes. */
export function registerPeak(times: i32): f64 {
  const half = f32x4.splat(0.5);
  const steps = f32x4.splat(0.0625);
  let a = f32x4.splat(0), b = f32x4.splat(1), c = f32x4.splat(2), d = f32x4.splat(3), e = f32x4.splat(4), f = f32x4.splat(5);
  let g = f32x4.splat(6), h = f32x4.splat(7), i = f32x4.splat(8), j = f32x4.splat(9), k = f32x4.splat(10), l = f32x4.splat(11);
  for (let time = 0; time < times; time++) {
    a = multiplyAdd(a, half, steps), b = multiplyAdd(b, half, steps), c = multiplyAdd(c, half, steps);
    d = multiplyAdd(d, half, steps), e = multiplyAdd(e, half, steps), f = multiplyAdd(f, half, steps);
    g = multiplyAdd(g, half, steps), h = multiplyAdd(h, half, steps), i = multiplyAdd(i, half, steps);
    j = multiplyAdd(j, half, steps), k = multiplyAdd(k, half, steps), l = multiplyAdd(l, half, steps);
  }
  let sum: f64 = f32x4.extract_lane(a, 0);
  sum += f32x4.extract_lane(b, 0), sum += f32x4.extract_lane(c, 0), sum += f32x4.extract_lane(d, 0);
  sum += f32x4.extract_lane(e, 0), sum += f32x4.extract_lane(f, 0), sum += f32x4.extract_lane(g, 0);
  sum += f32x4.extract_lane(h, 0), sum += f32x4.extract_lane(i, 0), sum += f32x4.extract_lane(j, 0);
  return sum + f32x4.extract_lane(k, 0) + f32x4.extract_lane(l, 0);
}

/** Only reads: the exclusive or of the words, as a u32   from (count), count a multiple of 128 */
export function readWords(from: usize, count: i32): f64 {
  let a = i32x4.splat(0), b = a, c = a, d = a;
  for (const end = from + (<usize>count << 2); from < end; from += 64) {
    a = v128.xor(a, v128.load(from)), b = v128.xor(b, v128.load(from, 16));
    c = v128.xor(c, v128.load(from, 32)), d = v128.xor(d, v128.load(from, 48));
  }
  const all = v128.xor(v128.xor(a, b), v128.xor(c, d));
  const words = i32x4.extract_lane(all, 0) ^ i32x4.extract_lane(all, 1) ^ i32x4.extract_lane(all, 2) ^ i32x4.extract_lane(all, 3);
  return <f64>(<u32>words);
}
