// How much of an error is left after flowing back i steps: the picture that explains truncation.
import type { GradientFlow } from '../protocol/inspection';
import type { NetworkLens } from './network-lens';

/** Errors that are followed at once; their rows fill the product's tiles, and a thousand units stay quick. */
export const MOST_ORIGINS = 64;

function norm(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

/** The value below which the share `share` of the sorted values lies, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** Positions of errors that can flow back through `steps` applications of Whh, spread evenly over the text. */
function originsIn(length: number, steps: number): number[] {
  const last = length - 2;
  const count = Math.min(MOST_ORIGINS, last - steps + 1);
  if (count <= 1) return [last];
  return Array.from({ length: count }, (_, index) => Math.round(steps + (index * (last - steps)) / (count - 1)));
}

/**
 * ‖δ_{t-i}‖ / ‖δ_t‖ for i = 0 … steps, with δ_{t-i} = (δ_{t-i+1}·Whhᵀ) ∘ (1 - s_{t-i}∘s_{t-i}): the exact backward pass of E_t
 * over many t. Half of the errors are above `median`, one in ten below `low`, one in ten above `high`. Null for a text too short.
 */
export function gradientFlow(lens: NetworkLens, wantedSteps: number): GradientFlow | null {
  const { length } = lens.bytes;
  const steps = Math.min(wantedSteps, length - 2);
  if (steps < 1) return null;
  let positions = originsIn(length, steps);
  let from = 0;
  let to = positions.length;
  for (const [row, t] of positions.entries()) lens.errorAt(t, row);
  const firsts = positions.map((_, row) => norm(lens.delta(row)));
  const flow: GradientFlow = { median: [], low: [], high: [] };
  for (let step = 0; step <= steps; step++) {
    if (step > 0) {
      positions = positions.map((t) => t - 1);
      lens.flowBack(from, to, positions);
      [from, to] = [to, from];
    }
    const shares = firsts.flatMap((first, row) => (first > 0 ? [norm(lens.delta(from + row)) / first] : []));
    shares.sort((a, b) => a - b);
    if (shares.length === 0) return null;
    flow.median.push(quantile(shares, 0.5));
    flow.low.push(quantile(shares, 0.1));
    flow.high.push(quantile(shares, 0.9));
  }
  return flow;
}
