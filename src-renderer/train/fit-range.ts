// Chooses which losses a chart shows: what matters now, squeezed neither by the first fall nor by outliers.
import type { Range } from './chart-range';
import type { CurvePoint } from './line-chart';
import type { LossCurves } from './loss-curves';

/** The share of a whole run's beginning that may leave the picture above. */
const FIRST_FALL = 0.15;
const OUTLIERS = 0.02;
const MARGIN = 0.08;
/** Fewer points say nothing of what matters. */
const FEW = 20;

const within = (points: readonly CurvePoint[], { from, to }: Range): CurvePoint[] =>
  points.filter(({ x, y }) => x >= from && x <= to && Number.isFinite(y));

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

/** Null where everything is shown as it is. */
export function fittedRange(curves: readonly LossCurves[], seen: Range): Range | null {
  const values: number[] = [];
  for (const { raw, smoothed, validation } of curves) {
    const isFromStart = (smoothed[0]?.x ?? 0) >= seen.from;
    const last = Math.min(seen.to, smoothed.at(-1)?.x ?? seen.to);
    const later = { from: isFromStart ? seen.from + FIRST_FALL * (last - seen.from) : seen.from, to: seen.to };
    const losses = within(raw, later)
      .map(({ y }) => y)
      .sort((a, b) => a - b);
    if (losses.length < FEW) return null;
    values.push(quantile(losses, OUTLIERS), quantile(losses, 1 - OUTLIERS));
    values.push(...within(smoothed, later).map(({ y }) => y), ...within(validation, later).map(({ y }) => y));
  }
  if (values.length === 0) return null;
  const [least, most] = values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  const margin = MARGIN * (most - least) || MARGIN * Math.abs(most) || MARGIN;
  return { from: Math.max(least - margin, least / 2), to: most + margin };
}
