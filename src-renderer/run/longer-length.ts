// What is said of a run's new length before it trains longer: a sensible one to begin with, and what is wrong with another.
import { settingProblem, type Settings } from '../../src-engine/hyperparameters';
import type { RunSummary } from '../../src-engine/protocol/messages';
import { formatCount, formatDuration } from '../numbers/format';

export type LengthUnit = Settings['lengthUnit'];
type Facts = Pick<RunSummary, 'settings' | 'update' | 'totalUpdates' | 'elapsedMs'>;

/** A run that was stopped has its own length before it; one that is whole trains as long again. */
export function suggestedLength({ settings, update, totalUpdates }: Facts): { length: number; unit: LengthUnit } {
  const unit = (settings.lengthUnit ?? 'epochs') as LengthUnit;
  const length = Number(settings.length ?? 1);
  const isStopped = unit === 'told' || update < totalUpdates;
  return { length: isStopped ? length : 2 * length, unit };
}

/** Null where the run may have this length; the engine knows how long an epoch is. */
export function longerProblem({ update, elapsedMs }: Facts, length: number | null, unit: LengthUnit): string | null {
  if (unit === 'told') return null;
  const wrong = settingProblem('length', length ?? '');
  if (length === null || wrong !== null) return wrong;
  if (unit === 'updates' && length <= update) return `Enter more than the ${formatCount(update)} updates it has done.`;
  if (unit === 'minutes' && length * 60_000 <= elapsedMs) {
    return `Enter more than the ${formatDuration(elapsedMs)} it has trained.`;
  }
  return null;
}

/** Where a schedule with a horizon ends now. */
export function horizonSentence(schedule: unknown, unit: LengthUnit): string {
  if (schedule === 'cosine' || schedule === 'step') {
    return unit === 'told'
      ? 'Its schedule needs a length: choose another unit.'
      : 'Its schedule now ends at the new length, so the learning rate rises again at first.';
  }
  return schedule === 'plateau'
    ? 'The learning rate goes on halving on a plateau; it has no end to move.'
    : 'The learning rate is constant; it has no end to move.';
}
