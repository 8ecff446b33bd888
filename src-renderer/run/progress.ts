// Works out how far a run has come and how long it will still take.
import type { MetricPoint, RunSummary } from '../../src-engine/protocol/messages';

/** The pace is that of so much of the training, the newest part of it: neither a hiccup nor the beginning decides. */
const PACE_SHARE = 0.25;
const PACE_LEAST_MS = 10_000;
/** Before this the pace says little. */
const FIRST_MS = 2000;

/** 0 to 1; 0 where there is no end. */
export function progressShare(update: number, totalUpdates: number): number {
  return totalUpdates > 0 ? Math.min(1, update / totalUpdates) : 0;
}

/** By the pace of the newest part of the training; null before there is one. */
export function timeLeftMs(
  { settings, totalUpdates }: Pick<RunSummary, 'settings' | 'totalUpdates'>,
  points: readonly MetricPoint[],
): number | null {
  const latest = points.at(-1);
  if (totalUpdates === 0 || !latest || latest.elapsedMs < FIRST_MS) return null;
  if (settings.lengthUnit === 'minutes') return Math.max(0, Number(settings.length) * 60_000 - latest.elapsedMs);
  const sinceMs = latest.elapsedMs - Math.max(PACE_LEAST_MS, PACE_SHARE * latest.elapsedMs);
  const before = points.findLast(({ elapsedMs }) => elapsedMs <= sinceMs) ?? { update: 0, elapsedMs: 0 };
  const msPerUpdate = (latest.elapsedMs - before.elapsedMs) / Math.max(1, latest.update - before.update);
  return Math.max(0, totalUpdates - latest.update) * msPerUpdate;
}
