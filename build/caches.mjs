// Says where downloads are kept: outside the repository, or inside `out` where the user's home cannot be written.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

const INSIDE = join(ROOT, 'out', 'caches');

function canHold(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export function cacheFolder() {
  const usual = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'unroll');
  return canHold(usual) ? usual : join(INSIDE, 'unroll');
}

/** The environment for npm and for Electron's installation, which keep their caches in the home. */
export function downloadEnvironment() {
  const env = { ...process.env };
  if (!canHold(env.npm_config_cache || join(homedir(), '.npm'))) env.npm_config_cache = join(INSIDE, 'npm');
  if (!env.electron_config_cache && !canHold(join(homedir(), '.cache'))) {
    env.electron_config_cache = join(INSIDE, 'electron');
  }
  return env;
}
