// Spaces out the engine's restarts, so that one that dies at once does not die a hundred times a second.

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 30_000;
const REMEMBERED_MS = 60_000;

/** Milliseconds to wait after the last of these deaths; doubles with each one of the past minute. */
export function restartDelayMs(deathTimesMs: number[], nowMs: number): number {
  const recent = deathTimesMs.filter((time) => nowMs - time < REMEMBERED_MS).length;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, recent - 1));
}
