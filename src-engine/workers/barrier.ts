// Where the lane workers meet: the last to arrive lets all go on.

/** Words of the control block. */
export const CONTROL = { order: 0, kind: 16, amount: 17, ended: 18, arrived: 32, round: 48 } as const;

/** Looks before a worker goes to sleep: a meeting is usually a few microseconds away, and waking takes longer than that. */
const LOOKS = 2000;

/** Returns when all `threads` have called it. `control` begins at the control block. */
export function meet(control: Int32Array, threads: number): void {
  if (threads === 1) return;
  const round = Atomics.load(control, CONTROL.round);
  if (Atomics.add(control, CONTROL.arrived, 1) === threads - 1) {
    Atomics.store(control, CONTROL.arrived, 0);
    Atomics.add(control, CONTROL.round, 1);
    Atomics.notify(control, CONTROL.round);
    return;
  }
  for (let look = 0; look < LOOKS; look++) {
    if (Atomics.load(control, CONTROL.round) !== round) return;
  }
  while (Atomics.load(control, CONTROL.round) === round) Atomics.wait(control, CONTROL.round, round);
}
