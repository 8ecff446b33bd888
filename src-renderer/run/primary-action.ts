// What the one primary button of a run does: always the next sensible thing.
import type { RunSummary } from '../../src-engine/protocol/messages';
import type { PrimaryCommand } from '../../src-main/menu/menu-table';
import { formatCount } from '../numbers/format';

type Facts = Pick<RunSummary, 'state' | 'divergence'>;

/** Of a run that diverged the way back, since going on would diverge again. */
export function primaryOf({ state, divergence }: Facts): Exclude<PrimaryCommand, 'start'> {
  if (state === 'training') return 'pause';
  if (state === 'finished') return 'longer';
  if (state === 'paused' && divergence && divergence.checkpoint !== null) return 'back';
  return 'resume';
}

export function primaryLabel(run: Facts): string {
  switch (primaryOf(run)) {
    case 'pause':
      return 'Pause';
    case 'longer':
      return 'Train longer…';
    case 'back':
      return `Go back to update ${formatCount(run.divergence?.checkpoint ?? 0)}`;
    case 'resume':
      return run.state === 'queued' ? 'Start now' : 'Resume';
  }
}
