// `npm run bench:minutes -- TEXT [unroll|lstm|rnn|all] [1|5|15|all] [--write] [-- WORDS]`: held-out bits/byte after so many minutes of training on
// this computer: our presets beside what a person would pick in PyTorch. Each cell can be measured by itself; --write puts it into docs/performance.md.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { findPython, torchEnvironment } from './find-torch.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runQuietly } from './run.mjs';
import { flagsForKernels } from './terminal-host.mjs';
import { writeFigures } from './write-figures.mjs';

const MINUTES = { 1: 'quick-look', 5: 'balanced', 15: 'best-quality' };
const LEARNERS = {
  unroll: 'Unroll, the preset of these minutes',
  lstm: 'PyTorch, `nn.LSTM`, H 256',
  rnn: 'PyTorch, `nn.RNN`, H 256',
};
/** What `build/peers/torch_minutes.py` was found to do best with. */
const PEER_WORDS = { lstm: [], rnn: ['--rate', '0.002', '--dropout', '0.1'] };

const wordsOf = (line) => line.trim().split('\n').at(-1);

/** What the run's record says of its settings. */
function settingsOf(run) {
  const { settings, update } = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8'));
  const { hiddenSize, lanes, dropout, learningRate } = settings;
  return `H ${hiddenSize}, ${lanes} lanes, dropout ${dropout}, rate ${learningRate}, ${update.toLocaleString('en')} updates`;
}

async function trainOurs(text, minutes, more) {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-minutes-'));
  try {
    const run = join(folder, 'run');
    const program = join(ROOT, 'out', 'main', 'terminal-main.js');
    const words = ['train', text, '--preset', MINUTES[minutes], '--minutes', minutes, '--run', run, '--json', ...more];
    const output = await runQuietly(process.execPath, [...flagsForKernels(), program, ...words]);
    const { validation_bits_per_byte: bits } = JSON.parse(wordsOf(output));
    return { bits, how: settingsOf(run) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Its best validation counts, ours is the last. */
async function trainPeer(cell, text, minutes, more) {
  const script = join(ROOT, 'build', 'peers', 'torch_minutes.py');
  const python = await findPython();
  if (!python) throw new Error('There is no PyTorch here (Debian: sudo apt-get install -y python3-torch).');
  const env = await torchEnvironment(python);
  const output = await runQuietly(python, [script, text, cell, '256', minutes, ...PEER_WORDS[cell], ...more], { env });
  const found = JSON.parse(wordsOf(output));
  return { bits: found.best_bits_per_byte, how: `${found.updates.toLocaleString('en')} updates` };
}

/** The cells that the page has already, by learner and text. */
function knownCells() {
  const page = readFileSync(join(ROOT, 'docs', 'performance.md'), 'utf8');
  const [, table = ''] = /<!-- bench:minutes -->([^]*?)<!-- \/bench:minutes -->/.exec(page) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| held-out'));
  const cells = rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return new Map(cells.map(([name, ...values]) => [name, values]));
}

async function writeCells(found) {
  const cells = knownCells();
  for (const { name, minutes, cell } of found) {
    const row = cells.get(name) ?? ['–', '–', '–'];
    row[Object.keys(MINUTES).indexOf(minutes)] = cell;
    cells.set(name, row);
  }
  const head = `| held-out bits/byte after | ${Object.keys(MINUTES).join(' min | ')} min |\n| --- | --- | --- | --- |`;
  const rows = [...cells].map(([name, row]) => `| ${[name, ...row].join(' | ')} |`);
  const [{ model }] = cpus();
  const machine = `${model}, ${cpus().length} threads; Node ${process.versions.node}.`;
  await writeFigures('minutes', `${machine}\n\n${[head, ...rows].join('\n')}`);
}

function chosen(word, all) {
  if (word === undefined || word === 'all') return Object.keys(all);
  if (word in all) return [word];
  throw new Error(`"${word}" is none of ${Object.keys(all).join(', ')}, all.`);
}

try {
  const ends = process.argv.indexOf('--');
  const own = process.argv.slice(2, ends < 0 ? undefined : ends).filter((word) => word !== '--write');
  const more = ends < 0 ? [] : process.argv.slice(ends + 1);
  const [file, learner, length] = own;
  if (!file) throw new Error('Name a text: npm run bench:minutes -- TEXT [unroll|lstm|rnn|all] [1|5|15|all] [--write]');
  const text = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  await ensureInstalled();
  await ensureBuilt();
  for (const minutes of chosen(length, MINUTES)) {
    for (const each of chosen(learner, LEARNERS)) {
      const { bits, how } = await (each === 'unroll'
        ? trainOurs(text, minutes, more)
        : trainPeer(each, text, minutes, more));
      const name = `${basename(text, extname(text))}: ${LEARNERS[each]}`;
      console.log(`${name}, ${minutes} min: ${bits.toFixed(3)} (${how})`);
      if (process.argv.includes('--write')) await writeCells([{ name, minutes, cell: `${bits.toFixed(3)} (${how})` }]);
    }
  }
} catch (error) {
  reportAndFail(error);
}
