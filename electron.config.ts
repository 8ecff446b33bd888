// Tells electron-vite how the sources become programs: Electron's main process, its preload, the engine's programs and the page.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { join } from 'node:path';
import { guide } from './build/guide/guide-plugin.mjs';

// The oldest Electron that the application is run on (33, in the tests); electron-vite knows no target for Electron 45 yet.
const NODE_TARGET = 'node20.18';
const PAGE_TARGET = 'chrome130';
/** What is bundled, with its licence: build/packaging/make-notices.mjs makes one text of them. */
const license = { fileName: '.vite/licences.json' };

// `npm run dev` asks for the configuration by "serve". Only then is there an entry of its own, and source maps.
export default defineConfig(({ command }) => ({
  main: {
    build: {
      target: NODE_TARGET,
      license,
      minify: command !== 'serve',
      sourcemap: command === 'serve',
      // Nothing of node_modules is shipped: every program holds what it needs.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: command === 'serve' ? 'src-main/development/development-main.ts' : 'src-main/main.ts',
          'engine-main': 'src-engine/engine-main.ts',
          'lane-worker-main': 'src-engine/workers/lane-worker-main.ts',
          'sampler-worker-main': 'src-engine/sampling/sampler-worker-main.ts',
          'inspector-worker-main': 'src-engine/inspection/inspector-worker-main.ts',
          'copies-worker-main': 'src-engine/copies/copies-worker-main.ts',
          'document-worker-main': 'src-engine/documents/document-worker-main.ts',
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
      license,
      minify: command !== 'serve',
      sourcemap: command === 'serve' ? 'inline' : false,
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
    plugins: [svelte({ configFile: join(import.meta.dirname, 'svelte.config.js') }), guide()],
    // The page shares files with the engine and the main process.
    server: { fs: { allow: ['..'] } },
    build: {
      target: PAGE_TARGET,
      license,
      minify: command !== 'serve',
      rolldownOptions: {
        input: join(import.meta.dirname, 'src-renderer/index.html'),
        // The first picture's code is one file: each one more is a request that the main process answers.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
}));
