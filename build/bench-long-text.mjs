// `npm run bench:long-text -- TEXT [--write]`: how soon training begins on a text of 4 GB, and with how much memory. Linux only: it reads /proc.
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { flagsForKernels } from './terminal-host.mjs';
import { writeFigures } from './write-figures.mjs';

const BYTES = 4 * 2 ** 30;
const UPDATES = 300;

/** The text over and over again until it is long enough. */
function writeLongText(path, text) {
  const file = openSync(path, 'w');
  let written = 0;
  while (written < BYTES) written += writeSync(file, text);
  closeSync(file);
  return written;
}

/** Milliseconds to the first recorded update, and the most memory that the whole process has held. */
async function train(text, run) {
  const program = join(ROOT, 'out', 'main', 'terminal-main.js');
  const options = ['--updates', String(UPDATES), '--run', run, '--json'];
  const startedMs = performance.now();
  const child = spawn(process.execPath, [...flagsForKernels(), program, 'train', text, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let firstMs = NaN;
  let mostBytes = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (JSON.parse(line).kind !== 'progress') continue;
    if (Number.isNaN(firstMs)) firstMs = performance.now() - startedMs;
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
    mostBytes = 1024 * Number(kilobytes);
  }
  return { firstMs, mostBytes };
}

try {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('Name a text: npm run bench:long-text -- TEXT');
  await ensureInstalled();
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'unroll-long-text-'));
  try {
    const long = join(folder, 'long.txt');
    const bytes = writeLongText(long, readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file)));
    const { firstMs, mostBytes } = await train(long, join(folder, 'run'));
    const told = `A text of ${(bytes / 1e9).toFixed(2)} GB: the first update is recorded ${(firstMs / 1000).toFixed(2)} s after the command is given, and over ${UPDATES} updates the process takes ${(mostBytes / 1e6).toFixed(0)} MB at most.`;
    console.log(told);
    if (process.argv.includes('--write')) await writeFigures('long-text', told);
  } finally {
    rmSync(folder, { recursive: true });
  }
} catch (error) {
  reportAndFail(error);
}
