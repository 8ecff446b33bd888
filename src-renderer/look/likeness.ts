// Orders units by how alike they are over a text, so that rows of a heat map that go together stand together.

/** Enough to tell units apart, few enough that hundreds of units are ordered at once. */
const MOST_PLACES = 160;
/** Above this the ordering would hold up the window. */
const MOST_ORDERED = 1024;

/** Each unit's activations at some places of the text: their mean taken away, of length 1. */
function fingerprints(activations: Float32Array, units: number): Float32Array[] {
  const bytes = Math.floor(activations.length / Math.max(1, units));
  const places = Math.min(MOST_PLACES, bytes);
  return Array.from({ length: units }, (_, unit) => {
    const row = Float32Array.from(
      { length: places },
      (_value, place) => activations[Math.floor((place * bytes) / places) * units + unit] ?? 0,
    );
    const mean = row.reduce((sum, value) => sum + value, 0) / Math.max(1, places);
    const length = Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0)) || 1;
    return row.map((value) => (value - mean) / length);
  });
}

function correlation(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}

/** From each unit to the most alike of those that are left; `first` begins. */
export function orderByLikeness(activations: Float32Array, units: number, first = 0): number[] {
  const all = Array.from({ length: units }, (_, unit) => unit);
  if (units === 0 || units > MOST_ORDERED) return all;
  const prints = fingerprints(activations, units);
  const left = new Set(all);
  const order: number[] = [];
  let current = Math.min(Math.max(0, first), units - 1);
  while (left.size > 0) {
    left.delete(current);
    order.push(current);
    const print = prints[current];
    let best = -Infinity;
    let next = current;
    for (const unit of left) {
      const other = prints[unit];
      const found = print && other ? correlation(print, other) : 0;
      if (found > best) [best, next] = [found, unit];
    }
    current = next;
  }
  return order;
}
