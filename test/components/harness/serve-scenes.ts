// Builds the page with all scenes and serves it on this machine.
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';

const ROOT = join(import.meta.dirname, '..', 'page');

/** As the application's page is built, electron.config.ts. */
export async function buildScenes(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: ROOT,
    plugins: [svelte()],
    build: { outDir, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: Infinity },
  });
}

export async function serveScenes(outDir: string): Promise<{ address: string; close: () => Promise<void> }> {
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const bound = server.httpServer.address();
  if (bound === null || typeof bound === 'string') throw new Error('The scenes are served at no port.');
  return { address: `http://127.0.0.1:${bound.port}/`, close: () => server.close() };
}
