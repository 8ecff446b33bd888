// Builds what is missing or stale: the kernels, the sample texts, the application's programs and its page.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { findCompiler } from './native-compiler.mjs';
import { withLock } from './lock.mjs';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';

const OUT = join(ROOT, 'out');
/** Where a part is made before it takes its place. */
const unfinished = (folder) => join(OUT, `.unfinished-${folder}`);

/** How the programs and the page are built. */
const APPLICATION = [
  'electron.config.ts',
  'build/build-application.mjs',
  'build/guide',
  'package.json',
  'package-lock.json',
];

/** Each is rebuilt when one of its `sources` has changed or one of its `products` is gone, once those in `after` are built. */
const PARTS = [
  {
    name: 'kernels',
    sources: [
      'src-engine/kernels/assembly',
      'src-engine/kernels/native',
      'build/build-kernels.mjs',
      'build/build-native-kernels.mjs',
      'build/native-compiler.mjs',
      'package-lock.json',
    ],
    // A compiler that is brought later is used from then on.
    besides: () => findCompiler() ?? '',
    products: ['fast', 'strict', 'page-fast', 'page-by-hand', 'page-strict'].map((name) => `kernels/${name}.wasm`),
    build: () =>
      Promise.all([
        runQuietly(process.execPath, ['build/build-kernels.mjs']),
        // It says what it takes where the native ones cannot be made.
        runQuietly(process.execPath, ['build/build-native-kernels.mjs']).then((said) => process.stderr.write(said)),
      ]),
  },
  {
    name: 'samples',
    sources: ['build/samples', 'build/build-samples.mjs', 'package-lock.json'],
    products: ['samples'],
    build: () => buildAside(['samples'], (folder) => ['build/build-samples.mjs', join(folder, 'samples')]),
  },
  {
    name: 'cmaps',
    sources: ['build/build-cmaps.mjs', 'package-lock.json'],
    products: ['cmaps'],
    build: () => buildAside(['cmaps'], (folder) => ['build/build-cmaps.mjs', join(folder, 'cmaps')]),
  },
  {
    name: 'handover',
    sources: ['src-engine/handover/folder'],
    products: ['handover'],
    build: () => {
      rmSync(join(OUT, 'handover'), { recursive: true, force: true });
      cpSync(join(ROOT, 'src-engine', 'handover', 'folder'), join(OUT, 'handover'), { recursive: true });
    },
  },
  {
    name: 'web page',
    sources: ['src-web-page', 'src-engine', 'build/build-web-page.mjs', 'package.json', 'package-lock.json'],
    // It has their WebAssembly in it.
    after: ['kernels'],
    products: ['web-page'],
    build: () => buildAside(['web-page'], (folder) => ['build/build-web-page.mjs', join(folder, 'web-page')]),
  },
  {
    name: 'programs',
    sources: ['src-engine', 'src-main', ...APPLICATION],
    products: ['main', 'preload'],
    build: () =>
      buildAside(['main', 'preload'], (folder) => ['build/build-application.mjs', folder, 'main', 'preload']),
  },
  {
    name: 'page',
    sources: ['src-engine', 'src-renderer', 'docs/guide', 'svelte.config.js', ...APPLICATION],
    products: ['renderer'],
    build: () => buildAside(['renderer'], (folder) => ['build/build-application.mjs', folder, 'renderer']),
  },
];

/**
 * `command` gives the words that make `folders` in the folder that it is given. Whoever reads `out` meanwhile sees the old folders or the
 * new ones, never half a folder.
 */
async function buildAside(folders, command) {
  const place = unfinished(folders[0]);
  rmSync(place, { recursive: true, force: true });
  await runQuietly(process.execPath, command(place));
  const replaced = join(place, 'replaced');
  mkdirSync(replaced, { recursive: true });
  for (const folder of folders) {
    if (existsSync(join(OUT, folder))) renameSync(join(OUT, folder), join(replaced, folder));
    renameSync(join(place, folder), join(OUT, folder));
  }
  rmSync(place, { recursive: true, force: true });
}

function stampOf(part) {
  return join(OUT, `.${part.name.replaceAll(' ', '-')}-hash`);
}

function isFresh(part, hash) {
  const made = part.products.every((product) => existsSync(join(OUT, product)));
  return made && existsSync(stampOf(part)) && readFileSync(stampOf(part), 'utf8') === hash;
}

/** What a part is made from: its stamp. */
function hashOf({ sources, besides }) {
  return contentHash(sources) + (besides?.() ?? '');
}

const EVERY_PART = PARTS.map(({ name }) => name);

function staleParts(names) {
  return PARTS.filter((part) => names.includes(part.name) && !isFresh(part, hashOf(part)));
}

async function buildOne(part, announce, before) {
  await Promise.all(before);
  announce(part.name);
  // Taken before: what is edited during the build is built the next time.
  const hash = hashOf(part);
  await part.build();
  writeFileSync(stampOf(part), hash);
}

/** `announce` is called with each part before it is built, but not with what is fresh. */
export async function ensureBuilt(announce = () => undefined, names = EVERY_PART) {
  if (staleParts(names).length === 0) return;
  await withLock('build', async () => {
    const building = {};
    for (const part of staleParts(names)) {
      building[part.name] = buildOne(
        part,
        announce,
        (part.after ?? []).map((name) => building[name]),
      );
    }
    // None of them goes on without the lock.
    const settled = await Promise.allSettled(Object.values(building));
    const failed = settled.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
  });
}
