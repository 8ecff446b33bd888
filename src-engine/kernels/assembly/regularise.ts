// What keeps a network from learning its text by heart: elements left out at random, and an average of the weights over many updates.
import { multiplyAdd } from './vector';

/** 2³² over the golden ratio: the distance of counters whose mixtures have nothing in common. */
const APART: i32 = <i32>0x9e3779b9;

/** splitmix32: well mixed bits from any counter, four at once */
@inline
function mixed(counters: v128): v128 {
  let z = v128.xor(counters, i32x4.shr_u(counters, 16));
  z = i32x4.mul(z, i32x4.splat(0x21f0aaad));
  z = v128.xor(z, i32x4.shr_u(z, 15));
  z = i32x4.mul(z, i32x4.splat(0x735a2d97));
  return v128.xor(z, i32x4.shr_u(z, 15));
}

/**
 * c[r,j] = a[r,j]·scale where ⌊mixed(mixed(key + (first + r)·φ) + j·φ) / 2⁸⌋ ≥ threshold, else 0; φ = 0x9e3779b9, all of it modulo 2³²
 * c and a (rows,width), may be the same; width a multiple of 4; threshold 0 … 2²⁴
 */
export function dropOut(
  c: usize, a: usize, first: i32, rows: i32, width: i32, key: i32, threshold: i32, scale: f32,
): void {
  const thresholds = i32x4.splat(threshold);
  const scales = f32x4.splat(scale);
  const four = i32x4.splat(4 * APART);
  const begin = i32x4(0, APART, 2 * APART, 3 * APART);
  for (let r = 0; r < rows; r++) {
    let counters = i32x4.add(mixed(i32x4.splat(key + (first + r) * APART)), begin);
    for (const end = a + (<usize>width << 2); a < end; a += 16, c += 16, counters = i32x4.add(counters, four)) {
      const stays = i32x4.ge_s(i32x4.shr_u(mixed(counters), 8), thresholds);
      v128.store(c, v128.and(f32x4.mul(v128.load(a), scales), stays));
    }
  }
}

/** e += share·(w - e)   e and w (count); count a multiple of 4 */
export function averageInto(e: usize, w: usize, count: i32, share: f32): void {
  const shares = f32x4.splat(share);
  for (const end = e + (<usize>count << 2); e < end; e += 16, w += 16) {
    const average = v128.load(e);
    v128.store(e, multiplyAdd(shares, f32x4.sub(v128.load(w), average), average));
  }
}
