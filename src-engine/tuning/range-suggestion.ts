// Reads a learning rate off a range test.
import type { RangePoint } from '../protocol/messages';

/** Points of a whole test, from the least rate to the greatest, each a constant multiple of the one before. */
export const RANGE_POINTS = 300;
const LEAST_RATE = 1e-5;
const GREATEST_RATE = 10;

/** Of an exponential mean: how much of a point is the points before it. */
const SMOOTHING = 0.9;
/** The loss has run away when it is this far above its least. */
const RUN_AWAY_NATS = 1.5;

/** Rounded to what people would type. */
export function rateAt(index: number): number {
  return Number((LEAST_RATE * (GREATEST_RATE / LEAST_RATE) ** (index / (RANGE_POINTS - 1))).toPrecision(6));
}

/** Each an exponential mean of the points up to it, corrected for its beginning. */
function smoothedLosses(points: RangePoint[]): number[] {
  let sum = 0;
  let weight = 0;
  return points.map(({ lossNats }) => {
    sum = SMOOTHING * sum + (1 - SMOOTHING) * lossNats;
    weight = SMOOTHING * weight + (1 - SMOOTHING);
    return sum / weight;
  });
}

export function hasDiverged(points: RangePoint[]): boolean {
  const losses = smoothedLosses(points);
  const newest = losses.at(-1) ?? NaN;
  return newest > Math.min(...losses) + RUN_AWAY_NATS;
}

/** Smoothed points between which the fall is measured. */
const FALL_POINTS = 12;

/** The index at which the losses have fallen most since a few points before, up to `end`; -1 when they never fell. */
function steepestFall(losses: number[], end: number): number {
  let steepest = -1;
  let fall = 0;
  for (let index = FALL_POINTS; index <= end; index++) {
    const fallen = (losses[index - FALL_POINTS] ?? NaN) - (losses[index] ?? NaN);
    if (fallen > fall) [fall, steepest] = [fallen, index];
  }
  return steepest;
}

/**
 * Halfway, by factors, between where the loss falls fastest and where it is least: the one is a rate that only just learns, at the
 * other it is about to run away. Two significant digits; null when the loss never fell.
 */
export function suggestRate(points: RangePoint[]): number | null {
  const losses = smoothedLosses(points);
  const least = losses.indexOf(Math.min(...losses));
  const slow = points[steepestFall(losses, least)]?.learningRate;
  const fast = points[least]?.learningRate;
  return slow === undefined || fast === undefined ? null : Number(Math.sqrt(slow * fast).toPrecision(2));
}
