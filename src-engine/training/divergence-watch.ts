// Notices that training has diverged: a loss that is NaN, or one that has stayed far above where it began.

/** The mean of this many updates has to be far above: a jump that mends itself is no divergence. */
const WINDOW_UPDATES = 50;
const FAR_ABOVE = 1.5;
/** Of a network that knows nothing; a run that begins below it may rise to it without having run away. */
const KNOWING_NOTHING_NATS = Math.log(256);

export interface DivergenceWatch {
  note(lossNats: number): void;
  /** What is wrong, as part of a message; null while all is well. */
  fault(): string | null;
}

const inBits = (nats: number) => (nats / Math.LN2).toFixed(1);

/** `startNats`: the loss of the run's first update, null when none is known yet. */
export function createDivergenceWatch(startNats: number | null): DivergenceWatch {
  let start = startNats;
  const recent = new Float64Array(WINDOW_UPDATES);
  let noted = 0;
  let lost = false;
  return {
    note(lossNats) {
      start ??= lossNats;
      lost ||= !Number.isFinite(lossNats);
      recent[noted % WINDOW_UPDATES] = lossNats;
      noted += 1;
    },
    fault() {
      if (lost) return 'the loss became NaN';
      if (noted < WINDOW_UPDATES || start === null) return null;
      const mean = recent.reduce((sum, loss) => sum + loss, 0) / WINDOW_UPDATES;
      if (mean <= FAR_ABOVE * Math.max(start, KNOWING_NOTHING_NATS)) return null;
      return `the loss rose to ${inBits(mean)} bits/byte, far above its initial ${inBits(start)}`;
    },
  };
}
