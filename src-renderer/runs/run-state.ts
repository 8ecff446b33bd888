// Words for a run's state, and which dot goes with it.
import type { RunState } from '../../src-engine/protocol/run-state';

export const RUN_STATE_WORDS: Record<RunState, string> = {
  training: 'Training',
  queued: 'Queued',
  paused: 'Paused',
  finished: 'Finished',
  failed: 'Failed',
};
