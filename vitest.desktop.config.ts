// The desktop tests: they drive the packaged application, each worker's files on a display of its own.
import { defineConfig } from 'vitest/config';
import { DEADLINE_MS, DRIVER_DEADLINE_MS, TEST_DEADLINE_MS } from './test/deadline.ts';

/** A file that uses the same harness for pictures or figures, named by build/drive-window.mjs. */
const driver = process.env.UNROLL_DRIVER ?? '';

export default defineConfig({
  test: {
    include: [driver === '' ? 'test/desktop/**/*.test.ts' : `test/desktop/${driver}.ts`],
    // How many at once, build/desktop-part.mjs says.
    maxWorkers: 1,
    // What they import is loaded once: no file leaves anything behind but its windows, which it closes.
    isolate: false,
    setupFiles: ['build/own-display.mjs'],
    testTimeout: driver === '' ? TEST_DEADLINE_MS : DRIVER_DEADLINE_MS,
    hookTimeout: TEST_DEADLINE_MS,
    expect: { poll: { timeout: DEADLINE_MS } },
    // Of a start that is given up, and tried once more, Playwright leaves promises behind that nobody awaits.
    onUnhandledError: ({ name, stack }) => !(name === 'TimeoutError' && stack?.includes('playwright-core')),
  },
});
