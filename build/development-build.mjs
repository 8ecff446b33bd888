// Builds the development build and builds it again whenever a source changes; says which of its programs are new.
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

export const DEVELOPMENT_BUILD = join(ROOT, 'out', 'development');
const HOST = '127.0.0.1';
const MAIN = { main: ['main.js'] };
const ENGINE = {
  engine: [
    'engine-main.js',
    'lane-worker-main.js',
    'sampler-worker-main.js',
    'inspector-worker-main.js',
    'copies-worker-main.js',
    'document-worker-main.js',
  ],
};
const PRELOAD = { preload: ['preload.cjs'] };

/** Beside the programs lies what is built elsewhere. The name gives it settings and runs of its own. */
export function layOut() {
  mkdirSync(DEVELOPMENT_BUILD, { recursive: true });
  const description = { name: 'unroll', productName: 'Unroll Development', type: 'module', main: 'main/main.js' };
  writeFileSync(join(DEVELOPMENT_BUILD, 'package.json'), JSON.stringify(description));
  for (const folder of ['kernels', 'samples', 'cmaps', 'handover', 'web-page']) {
    const place = join(DEVELOPMENT_BUILD, folder);
    rmSync(place, { recursive: true, force: true });
    // A junction needs no rights on Windows; elsewhere the word is ignored.
    symlinkSync(join(ROOT, 'out', folder), place, 'junction');
  }
}

/** A program with everything it imports. */
function contentOf(program, bundle) {
  const hash = createHash('sha256');
  const seen = new Set();
  const add = (fileName) => {
    const chunk = bundle[fileName];
    if (seen.has(fileName) || !chunk) return;
    seen.add(fileName);
    hash.update(fileName).update(chunk.code);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) add(next);
  };
  add(program);
  return hash.digest('hex');
}

/** `places` names programs by where they run; `changed` is called with each place whose programs differ from the build before. */
function changesTo(places, changed) {
  const known = new Map();
  return {
    name: 'unroll-changes',
    writeBundle(_options, bundle) {
      for (const [place, programs] of Object.entries(places)) {
        const content = programs.map((program) => contentOf(program, bundle)).join();
        const before = known.get(place);
        known.set(place, content);
        if (before !== undefined && before !== content) changed(place);
      }
    },
  };
}

/** Resolves when all is built once. Vite reports a build that fails; the next change tries again. */
async function watch(vite, config, plugin) {
  const watched = vite.mergeConfig(config, {
    plugins: [plugin],
    build: { watch: {}, minify: false, emptyOutDir: false },
    logLevel: 'warn',
  });
  const watcher = await vite.build(watched);
  await new Promise((resolve) => watcher.on('event', ({ code }) => code === 'BUNDLE_END' && resolve()));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, HOST, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The page is at app://unroll, so it needs to know where the socket is. */
async function servePage(vite, config) {
  const port = await freePort();
  const ws = { protocol: 'ws', host: HOST, clientPort: port };
  const server = await vite.createServer(
    vite.mergeConfig(config, { server: { host: HOST, port, strictPort: true, ws } }),
  );
  return server.listen();
}

/** Resolves to the page's server. `changed` gets "main" or "engine" when that has to start again. */
export async function openDevelopmentBuild(changed) {
  const vite = await import('vite');
  const { resolveConfig } = await import('electron-vite');
  const configFile = join(ROOT, 'electron.config.ts');
  const inline = { root: ROOT, configFile, build: { outDir: DEVELOPMENT_BUILD } };
  const { config } = await resolveConfig(inline, 'serve', 'development');
  const server = await servePage(vite, config.renderer);
  await watch(vite, config.main, changesTo({ ...MAIN, ...ENGINE }, changed));
  const reload = () => server.ws.send({ type: 'full-reload' });
  await watch(vite, config.preload, changesTo(PRELOAD, reload));
  return server;
}
