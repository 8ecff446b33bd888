// When a run is finished, and how far it is.
import type { Settings } from '../hyperparameters';

export interface Progress {
  update: number;
  elapsedMs: number;
}

/** The run's length in updates; an estimate from the pace so far when it is counted in minutes, 0 when it is unlimited. */
export function totalUpdates(settings: Settings, updatesPerEpoch: number, { update, elapsedMs }: Progress): number {
  const { length, lengthUnit } = settings;
  switch (lengthUnit) {
    case 'updates':
      return Math.max(1, Math.round(length));
    case 'epochs':
      return Math.max(1, Math.ceil(length * updatesPerEpoch));
    case 'told':
      return 0;
    case 'minutes':
      return elapsedMs > 0 ? Math.max(update, Math.ceil((update * length * 60_000) / elapsedMs)) : Math.max(1, update);
  }
}

/** The share of the run that is done, 0 … 1. */
export function shareDone(settings: Settings, updatesPerEpoch: number, progress: Progress): number {
  if (settings.lengthUnit === 'told') return 0;
  if (settings.lengthUnit === 'minutes') return Math.min(1, progress.elapsedMs / (settings.length * 60_000));
  return Math.min(1, progress.update / totalUpdates(settings, updatesPerEpoch, progress));
}
