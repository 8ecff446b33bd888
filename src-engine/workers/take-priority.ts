// Lets other programs go before the lane workers, so that the computer stays usable while it trains.
import { constants, setPriority } from 'node:os';
import type { Priority } from '../hyperparameters';

const LEVEL: Record<Priority, number> = {
  low: constants.priority.PRIORITY_BELOW_NORMAL,
  normal: constants.priority.PRIORITY_NORMAL,
};

/**
 * Called by a worker as it starts: on Linux 0 is the calling thread, elsewhere the engine's process.
 * Where the system lets no one go back up, the engine stays low until it is started again.
 */
export function takePriority(priority: Priority): void {
  try {
    setPriority(0, LEVEL[priority]);
  } catch {
    // Training continues as it is: a priority changes no result.
  }
}
