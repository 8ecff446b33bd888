// How long any test waits, in one place: so long that only what never comes is given up on, also on a busy machine.

/** For one wait for one condition. */
export const DEADLINE_MS = 90_000;

/** For a whole test, in which many such waits follow one another. */
export const TEST_DEADLINE_MS = 4 * DEADLINE_MS;

/** For a file that trains real networks to take pictures or figures of them. */
export const DRIVER_DEADLINE_MS = 12 * DEADLINE_MS;

/** For a start of the application, which is tried once more: it has been seen to hang, never to take so long. */
export const START_DEADLINE_MS = 90_000;
