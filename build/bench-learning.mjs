// `npm run bench:learning -- TEXT [--write]`: what 2,000 updates learn with several settings, and how well slices begun at the zero state are predicted; --write puts the table into docs/performance.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runQuietly } from './run.mjs';
import { flagsForKernels } from './terminal-host.mjs';
import { writeFigures } from './write-figures.mjs';

const SLICES = 100;
/** Words after `unroll train TEXT --updates 2000`; the first row is the defaults, the second all of their 10 epochs. */
const ROWS = [
  [],
  ['--updates', '5170'],
  ['--seed', '2'],
  ['--restart-share', '0'],
  ['--learning-rate', '0.002'],
  ['--learning-rate', '0.004'],
  ['--schedule', 'cosine', '--learning-rate', '0.006'],
  ['--initialisation', 'orthogonal'],
  ['--initialisation', 'orthogonal', '--schedule', 'cosine', '--learning-rate', '0.008'],
  ['--initialisation', 'uniform', '--learning-rate', '0.002'],
  ['--initialisation', 'uniform', '--schedule', 'cosine', '--learning-rate', '0.008'],
  ['--initialisation', 'uniform', '--schedule', 'cosine', '--learning-rate', '0.008', '--restart-share', '0'],
];

async function unroll(...words) {
  const program = join(ROOT, 'out', 'main', 'terminal-main.js');
  const output = await runQuietly(process.execPath, [...flagsForKernels(), program, ...words, '--json']);
  return JSON.parse(output.trim().split('\n').at(-1));
}

async function row(text, words, folder) {
  const run = join(folder, 'run');
  const options = ['--updates', '2000', '--sample-every', '0', '--validation-every', '0', ...words];
  const { validation_bits_per_byte: held } = await unroll('train', text, ...options, '--run', run);
  const found = await unroll('evaluate', run, text, '--slices', String(SLICES));
  rmSync(run, { recursive: true });
  const above = found.slice_worst_bits_per_byte - found.slice_median_bits_per_byte;
  return `| ${words.join(' ') || 'the defaults'} | ${held.toFixed(3)} | ${above.toFixed(2)} |`;
}

try {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('Name a text: npm run bench:learning -- TEXT');
  const text = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  await ensureInstalled();
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'unroll-learning-'));
  try {
    const rows = ['| settings | held-out bits/byte | worst slice above the median |', '| --- | ---: | ---: |'];
    for (const words of ROWS) {
      rows.push(await row(text, words, folder));
      console.log(rows.at(-1));
    }
    if (process.argv.includes('--write')) await writeFigures('learning', rows.join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
} catch (error) {
  reportAndFail(error);
}
