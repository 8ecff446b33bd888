// `npm run test:fresh`: the README's two commands on a machine that has Node and nothing else, once as root and once as an
// ordinary user who may not install anything. A name after `--` (root, someone) does only that.
import { appendFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { commandIn, fillRoot, removeFolder, USERS } from './debian-root.mjs';
import { faultsOf } from './fresh-faults.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runQuietly } from './run.mjs';

const COMMANDS = [
  ['npm', 'start'],
  ['npm', 'test'],
];
const LOGS = join(ROOT, 'out', 'fresh');

const say = (line) => console.log(line);

/** Shows what the command prints and keeps it in `log`; resolves to its exit code and what it printed. */
function runAndKeep(machine, command, log, signal) {
  const [program, words] = commandIn(machine, machine.root, command);
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { env: machine.env, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = () => child.kill('SIGKILL');
    signal.addEventListener('abort', stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (piece) => {
        output += piece;
        appendFileSync(log, piece);
        process.stdout.write(piece);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      signal.removeEventListener('abort', stop);
      resolve({ code: code ?? 1, output });
    });
  });
}

async function tryAs(user, signal) {
  const root = mkdtempSync('/var/tmp/unroll-fresh-');
  const results = [];
  try {
    say(`\n=== A fresh Debian with Node ${process.versions.node}, as ${user}`);
    const machine = await fillRoot(root, user, say);
    for (const command of COMMANDS) {
      signal.throwIfAborted();
      const line = command.join(' ');
      const log = join(LOGS, `${user}-${line.replace(' ', '-')}.log`);
      writeFileSync(log, '');
      say(`\n=== ${user}: ${line}`);
      const startedMs = Date.now();
      const result = await runAndKeep(machine, command, log, signal);
      results.push({ user, line, log, seconds: Math.round((Date.now() - startedMs) / 1000), ...result });
    }
  } finally {
    // The last process of the namespace takes the mounts along; the kernel may need a moment.
    await wait(500);
    await removeFolder(root);
  }
  return results;
}

const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => interrupted.abort(new Error(`Stopped by ${name}; the roots are removed.`)));
}

try {
  mkdirSync(LOGS, { recursive: true });
  const uncommitted = await runQuietly('git', ['status', '--porcelain']);
  if (uncommitted !== '') say('Uncommitted changes are not tested.');
  const [chosen] = process.argv.slice(2);
  const results = [];
  for (const user of Object.keys(USERS)) {
    if (!chosen || chosen === user) results.push(...(await tryAs(user, interrupted.signal)));
  }
  interrupted.signal.throwIfAborted();
  say('\n=== Summary');
  for (const { user, line, code, output, seconds, log } of results) {
    say(`${user}: ${line}: exit code ${code} after ${seconds} s: ${output.trim().split('\n').at(-1)} (${log})`);
  }
  const faults = faultsOf(results);
  for (const fault of faults) say(`fault: ${fault}`);
  say(faults.length === 0 ? 'Green on a fresh machine.' : `${faults.length} faults.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  reportAndFail(error);
}
