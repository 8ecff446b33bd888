// Draws a byte from the network's expectation. What is asked of the draw applies in this order, to the logits o of the 256 bytes:
//
//   1 forbidden bytes      o = -∞                                      (utf8.ts)
//   2 repetition penalty   o = o/ρ where o > 0, else o·ρ               for the bytes of the window (recent-bytes.ts)
//   3 temperature          p = softmax(o / temperature)                0: the greatest o is taken, and nothing below applies
//   4 top-k                p = 0 but for the k most likely
//   5 top-p                p = 0 but for the fewest most likely that together reach this share of what top-k has left
//   6 min-p                p = 0 where p < this share of the most likely
//   7 the draw             the byte at u·Σp of the running sum over the byte values, u uniform in [0,1)
//
// Equals are ranked by byte value; the most likely byte always stays. Nothing here allocates.
// The arithmetic stands in docs/writing.md: p is cut to whole units, so that its sums are exact in any order.
import type { SamplingOptions } from '../protocol/writing';

/** Below this, 1/temperature is no longer a finite f32 and the most likely byte is taken, as at 0. */
export const LEAST_TEMPERATURE = 1e-37;

export type Filters = Pick<SamplingOptions, 'topK' | 'topP' | 'minP'>;

/** p is a multiple of 1/UNITS: 256 of them, each at most 1, add up to no more than 2⁵² units, which f64 holds exactly. */
const UNITS = 2 ** 44;
/** An f32 from here on is a whole number of units. */
const WHOLE_FROM = 2 ** -20;

/** The byte with the greatest logit; the lowest of equals. NaN is less than every number, but more than -∞. */
export function likeliestByte(logits: Float32Array): number {
  let best = 0;
  let greatest = -Infinity;
  for (let byte = 0; byte < logits.length; byte++) {
    const logit = logits[byte] ?? 0;
    const compared = Number.isNaN(logit) ? -Number.MAX_VALUE : logit;
    if (compared <= greatest) continue;
    best = byte;
    greatest = compared;
  }
  return best;
}

/** Cuts each down to whole units, in place; NaN becomes 0. */
function cutToUnits(probabilities: Float32Array): void {
  for (let byte = 0; byte < probabilities.length; byte++) {
    const probability = probabilities[byte] ?? 0;
    if (probability >= WHOLE_FROM) continue;
    probabilities[byte] = probability > 0 ? Math.floor(probability * UNITS) * (1 / UNITS) : 0;
  }
}

/** Puts the most likely of order[rank … count-1] at `rank`. */
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

/** How many of the most likely stay after top-k and top-p; they are the first of `order`, by rank. */
function rankKept(probabilities: Float32Array, { topK, topP }: Filters, order: Uint8Array, count: number): number {
  let rank = 0;
  let within = 0;
  if (topK > 0 && topK < count) {
    for (; rank < topK; rank++) within += selectNext(probabilities, order, rank, count);
    count = topK;
  } else {
    for (let index = 0; index < count; index++) within += probabilities[order[index] ?? 0] ?? 0;
  }
  if (topP >= 1) return count;
  let sum = 0;
  let kept = 0;
  while (kept < count && (kept === 0 || sum < topP * within)) {
    sum += kept < rank ? (probabilities[order[kept] ?? 0] ?? 0) : selectNext(probabilities, order, kept, count);
    kept += 1;
  }
  return kept;
}

/** Sets to 0, in place, what the filters leave out; the rest is not scaled up. */
function applyFilters(probabilities: Float32Array, filters: Filters, order: Uint8Array): void {
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

/** Σ of four from `first` on. */
const sumOfFour = (p: Float32Array, first: number) =>
  (p[first] ?? 0) + (p[first + 1] ?? 0) + ((p[first + 2] ?? 0) + (p[first + 3] ?? 0));

/** The first byte whose running sum exceeds uniform·Σ; null where every probability is 0. Sums are exact: four at a time are the same. */
function drawByte(probabilities: Float32Array, uniform: number): number | null {
  let total = 0;
  for (let byte = 0; byte < probabilities.length; byte += 4) total += sumOfFour(probabilities, byte);
  const drawn = uniform * total;
  let sum = 0;
  let byte = 0;
  for (; byte < probabilities.length; byte += 4) {
    const next = sum + sumOfFour(probabilities, byte);
    if (next > drawn) break;
    sum = next;
  }
  for (; byte < probabilities.length; byte++) {
    sum += probabilities[byte] ?? 0;
    if (sum > drawn) return byte;
  }
  return null;
}

/**
 * Steps 4 to 7, at a temperature above 0. `probabilities` are those of `logits` and are overwritten by what the filters leave;
 * `order` is scratch of 256 bytes. Logits that give no probabilities, since they have overflowed, give the most likely byte.
 */
export function chooseByte(
  logits: Float32Array,
  probabilities: Float32Array,
  filters: Filters,
  uniform: number,
  order: Uint8Array,
): number {
  cutToUnits(probabilities);
  applyFilters(probabilities, filters, order);
  return drawByte(probabilities, uniform) ?? likeliestByte(logits);
}
