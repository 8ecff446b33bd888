// The component tests: each mounts a component in a window of Electron and drives it with keys and pointer, one after another.
import { defineConfig } from 'vitest/config';
import { DEADLINE_MS, TEST_DEADLINE_MS } from './test/deadline.ts';

export default defineConfig({
  test: {
    include: ['test/components/**/*.test.ts'],
    globalSetup: 'test/components/harness/global-setup.ts',
    // They share one window.
    fileParallelism: false,
    // What they import is loaded once: every test reloads the page.
    isolate: false,
    testTimeout: TEST_DEADLINE_MS,
    hookTimeout: TEST_DEADLINE_MS,
    expect: { poll: { timeout: DEADLINE_MS } },
  },
});
