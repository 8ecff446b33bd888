// Where the lane workers meet: the last to arrive lets all continue.

/** Words of the control block. */
export const CONTROL = { order: 0, kind: 16, amount: 17, ended: 18, arrived: 32, round: 48 } as const;

/**
 * Looks before a worker goes to sleep: about 250 µs, several times as long as waking takes and longer than any part of an update of one lane.
 */
const MOST_LOOKS = 40_000;
const LEAST_LOOKS = 500;
/** A sleep that was shorter would better have been looked through; in a longer one another program had the processor of the late one. */
const SHORT_SLEEP_MS = 0.3;

export type Meet = () => void;

/** A meeting of all `threads`: returns when each has called its own. `control` begins at the control block. */
export function meetingOf(control: Int32Array, threads: number): Meet {
  let looks = MOST_LOOKS;
  const seen = (round: number) => {
    for (let look = 0; look < looks; look++) {
      if (Atomics.load(control, CONTROL.round) !== round) return true;
    }
    return false;
  };
  return () => {
    if (threads === 1) return;
    const round = Atomics.load(control, CONTROL.round);
    if (Atomics.add(control, CONTROL.arrived, 1) === threads - 1) {
      Atomics.store(control, CONTROL.arrived, 0);
      Atomics.add(control, CONTROL.round, 1);
      Atomics.notify(control, CONTROL.round);
      return;
    }
    if (seen(round)) return;
    const asleepMs = performance.now();
    while (Atomics.load(control, CONTROL.round) === round) Atomics.wait(control, CONTROL.round, round);
    const wasShort = performance.now() - asleepMs < SHORT_SLEEP_MS;
    looks = wasShort ? Math.min(MOST_LOOKS, looks * 2) : Math.max(LEAST_LOOKS, looks >> 1);
  };
}
