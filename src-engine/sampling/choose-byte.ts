// Draws a byte from the network's expectation. What is asked of the draw applies in this order, to the logits o of the 256 bytes:
//
//   1 forbidden bytes      o = -∞                                      (utf8.ts)
//   2 repetition penalty   o = o/ρ where o > 0, else o·ρ               for the bytes of the window (recent-bytes.ts)
//   3 temperature          p = softmax(o / temperature)                0: the greatest o is taken, and nothing below applies
//   4 top-k                p = 0 but for the k likeliest
//   5 top-p                p = 0 but for the fewest likeliest that make up this share of what top-k has left, counted in whole
//                          parts of 2^-44: ⌊2^44·p⌋, whose sums are exact, so that no order of adding can change them
//   6 min-p                p = 0 where p < this share of the likeliest
//   7 the draw             the first byte whose running sum, in f64 over the byte values, exceeds u·Σp; u uniform in [0,1)
//
// Equals are ranked by byte value; the likeliest byte always stays. Nothing here allocates.
import type { SamplingOptions } from '../protocol/writing';

/** Below this, 1/temperature is no longer a finite f32 and the likeliest byte is taken, as at 0. */
export const LEAST_TEMPERATURE = 1e-37;

/** 256 probabilities of up to 1 in these parts add up to 2^52 at the most, which f64 holds exactly. */
const PARTS_IN_ONE = 2 ** 44;

const partsOf = (probability: number): number => Math.floor(probability * PARTS_IN_ONE);

export type Filters = Pick<SamplingOptions, 'topK' | 'topP' | 'minP'>;

/** The byte with the greatest logit; the lowest of equals. */
export function likeliestByte(logits: Float32Array): number {
  let best = 0;
  for (let byte = 1; byte < logits.length; byte++) {
    if ((logits[byte] ?? 0) > (logits[best] ?? 0)) best = byte;
  }
  return best;
}

/** Puts the likeliest of order[rank … count-1] at `rank`. */
function selectNext(probabilities: Float32Array, order: Uint8Array, rank: number, count: number): number {
  let best = rank;
  let bestByte = order[rank] ?? 0;
  let greatest = probabilities[bestByte] ?? 0;
  for (let index = rank + 1; index < count; index++) {
    const byte = order[index] ?? 0;
    const probability = probabilities[byte] ?? 0;
    if (probability > greatest || (probability === greatest && byte < bestByte)) {
      best = index;
      bestByte = byte;
      greatest = probability;
    }
  }
  order[best] = order[rank] ?? 0;
  order[rank] = bestByte;
  return greatest;
}

/** How many of the likeliest stay after top-k and top-p; they are the first of `order`, by rank. */
function rankKept(probabilities: Float32Array, { topK, topP }: Filters, order: Uint8Array, count: number): number {
  let rank = 0;
  let within = 0;
  if (topK > 0 && topK < count) {
    for (; rank < topK; rank++) within += partsOf(selectNext(probabilities, order, rank, count));
    count = topK;
  } else {
    for (let index = 0; index < count; index++) within += partsOf(probabilities[order[index] ?? 0] ?? 0);
  }
  if (topP >= 1) return count;
  let sum = 0;
  let kept = 0;
  while (kept < count && (kept === 0 || sum < topP * within)) {
    sum += partsOf(
      kept < rank ? (probabilities[order[kept] ?? 0] ?? 0) : selectNext(probabilities, order, kept, count),
    );
    kept += 1;
  }
  return kept;
}

/** Sets to 0, in place, what the filters leave out; the rest is not scaled up. `order` is scratch of 256 bytes. */
export function applyFilters(probabilities: Float32Array, filters: Filters, order: Uint8Array): void {
  const { topK, topP, minP } = filters;
  if (topK === 0 && topP >= 1 && minP <= 0) return;
  let count = 0;
  for (let byte = 0; byte < probabilities.length; byte++) {
    if ((probabilities[byte] ?? 0) > 0) order[count++] = byte;
  }
  const kept = topK > 0 || topP < 1 ? rankKept(probabilities, filters, order, count) : count;
  for (let rank = kept; rank < count; rank++) probabilities[order[rank] ?? 0] = 0;
  if (minP <= 0) return;
  let greatest = 0;
  for (let rank = 0; rank < kept; rank++) greatest = Math.max(greatest, probabilities[order[rank] ?? 0] ?? 0);
  for (let rank = 0; rank < kept; rank++) {
    const byte = order[rank] ?? 0;
    if ((probabilities[byte] ?? 0) < minP * greatest) probabilities[byte] = 0;
  }
}

/** The first byte whose running sum exceeds `uniform` (in [0,1)) times the total; probabilities need not sum to 1. */
export function drawByte(probabilities: Float32Array, uniform: number): number {
  let total = 0;
  for (const probability of probabilities) total += probability;
  const wanted = uniform * total;
  let sum = 0;
  let last = 0;
  for (let byte = 0; byte < probabilities.length; byte++) {
    const probability = probabilities[byte] ?? 0;
    if (probability === 0) continue;
    sum += probability;
    last = byte;
    if (sum > wanted) break;
  }
  return last;
}
