// Words for a run's state, and which dot goes with it.
import type { RunState } from '../../src-engine/protocol/run-state';

export const RUN_STATE_WORDS: Record<RunState, string> = {
  training: 'Training',
  queued: 'Waiting for its turn',
  paused: 'Paused',
  finished: 'Finished',
  failed: 'Stopped by an error',
};
