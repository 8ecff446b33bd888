// Lets one process at a time install or build in this checkout; the others wait for it.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './project.mjs';

const POLL_MS = 100;
/** No installation or build takes so long: its process has died, and its number may be another's by now. */
const STALE_MS = 20 * 60_000;

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isAbandoned(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    // Between the file's making and its writing, it names nobody.
    const named = holder > 0 && !isAlive(holder);
    return named || Date.now() - statSync(file).mtimeMs > STALE_MS;
  } catch {
    return false;
  }
}

function tryToTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

/** Runs `work` while no other process of this checkout runs work under the same name. */
export async function withLock(name, work) {
  const folder = join(ROOT, 'out');
  const file = join(folder, `.${name}-lock`);
  mkdirSync(folder, { recursive: true });
  while (!tryToTake(file)) await wait(POLL_MS);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
