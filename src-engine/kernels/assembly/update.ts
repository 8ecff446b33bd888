// The update rules as PyTorch defines them, over slabs of the flat parameters; the gradient is scaled (clipped) on the way in.
import { withoutTiny } from './maths';
import { multiplyAdd } from './vector';

/** Σ g², in f64, in order   g (count); count a multiple of 4 */
export function sumOfSquares(g: usize, count: i32): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (const end = g + ((<usize>count) << 2); g < end; g += 16) {
    const first = f64x2.promote_low_f32x4(v128.load64_zero(g));
    const second = f64x2.promote_low_f32x4(v128.load64_zero(g, 8));
    low = f64x2.add(low, f64x2.mul(first, first));
    high = f64x2.add(high, f64x2.mul(second, second));
  }
  const sum = f64x2.add(low, high);
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** sums[b] = Σ g² of each block of `count`   sums (blocks) f64, g (blocks,count) */
export function sumsOfSquares(sums: usize, g: usize, count: i32, blocks: i32): void {
  for (let block = 0; block < blocks; block++, sums += 8, g += <usize>count << 2) store<f64>(sums, sumOfSquares(g, count));
}

/** The gradient as the rules take it: scaled (clipped by norm), then each element held within ±limit (clipped by element). */
@inline
function clipped(g: usize, scales: v128, least: v128, greatest: v128): v128 {
  return f32x4.pmax(f32x4.pmin(f32x4.mul(scales, v128.load(g)), greatest), least);
}

/** w -= rate·g   w and g (count); count a multiple of 4 */
export function sgd(w: usize, g: usize, count: i32, scale: f32, limit: f32, rate: f32): void {
  const scales = f32x4.splat(scale);
  const least = f32x4.splat(-limit);
  const greatest = f32x4.splat(limit);
  const rates = f32x4.splat(rate);
  for (const end = w + (<usize>count << 2); w < end; w += 16, g += 16) {
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(rates, clipped(g, scales, least, greatest))));
  }
}

/** b = μb + g · w -= rate·(g + μb), Nesterov's momentum   w, g and b (count); count a multiple of 4 */
export function momentum(w: usize, g: usize, b: usize, count: i32, scale: f32, limit: f32, mu: f32, rate: f32): void {
  const scales = f32x4.splat(scale);
  const least = f32x4.splat(-limit);
  const greatest = f32x4.splat(limit);
  const mus = f32x4.splat(mu);
  const rates = f32x4.splat(rate);
  for (const end = w + (<usize>count << 2); w < end; w += 16, g += 16, b += 16) {
    const gradient = clipped(g, scales, least, greatest);
    const buffer = multiplyAdd(mus, v128.load(b), gradient);
    v128.store(b, buffer);
    const step = f32x4.add(gradient, f32x4.mul(mus, buffer));
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(rates, step)));
  }
}

/** v = αv + (1-α)g² · w -= rate·g/(√v + ε)   RMSprop; α = rest = 1 is Adagrad's sum   w, g and v (count); count a multiple of 4 */
export function scaledBySquares(
  w: usize, g: usize, v: usize, count: i32,
  scale: f32, limit: f32, alpha: f64, rest: f64, epsilon: f32, rate: f32,
): void {
  const scales = f32x4.splat(scale);
  const least = f32x4.splat(-limit);
  const greatest = f32x4.splat(limit);
  const alphas = f32x4.splat(<f32>alpha);
  const rests = f32x4.splat(<f32>rest);
  const eps = f32x4.splat(epsilon);
  const rates = f32x4.splat(rate);
  for (const end = w + (<usize>count << 2); w < end; w += 16, g += 16, v += 16) {
    const gradient = clipped(g, scales, least, greatest);
    const added = f32x4.mul(rests, f32x4.mul(gradient, gradient));
    const squares = multiplyAdd(alphas, v128.load(v), added);
    v128.store(v, squares);
    const step = f32x4.div(gradient, f32x4.add(f32x4.sqrt(squares), eps));
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(rates, step)));
  }
}

/**
 * m = β₁m + (1-β₁)g · v = β₂v + (1-β₂)g² · w = decay·w - stepSize · m / (√v/secondCorrection + ε)
 * stepSize = rate/(1-β₁ᵗ), secondCorrection = √(1-β₂ᵗ), decay = 1 but for AdamW   w, g, m and v (count); count a multiple of 4
 */
export function adam(
  w: usize, g: usize, m: usize, v: usize, count: i32, scale: f32, limit: f32,
  beta1: f64, beta2: f64, epsilon: f32, stepSize: f32, secondCorrection: f32, decay: f32,
): void {
  const scales = f32x4.splat(scale);
  const least = f32x4.splat(-limit);
  const greatest = f32x4.splat(limit);
  const b1 = f32x4.splat(<f32>beta1);
  const b2 = f32x4.splat(<f32>beta2);
  const rest1 = f32x4.splat(<f32>(1 - beta1));
  const rest2 = f32x4.splat(<f32>(1 - beta2));
  const eps = f32x4.splat(epsilon);
  const step = f32x4.splat(stepSize);
  const correction = f32x4.splat(1 / secondCorrection);
  const decays = f32x4.splat(decay);
  for (const end = w + (<usize>count << 2); w < end; w += 16, g += 16, m += 16, v += 16) {
    const gradient = clipped(g, scales, least, greatest);
    const first = multiplyAdd(b1, v128.load(m), f32x4.mul(rest1, gradient));
    const second = multiplyAdd(b2, v128.load(v), f32x4.mul(rest2, f32x4.mul(gradient, gradient)));
    v128.store(m, first);
    v128.store(v, second);
    const denominator = multiplyAdd(f32x4.sqrt(second), correction, eps);
    const weight = f32x4.mul(decays, v128.load(w));
    v128.store(w, f32x4.sub(weight, f32x4.mul(step, f32x4.div(first, denominator))));
  }
}

/**
 * x = 0 where |x| < 2⁻¹⁰⁰, for moments that have faded: beside ε no weight can tell, and arithmetic on subnormal numbers takes a
 * hundred times as long   x (count); count a multiple of 4
 */
export function dropFaded(x: usize, count: i32): void {
  for (const end = x + (<usize>count << 2); x < end; x += 16) v128.store(x, withoutTiny(v128.load(x)));
}
