// The unit tests: everything but what drives a window.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './build/longest-first.mjs';
import { DEADLINE_MS, TEST_DEADLINE_MS } from './test/deadline.ts';

// Node has the fast kernels' fused multiply-add behind a flag up to version 21.
const kernelFlags = Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-wasm-relaxed-simd'] : [];

const chosenForProperties = process.env.UNROLL_PROPERTY_SEEDS ?? process.env.UNROLL_PROPERTY_CASES;

export default defineConfig({
  plugins: [svelte()],
  // What is built is not what is edited.
  server: { watch: { ignored: ['**/out/**', '**/dist/**'] } },
  test: {
    // `npm run test:kill` and `npm run test:handover` do more than these.
    include: [
      'test/**/*.test.{ts,mjs}',
      ...(process.env.UNROLL_KILLS ? ['test/kills/leaving.ts'] : []),
      ...(process.env.UNROLL_TWO_HOSTS ? ['test/handover/two-hosts.ts'] : []),
    ],
    exclude: ['test/desktop/**', 'test/components/**'],
    pool: 'forks',
    // A worker takes many files: no source keeps state of its own, and no test leaves any.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    execArgv: kernelFlags,
    globalSetup: ['build/rebuild-for-tests.mjs'],
    setupFiles: chosenForProperties ? ['test/property-settings.ts'] : [],
    testTimeout: TEST_DEADLINE_MS,
    hookTimeout: TEST_DEADLINE_MS,
    expect: { poll: { timeout: DEADLINE_MS } },
    // A test reads the colours as they are declared.
    css: { include: [/tokens\.css/] },
  },
});
