// Works out how far a run has come and how long it will still take.
import type { MetricPoint, RunSummary } from '../../src-engine/protocol/messages';

/** 0 to 1; 0 where there is no end. */
export function progressShare(update: number, totalUpdates: number): number {
  return totalUpdates > 0 ? Math.min(1, update / totalUpdates) : 0;
}

/** From the current speed; null before there is one. */
export function timeLeftMs(run: RunSummary, latest: MetricPoint | null): number | null {
  if (run.totalUpdates === 0 || !latest || latest.update === 0 || latest.bytesPerSecond <= 0) return null;
  const bytesPerUpdate = latest.bytes / latest.update;
  const updatesLeft = Math.max(0, run.totalUpdates - latest.update);
  return ((updatesLeft * bytesPerUpdate) / latest.bytesPerSecond) * 1000;
}
