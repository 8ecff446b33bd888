// The unit tests: everything but what drives the packaged application.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// Node has the fast kernels' fused multiply-add behind a flag up to version 21.
const kernelFlags = Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-wasm-relaxed-simd'] : [];

const chosenForProperties = process.env.UNROLL_PROPERTY_SEED ?? process.env.UNROLL_PROPERTY_CASES;

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/desktop/**'],
    pool: 'forks',
    execArgv: kernelFlags,
    setupFiles: chosenForProperties ? ['test/property-settings.ts'] : [],
    testTimeout: 60_000,
    // A test reads the colours as they are declared.
    css: { include: [/tokens\.css/] },
  },
});
