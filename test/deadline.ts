// How long a test waits for what it waits for. Generous, since it costs nothing when all is well and a busy machine is slow.

export const DEADLINE_MS = 300_000;

/** A test waits for several things, one after another. */
export const TEST_MS = 3 * DEADLINE_MS;

/** A start that hangs is tried once more, so it is given less. */
export const START_MS = 90_000;
