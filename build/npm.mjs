// Runs the npm that runs this, of whatever version, else the one on the PATH.
import { downloadEnvironment } from './caches.mjs';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';

export function runNpm(parts, { cwd = ROOT } = {}) {
  const own = process.env.npm_execpath;
  const isNpm = own !== undefined && /\bnpm-cli\.c?js$/.test(own);
  const command = isNpm ? [process.execPath, own] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const [executable, ...first] = command;
  return runQuietly(executable, [...first, ...parts, '--loglevel=error'], { cwd, env: downloadEnvironment() });
}
