// Brings a long history down to what a chart can show.
import type { MetricPoint } from '../protocol';

function merge(points: MetricPoint[], last: MetricPoint): MetricPoint {
  const mean = (pick: (point: MetricPoint) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  return {
    ...last,
    lossNats: mean((point) => point.lossNats),
    leastLossNats: Math.min(...points.map((point) => point.leastLossNats)),
    greatestLossNats: Math.max(...points.map((point) => point.greatestLossNats)),
    gradientNorm: mean((point) => point.gradientNorm),
    bytesPerSecond: mean((point) => point.bytesPerSecond),
  };
}

/** At most `most` points, each the mean, least and greatest of those it stands for, at the place of the last of them. */
export function thinPoints(points: MetricPoint[], most: number): MetricPoint[] {
  if (points.length <= most) return points;
  const group = Math.ceil(points.length / most);
  const thinned: MetricPoint[] = [];
  for (let from = 0; from < points.length; from += group) {
    const together = points.slice(from, from + group);
    const last = together.at(-1);
    if (last) thinned.push(merge(together, last));
  }
  return thinned;
}
