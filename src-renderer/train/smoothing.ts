// Smooths a noisy curve without lag: each point is drawn from both of its sides, and on a slope the ends follow the slope.

/** Weight, and weighted means, of what lies to one side of a point: of distance, of its square, of the value, of both together. */
interface Sums {
  weight: number;
  d: number;
  dd: number;
  y: number;
  dy: number;
}

const NONE: Sums = { weight: 0, d: 0, dd: 0, y: 0, dy: 0 };
const SCALES = ['weight', 'd', 'dd', 'y', 'dy'] as const;

/** The same sums seen from a point `step` further, each weighing `kept` of what it did. */
function moved({ weight, d, dd, y, dy }: Sums, step: number, kept: number): Sums {
  return {
    weight: kept * weight,
    d: kept * (d - step * weight),
    dd: kept * (dd - 2 * step * d + step * step * weight),
    y: kept * y,
    dy: kept * (dy - step * y),
  };
}

function oneSided(xs: number[], ys: number[], order: number[], keptAt: (distance: number) => number): Sums[] {
  const found: Sums[] = [];
  let sums = NONE;
  let before = xs[order[0] ?? 0] ?? 0;
  for (const index of order) {
    const x = xs[index] ?? 0;
    const step = x - before;
    sums = moved(sums, step, keptAt(Math.abs(step)));
    found[index] = sums;
    const y = ys[index] ?? 0;
    sums = { ...sums, weight: sums.weight + 1, y: sums.y + y };
    before = x;
  }
  return found;
}

/**
 * A straight line is laid through all points around each one, by least squares; a point that is further by the average
 * distance weighs `strength` (0 to below 1) times as much. Points need not lie evenly.
 */
export function smooth(xs: number[], ys: number[], strength: number): number[] {
  if (strength <= 0) return [...ys];
  const distance = ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) / Math.max(1, xs.length - 1) || 1;
  const keptAt = (step: number): number => strength ** (step / distance);
  const forward = ys.map((_, index) => index);
  const left = oneSided(xs, ys, forward, keptAt);
  const right = oneSided(xs, ys, forward.toReversed(), keptAt);
  return ys.map((own, index) => {
    const [one = NONE, other = NONE] = [left[index], right[index]];
    const all = { ...NONE };
    for (const name of SCALES) all[name] = one[name] + other[name];
    const weight = all.weight + 1;
    const y = all.y + own;
    const spread = weight * all.dd - all.d * all.d;
    // Nothing to either side: there is no slope.
    if (spread <= 1e-9 * weight * all.dd || spread === 0) return y / weight;
    return (all.dd * y - all.d * all.dy) / spread;
  });
}
