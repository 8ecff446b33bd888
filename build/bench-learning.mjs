// `npm run bench:learning -- TEXT [start|alone] [--write]`: what 2,000 updates learn with several settings, and how well slices begun at the zero
// state are predicted (start); what each setting against learning by heart does by itself (alone). --write puts the tables into docs/performance.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
/** Losses at the end whose mean is given. */
const LAST_LOSSES = 50;
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

/** The bytes of the text that are trained on, so that a network of moderate width learns them by heart as a wide one does a whole text. */
const CROWDED_BYTES = 200_000;
const HELD_OUT_SHARE = 0.05;
/** What every row of the second table has; the words of a row come after them. */
const CROWDED_WORDS = ['--hidden', '256', '--alphabet', 'occurring', '--schedule', 'cosine', '--epochs', '30'];
const ALONE = [
  [],
  ['--dropout', '0.2'],
  ['--dropout', '0.4'],
  ['--dropout', '0.6'],
  ['--optimizer', 'adamw', '--weight-decay', '0.3'],
  ['--optimizer', 'adamw', '--weight-decay', '1'],
  ['--averaging', '200'],
  ['--schedule', 'constant'],
  ['--schedule', 'constant', '--averaging', '200'],
  ['--schedule', 'step'],
  ['--truncation', '128'],
  ['--hidden', '512', '--learning-rate', '0.002'],
  ['--hidden', '512', '--learning-rate', '0.002', '--dropout', '0.4'],
];

async function unroll(...words) {
  const program = join(ROOT, 'out', 'main', 'terminal-main.js');
  const output = await runQuietly(process.execPath, [...flagsForKernels(), program, ...words, '--json']);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Trains in `folder`, calls `use` with the run and what was printed, and leaves nothing behind. */
async function withRun(folder, text, words, use) {
  const run = join(folder, 'run');
  const lines = await unroll('train', text, '--sample-every', '1000000000', ...words, '--run', run);
  const row = await use(run, lines);
  rmSync(run, { recursive: true });
  return row;
}

async function startTable(text, folder) {
  const rows = ['| settings | held-out bits/byte | worst slice above the median |', '| --- | ---: | ---: |'];
  for (const words of ROWS) {
    const options = ['--updates', '2000', '--validation-every', '0', ...words];
    const row = await withRun(folder, text, options, async (run, lines) => {
      const { validation_bits_per_byte: held } = lines.at(-1);
      const [found] = await unroll('evaluate', run, text, '--slices', String(SLICES));
      const above = found.slice_worst_bits_per_byte - found.slice_median_bits_per_byte;
      return `| ${words.join(' ') || 'the defaults'} | ${held.toFixed(3)} | ${above.toFixed(2)} |`;
    });
    rows.push(row);
    console.log(row);
  }
  return rows;
}

/** The text's beginning and its held-out end. */
function crowdedText(text, folder) {
  const bytes = readFileSync(text);
  const held = bytes.subarray(bytes.length - Math.floor(bytes.length * HELD_OUT_SHARE));
  const trained = bytes.subarray(0, Math.min(CROWDED_BYTES, bytes.length - held.length));
  const file = join(folder, 'crowded.txt');
  writeFileSync(file, Buffer.concat([trained, held]));
  return { file, share: String((held.length + 0.5) / (held.length + trained.length)) };
}

async function aloneTable(text, folder) {
  const { file, share } = crowdedText(text, folder);
  const rows = [
    '| settings | held-out bits/byte | at its best | on what it trains on |',
    '| --- | ---: | ---: | ---: |',
  ];
  for (const words of ALONE) {
    const options = [...CROWDED_WORDS, '--validation', share, '--validation-every', '97', ...words];
    const row = await withRun(folder, file, options, (run, lines) => {
      const held = lines.filter(({ kind }) => kind === 'validation').map((line) => line.bits_per_byte);
      const losses = lines.filter(({ kind }) => kind === 'progress').slice(-LAST_LOSSES);
      const trained = losses.reduce((sum, line) => sum + line.loss_nats, 0) / losses.length / Math.LN2;
      const figures = [held.at(-1), Math.min(...held), trained].map((value) => value.toFixed(3));
      return `| ${[words.join(' ') || 'as said above', ...figures].join(' | ')} |`;
    });
    rows.push(row);
    console.log(row);
  }
  return rows;
}

const TABLES = { start: ['learning', startTable], alone: ['alone', aloneTable] };

try {
  const [file, wanted] = process.argv.slice(2).filter((word) => word !== '--write');
  if (!file) throw new Error('Name a text: npm run bench:learning -- TEXT');
  const text = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  await ensureInstalled();
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'unroll-learning-'));
  try {
    for (const [name, [figures, measure]] of Object.entries(TABLES)) {
      if (wanted !== undefined && wanted !== name) continue;
      const rows = await measure(text, folder);
      if (process.argv.includes('--write')) await writeFigures(figures, rows.join('\n'));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
} catch (error) {
  reportAndFail(error);
}
