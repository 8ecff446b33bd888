// The unit tests: everything but what drives the packaged application.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { DEADLINE_MS, TEST_DEADLINE_MS } from './test/deadline.ts';

// Node has the fast kernels' fused multiply-add behind a flag up to version 21.
const kernelFlags = Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-wasm-relaxed-simd'] : [];

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/desktop/**'],
    pool: 'forks',
    execArgv: kernelFlags,
    testTimeout: TEST_DEADLINE_MS,
    hookTimeout: TEST_DEADLINE_MS,
    expect: { poll: { timeout: DEADLINE_MS } },
    // A test reads the colours as they are declared.
    css: { include: [/tokens\.css/] },
  },
});
