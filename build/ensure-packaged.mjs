// Makes the unpacked application in dist/production or, with the inspector's switch on, in dist/test.
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { withLock } from './lock.mjs';
import { burnIn, fuses } from './packaging/fuses.mjs';
import { makeNotices } from './packaging/make-notices.mjs';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';

const EXECUTABLES = {
  linux: ['unroll'],
  darwin: ['Unroll.app', 'Contents', 'MacOS', 'Unroll'],
  win32: ['Unroll.exe'],
};

/** Null where it has not been made. */
export function packagedExecutable(name) {
  const folder = join(ROOT, 'dist', name);
  if (!existsSync(folder)) return null;
  for (const entry of readdirSync(folder)) {
    const executable = join(folder, entry, ...(EXECUTABLES[process.platform] ?? EXECUTABLES.linux));
    if (existsSync(executable)) return executable;
  }
  return null;
}

/** The tests' build differs in Electron's switches alone. Where nothing is signed, it is what ships with others burnt in. */
async function copyForTests(electron, output) {
  const executable = await ensurePackaged('production', electron);
  const production = join(ROOT, 'dist', 'production');
  cpSync(production, join(ROOT, output), { recursive: true, mode: constants.COPYFILE_FICLONE });
  const copy = `${executable.replace(production, join(ROOT, output))}.bin`;
  await burnIn(copy, fuses({ isTestBuild: true, platform: process.platform }), { resetAdHocDarwinSignature: false });
}

async function runElectronBuilder({ version, folder }, output, isTestBuild) {
  makeNotices();
  const wanted = { isTestBuild, electron: { version, folder }, output };
  await runQuietly(process.execPath, ['build/make-package.mjs', JSON.stringify(wanted)]);
}

async function makePackage(name, electron) {
  const unfinished = join('dist', `.unfinished-${name}`);
  rmSync(join(ROOT, unfinished), { recursive: true, force: true });
  const isTestBuild = name === 'test';
  if (isTestBuild && process.platform === 'linux') await copyForTests(electron, unfinished);
  else await runElectronBuilder(electron, unfinished, isTestBuild);
  rmSync(join(ROOT, 'dist', name), { recursive: true, force: true });
  renameSync(join(ROOT, unfinished), join(ROOT, 'dist', name));
}

/** Resolves to the executable. Needs what `ensureBuilt` leaves in `out`. */
export async function ensurePackaged(name, electron) {
  const stamp = join(ROOT, 'dist', `.${name}-hash`);
  const sources = ['main', 'preload', 'renderer', 'kernels', 'samples', 'cmaps', 'handover', 'web-page'].map(
    (folder) => `out/${folder}`,
  );
  const hash = contentHash([...sources, 'package.json', 'build/packaging']) + electron.version;
  const isFresh = () => packagedExecutable(name) !== null && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (!isFresh()) {
    await withLock(`package-${name}`, async () => {
      if (isFresh()) return;
      mkdirSync(join(ROOT, 'dist'), { recursive: true });
      await makePackage(name, electron);
      writeFileSync(stamp, hash);
    });
  }
  return packagedExecutable(name);
}
