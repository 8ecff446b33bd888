// The choice of a byte as docs/writing.md words it, step by step and without regard to speed; the sampler is compared with this.
import type { SamplingOptions } from '../../../src-engine/protocol/writing';

export type PlainFilters = Pick<SamplingOptions, 'topK' | 'topP' | 'minP'>;

const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

/** Step 3: softmax in f32. `exp` is the engine's. */
export function plainSoftmax(logits: Float32Array, temperature: number, exp: (x: number) => number): Float32Array {
  const f32 = Math.fround;
  const greatest = Math.max(...logits);
  const factor = f32(1 / f32(temperature));
  const powers = [...logits].map((logit) => exp(f32(f32(logit - greatest) * factor)));
  const column = (remainder: number) =>
    powers.filter((_, byte) => byte % 8 === remainder).reduce((sum, power) => f32(sum + power), 0);
  const [a, b, c, d] = [0, 1, 2, 3].map((remainder) => f32(column(remainder) + column(remainder + 4)));
  const total = f32(f32(a! + b!) + f32(c! + d!));
  return Float32Array.from(powers, (power) => f32(power * f32(1 / total)));
}

/** Steps 4 to 7: the 256 probabilities, of which all that is left out is 0. */
export function plainFilters(softmax: Float32Array, { topK, topP, minP }: PlainFilters): number[] {
  const p = [...softmax].map((value) => (Number.isNaN(value) ? 0 : Math.floor(value * 2 ** 44) / 2 ** 44));
  const ranked = [...p.keys()].filter((byte) => p[byte]! > 0).sort((i, j) => p[j]! - p[i]! || i - j);
  let kept = topK === 0 ? ranked : ranked.slice(0, topK);
  if (topP < 1) {
    // From the least likely up: which sum is taken first makes no difference.
    const enough = topP * sumOf(kept.map((byte) => p[byte]!).reverse());
    const isEnough = (count: number) => sumOf(kept.slice(0, count).map((byte) => p[byte]!)) >= enough;
    let count = 1;
    while (count < kept.length && !isEnough(count)) count += 1;
    kept = kept.slice(0, count);
  }
  kept = kept.filter((byte) => p[byte]! >= minP * p[ranked[0]!]!);
  return p.map((value, byte) => (kept.includes(byte) ? value : 0));
}

/** The greatest logit, the lowest of equals, NaN between -∞ and every number. */
export function plainLikeliest(logits: Float32Array): number {
  const bytes = [...logits.keys()];
  const numbers = bytes.filter((byte) => !Number.isNaN(logits[byte]) && logits[byte] !== -Infinity);
  if (numbers.length > 0) return numbers.find((byte) => logits[byte] === Math.max(...numbers.map((n) => logits[n]!)))!;
  return bytes.find((byte) => Number.isNaN(logits[byte])) ?? 0;
}

/** Step 8; undefined where every probability is 0. */
export function plainDraw(left: number[], u: number): number | undefined {
  const place = u * sumOf(left);
  return [...left.keys()].find((byte) => sumOf(left.slice(0, byte + 1)) > place);
}
