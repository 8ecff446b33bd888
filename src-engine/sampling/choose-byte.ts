// Draws a byte from the network's expectation. The filters apply in this order: forbidden bytes, temperature, top-k, top-p, min-p.
import type { SamplingOptions } from '../protocol';

/** Below this, 1/temperature is no longer a finite f32 and the likeliest byte is taken, as at 0. */
export const LEAST_TEMPERATURE = 1e-37;

export type Filters = Pick<SamplingOptions, 'topK' | 'topP' | 'minP'>;

/** The byte with the greatest logit of those allowed; the lowest of equals. */
export function likeliestByte(logits: Float32Array, allowed: (byte: number) => boolean): number {
  let best = -1;
  for (const [byte, logit] of logits.entries()) {
    if (allowed(byte) && (best < 0 || logit > (logits[best] ?? -Infinity))) best = byte;
  }
  return best;
}

/** Bytes by falling probability, equals by value. */
function ranked(probabilities: Float32Array): number[] {
  const bytes = Array.from(probabilities.keys()).filter((byte) => (probabilities[byte] ?? 0) > 0);
  return bytes.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b);
}

/** Sets to 0, in place, what the filters leave out; the rest is not scaled up. The likeliest byte always stays. */
export function applyFilters(probabilities: Float32Array, { topK, topP, minP }: Filters): void {
  if (topK === 0 && topP >= 1 && minP <= 0) return;
  const order = ranked(probabilities);
  let kept = topK === 0 ? order.length : Math.min(topK, order.length);
  if (topP < 1) {
    const within = order.slice(0, kept).reduce((sum, byte) => sum + (probabilities[byte] ?? 0), 0);
    let sum = 0;
    let count = 0;
    while (count < kept && (count === 0 || sum < topP * within)) sum += probabilities[order[count++] ?? 0] ?? 0;
    kept = count;
  }
  const least = minP * (probabilities[order[0] ?? 0] ?? 0);
  for (const [rank, byte] of order.entries()) {
    if (rank > 0 && (rank >= kept || (probabilities[byte] ?? 0) < least)) probabilities[byte] = 0;
  }
}

/** The byte at `uniform` (in [0,1)) of the cumulative distribution; probabilities need not sum to 1. */
export function drawByte(probabilities: Float32Array, uniform: number): number {
  let total = 0;
  for (const probability of probabilities) total += probability;
  let rest = uniform * total;
  let last = 0;
  for (const [byte, probability] of probabilities.entries()) {
    if (probability === 0) continue;
    if (rest < probability) return byte;
    rest -= probability;
    last = byte;
  }
  return last;
}
