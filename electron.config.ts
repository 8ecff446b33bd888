// Tells electron-vite how the sources become programs: Electron's main process, its preload, the engine's programs and the page.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';

// The oldest Electron that the application is run on (33, in the tests); electron-vite knows no target for Electron 45 yet.
const NODE_TARGET = 'node20.18';
const PAGE_TARGET = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      // Nothing of node_modules is shipped: every program holds what it needs.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: 'src-main/main.ts',
          'engine-main': 'src-engine/engine-main.ts',
          'lane-worker-main': 'src-engine/workers/lane-worker-main.ts',
          'sampler-worker-main': 'src-engine/sampling/sampler-worker-main.ts',
          'inspector-worker-main': 'src-engine/inspection/inspector-worker-main.ts',
          'terminal-main': 'src-main/terminal/terminal-main.ts',
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Shared pieces lie beside the programs, so that "the file beside me" means the same in both.
          chunkFileNames: 'shared-[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src-main/preload.ts' },
        // A sandboxed preload is a CommonJS script.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [svelte()],
    build: { target: PAGE_TARGET, rolldownOptions: { input: 'src-renderer/index.html' } },
  },
});
