// Smooths a noisy curve without dragging its beginning towards zero.

/** Exponential moving average, divided by the weight seen so far; strength 0 changes nothing, below 1. */
export function smooth(values: number[], strength: number): number[] {
  let sum = 0;
  let weight = 0;
  return values.map((value) => {
    sum = strength * sum + (1 - strength) * value;
    weight = strength * weight + (1 - strength);
    return sum / weight;
  });
}
