// Says when a run writes a sample: soon and often while noise turns into letters, then ever more rarely as time passes.

/** After these many updates it can be watched how spelling is learned. */
const FIRST_UPDATES = [0, 10, 30, 100, 300];
const LEAST_PAUSE_MS = 4000;
/** So that an hour's training and a week's leave as many as can be leafed through. */
const PAUSE_SHARE = 0.05;

export class SampleTimes {
  private lastMs: number;

  constructor(startMs: number) {
    this.lastMs = startMs;
  }

  /** `every` so many updates; 0: by time. Is asked once at each update where it may be due. */
  isDue(update: number, elapsedMs: number, every: number): boolean {
    if (every > 0) return update > 0 && update % every === 0;
    const pauseMs = Math.max(LEAST_PAUSE_MS, PAUSE_SHARE * elapsedMs);
    if (!FIRST_UPDATES.includes(update) && elapsedMs - this.lastMs < pauseMs) return false;
    this.lastMs = elapsedMs;
    return true;
  }
}

/** Updates until the next at which a sample is due whatever the time. */
export function updatesToSample(update: number, every: number): number {
  if (every > 0) return every - (update % every);
  return (FIRST_UPDATES.find((first) => first > update) ?? Infinity) - update;
}
