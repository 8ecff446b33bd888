// Finds the Electron to run and to package: the official one of package.json, else (Linux x64) the pinned one of the tests.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadEnvironment } from './caches.mjs';
import { pinnedElectron, PINNED_VERSION } from './pinned-electron.mjs';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';

const OFFICIAL = join(ROOT, 'node_modules', 'electron');

function officialExecutable() {
  const pathFile = join(OFFICIAL, 'path.txt');
  const executable = existsSync(pathFile) && join(OFFICIAL, 'dist', readFileSync(pathFile, 'utf8').trim());
  return executable && existsSync(executable) ? executable : null;
}

async function official() {
  if (!officialExecutable()) {
    await runQuietly(process.execPath, [join(OFFICIAL, 'install.js')], { env: downloadEnvironment() });
  }
  const { version } = JSON.parse(readFileSync(join(OFFICIAL, 'package.json'), 'utf8'));
  return { version, executable: officialExecutable(), folder: join(OFFICIAL, 'dist'), isPinned: false };
}

/** `say` gets one line where the pinned Electron takes the official one's place. */
export async function findElectron(say) {
  try {
    return await official();
  } catch (error) {
    if (process.platform !== 'linux' || process.arch !== 'x64') throw error;
  }
  say(
    `Electron's own download cannot be reached: using the pinned Electron ${PINNED_VERSION}, ` +
      'for running and testing here only, not for what people install.',
  );
  const folder = await pinnedElectron();
  return { version: PINNED_VERSION, executable: join(folder, 'electron'), folder, isPinned: true };
}
