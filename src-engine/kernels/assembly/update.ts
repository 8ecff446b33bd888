// The update rules as PyTorch defines them, over slabs of the flat parameters; the gradient is scaled (clipped) on the way in.

/** Σ g², in f64, in order   g (count); count a multiple of 4 */
export function sumOfSquares(g: usize, count: i32): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (const end = g + ((<usize>count) << 2); g < end; g += 16) {
    const four = v128.load(g);
    const first = f64x2.promote_low_f32x4(four);
    const second = f64x2.promote_low_f32x4(v128.shuffle<f32>(four, four, 2, 3, 2, 3));
    low = f64x2.add(low, f64x2.mul(first, first));
    high = f64x2.add(high, f64x2.mul(second, second));
  }
  const sum = f64x2.add(low, high);
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** w -= rate·(scale·g)   w and g (count); count a multiple of 4 */
export function sgd(w: usize, g: usize, count: i32, scale: f32, rate: f32): void {
  const scales = f32x4.splat(scale);
  const rates = f32x4.splat(rate);
  for (const end = w + ((<usize>count) << 2); w < end; w += 16, g += 16) {
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(rates, f32x4.mul(scales, v128.load(g)))));
  }
}

/**
 * m = β₁m + (1-β₁)g · v = β₂v + (1-β₂)g² · w -= stepSize · m / (√v/secondCorrection + ε)   with g scaled first
 * stepSize = rate/(1-β₁ᵗ) and secondCorrection = √(1-β₂ᵗ)   w, g, m and v (count); count a multiple of 4
 */
export function adam(
  w: usize,
  g: usize,
  m: usize,
  v: usize,
  count: i32,
  scale: f32,
  beta1: f64,
  beta2: f64,
  epsilon: f32,
  stepSize: f32,
  secondCorrection: f32,
): void {
  const scales = f32x4.splat(scale);
  const b1 = f32x4.splat(<f32>beta1);
  const b2 = f32x4.splat(<f32>beta2);
  const rest1 = f32x4.splat(<f32>(1 - beta1));
  const rest2 = f32x4.splat(<f32>(1 - beta2));
  const eps = f32x4.splat(epsilon);
  const step = f32x4.splat(stepSize);
  const correction = f32x4.splat(secondCorrection);
  for (const end = w + ((<usize>count) << 2); w < end; w += 16, g += 16, m += 16, v += 16) {
    const gradient = f32x4.mul(scales, v128.load(g));
    const first = f32x4.add(f32x4.mul(b1, v128.load(m)), f32x4.mul(rest1, gradient));
    const second = f32x4.add(f32x4.mul(b2, v128.load(v)), f32x4.mul(rest2, f32x4.mul(gradient, gradient)));
    const denominator = f32x4.add(f32x4.div(f32x4.sqrt(second), correction), eps);
    v128.store(m, first);
    v128.store(v, second);
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(step, f32x4.div(first, denominator))));
  }
}
