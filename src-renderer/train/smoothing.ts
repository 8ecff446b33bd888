// Smooths a noisy curve without dragging its beginning towards zero.

/**
 * Exponential moving average over points that need not lie evenly, divided by the weight seen so far. Between points of
 * the average distance, `strength` (0 to below 1) of the past is kept; the further apart, the less.
 */
export function smooth(xs: number[], ys: number[], strength: number): number[] {
  if (strength <= 0) return [...ys];
  const averageDistance = ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) / Math.max(1, xs.length - 1) || 1;
  let sum = 0;
  let weight = 0;
  return ys.map((y, index) => {
    const distance = index === 0 ? averageDistance : (xs[index] ?? 0) - (xs[index - 1] ?? 0);
    const kept = strength ** (distance / averageDistance);
    sum = kept * sum + (1 - kept) * y;
    weight = kept * weight + (1 - kept);
    return sum / weight;
  });
}
