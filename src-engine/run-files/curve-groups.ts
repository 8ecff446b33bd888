// Merges points of a curve, so that a chart gets as many as it can show, however long the run.
import type { MetricPoint } from '../protocol/messages';

/** `count` recorded points, as one that stands at the place of the last of them. */
export interface CurveGroup {
  point: MetricPoint;
  count: number;
}

/** Means weighted by how many points each represents, with the least and greatest. */
export function mergeGroups(groups: readonly [CurveGroup, ...CurveGroup[]]): CurveGroup {
  const { point: last } = groups.at(-1) ?? groups[0];
  const sums = { count: 0, lossNats: 0, gradientNorm: 0, learningRate: 0, bytesPerSecond: 0 };
  let least = Infinity;
  let greatest = -Infinity;
  for (const { point, count } of groups) {
    sums.count += count;
    sums.lossNats += count * point.lossNats;
    sums.gradientNorm += count * point.gradientNorm;
    sums.learningRate += count * point.learningRate;
    sums.bytesPerSecond += count * point.bytesPerSecond;
    least = Math.min(least, point.leastLossNats);
    greatest = Math.max(greatest, point.greatestLossNats);
  }
  const { count } = sums;
  const point: MetricPoint = {
    update: last.update,
    bytes: last.bytes,
    elapsedMs: last.elapsedMs,
    lossNats: sums.lossNats / count,
    leastLossNats: least,
    greatestLossNats: greatest,
    gradientNorm: sums.gradientNorm / count,
    learningRate: sums.learningRate / count,
    bytesPerSecond: sums.bytesPerSecond / count,
  };
  return { point, count };
}

/** At most `most`, each of equally many of the given ones but for the last. */
export function thinGroups(groups: readonly CurveGroup[], most: number): CurveGroup[] {
  const together = Math.ceil(groups.length / most);
  if (together <= 1) return [...groups];
  const thinned: CurveGroup[] = [];
  for (let from = 0; from < groups.length; from += together) {
    const [first, ...others] = groups.slice(from, from + together);
    if (first) thinned.push(mergeGroups([first, ...others]));
  }
  return thinned;
}
