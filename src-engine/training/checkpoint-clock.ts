// Says when a checkpoint is due by time: after so many seconds, and never so often that saving takes a notable share of the time.

/** Of all time, at most this much goes into checkpoints that are due by time. */
export const MOST_SAVING_SHARE = 1 / 20;

export interface CheckpointClock {
  /** `everySeconds` since the last one was saved; 0 is never. */
  isDue(everySeconds: number): boolean;
  /** One was saved just now, which took so long. */
  saved(costMs: number): void;
}

/** `now` in ms, from a clock that nobody sets. */
export function createCheckpointClock(now = () => performance.now()): CheckpointClock {
  let savedMs = now();
  let restMs = 0;
  return {
    isDue: (everySeconds) => everySeconds > 0 && now() - savedMs >= Math.max(1000 * everySeconds, restMs),
    saved(costMs) {
      savedMs = now();
      restMs = costMs * (1 / MOST_SAVING_SHARE - 1);
    },
  };
}
