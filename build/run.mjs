// Runs another program; the scripts' only way of doing so.
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { isatty } from 'node:tty';
import { ROOT } from './project.mjs';

function failure(command, parts, ended, output) {
  const error = new Error(`${[command, ...parts].join(' ')} ended with ${ended}.`);
  return Object.assign(error, { output });
}

/** Resolves to what the program printed; where it fails, the error holds that as `output`. `priority` is its niceness. */
export function runQuietly(command, parts, { cwd = ROOT, env = process.env, priority } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parts, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    if (priority !== undefined && child.pid) setPriority(child.pid, priority);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(failure(command, parts, error.message, output)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(failure(command, parts, signal ?? `exit code ${code}`, output));
    });
  });
}

/** Runs with this terminal and resolves to the exit code; what interrupts this process reaches the program, which decides. */
export function runInTerminal(command, parts, { cwd = ROOT, env = process.env, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parts, { cwd, env, stdio });
    const passOn = (signal) => child.kill(signal);
    // A terminal sends Ctrl-C to the whole group itself: here it only has to leave this process waiting.
    const wait = [0, 1, 2].some(isatty) ? () => undefined : passOn;
    process.on('SIGINT', wait).on('SIGTERM', passOn).on('SIGHUP', passOn);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', passOn).off('SIGHUP', passOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
