// `npm run bench:peers [-- --write]`: our speeds beside PyTorch's on the same work, in one run; --write puts the table into docs/performance.md.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runQuietly } from './run.mjs';
import { flagsForKernels } from './terminal-host.mjs';
import { writeFigures } from './write-figures.mjs';

/** PyTorch is measured before and after us, and its better figure counts: these machines are noisy. */
const TORCH = join(ROOT, 'build', 'peers', 'torch_rnn.py');
const PYTHONS = ['/usr/bin/python3', 'python3'];

const keyOf = ({ hidden, lanes, steps }) => `${hidden} ${lanes} ${steps}`;
/** The rows that PyTorch has a counterpart of. */
const isPeerRow = ({ kind, backprop, alphabet }) => kind === 'training' && backprop === 'segment' && alphabet === 256;
const whole = (value) => Math.round(value).toLocaleString('en');

async function ourRows() {
  const program = join(ROOT, 'out', 'main', 'terminal-main.js');
  const output = await runQuietly(process.execPath, [...flagsForKernels(), program, 'bench', '--json']);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function findPython() {
  for (const python of PYTHONS) {
    try {
      await runQuietly(python, ['-c', 'import torch']);
      return python;
    } catch {
      // The next one may have it.
    }
  }
  return null;
}

async function torchRates(python, sizes) {
  return JSON.parse(await runQuietly(python, [TORCH, JSON.stringify(sizes)]));
}

/** The better of two measurements, key by key. */
function better(before, after) {
  const greatest = (kind) =>
    Object.fromEntries(Object.entries(before[kind]).map(([key, rate]) => [key, Math.max(rate, after[kind][key])]));
  return { training: greatest('training'), sampling: greatest('sampling'), version: before.version };
}

const table = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

function trainingTable(rows, torch) {
  const training = rows.filter(({ kind }) => kind === 'training');
  const most = Math.max(...training.map(({ threads }) => threads));
  const described = training
    .filter(({ threads }) => threads === 1)
    .map((one) => {
      const all = training.find((row) => row.threads === most && sameWork(row, one));
      const peer = torch && isPeerRow(one) ? torch.training[keyOf(one)] : null;
      return [
        `H ${one.hidden} · B ${one.lanes} · ${one.backprop === 'segment' ? 'T' : 'u'} ${one.steps}${notes(one)}`,
        whole(one.bytes_per_second),
        one.share_of_peak.toFixed(2),
        whole(all.bytes_per_second),
        all.share_of_peak.toFixed(2),
        (all.bytes_per_second / one.bytes_per_second).toFixed(2),
        peer ? whole(peer) : '',
        peer ? `${(Math.max(one.bytes_per_second, all.bytes_per_second) / peer).toFixed(2)} ×` : '',
      ];
    });
  const head = ['training, bytes/s', '1 thread', 'of peak', `${most} threads`, 'of peak', 'gain', 'PyTorch', 'ratio'];
  return table(head, described);
}

const sameWork = (a, b) => keyOf(a) === keyOf(b) && a.backprop === b.backprop && a.alphabet === b.alphabet;

function notes({ backprop, optimizer, alphabet }) {
  const said = [];
  if (backprop === 'sliding') said.push(`sliding k 25, ${optimizer}`);
  if (alphabet < 256) said.push(`alphabet ${alphabet}`);
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

function samplingTable(rows, torch) {
  const described = rows
    .filter(({ kind }) => kind === 'sampling')
    .map(({ hidden, bytes_per_second: rate }) => {
      const peer = torch?.sampling[hidden];
      return [`H ${hidden}`, whole(rate), peer ? whole(peer) : '', peer ? `${(rate / peer).toFixed(2)} ×` : ''];
    });
  return table(['sampling, bytes/s, one thread', 'Unroll', 'PyTorch', 'ratio'], described);
}

function productTable(rows) {
  const products = rows.filter(({ kind, share_of_peak: share }) => kind === 'product' && share > 0);
  const seen = new Set();
  const described = products
    .filter((row) => !seen.has(`${keyOf(row)} ${row.threads}`) && seen.add(`${keyOf(row)} ${row.threads}`))
    .map((row) => [
      `(${row.lanes * row.steps} × ${row.hidden}) · (${row.hidden} × ${row.hidden})`,
      row.threads,
      row.gflops.toFixed(1),
      row.share_of_peak.toFixed(2),
    ]);
  return table(['matrix product', 'threads', 'GFLOP/s', 'of peak'], described);
}

function describe(rows, torch) {
  const peaks = (threads) =>
    rows.filter((row) => row.kind === 'peak' && row.threads === threads).map(({ gflops }) => gflops);
  const peak = (threads) => Math.max(...peaks(threads)).toFixed(0);
  const threads = [...new Set(rows.map((row) => row.threads).filter(Boolean))];
  const peers = torch ? `PyTorch ${torch.version}` : 'python3-torch is not installed here, so its columns are empty';
  return [
    `${cpus()[0].model}, ${threads.at(-1)} threads; Node ${process.versions.node}; ${peers}. Medians over a second each; "peak" is the product's`,
    `best tile on operands in the first-level cache: ${threads.map((count) => `${peak(count)} GFLOP/s on ${count} thread${count > 1 ? 's' : ''}`).join(', ')}.`,
    '',
    trainingTable(rows, torch),
    '',
    samplingTable(rows, torch),
    '',
    productTable(rows),
  ].join('\n');
}

try {
  await ensureInstalled();
  await ensureBuilt();
  const python = await findPython();
  const sizes = {
    training: [
      [128, 1, 25],
      [128, 32, 64],
      [256, 32, 64],
      [512, 64, 64],
      [1024, 64, 64],
    ],
    sampling: [128, 256, 512],
  };
  const before = python && (await torchRates(python, sizes));
  const rows = await ourRows();
  const torch = python && better(before, await torchRates(python, sizes));
  const text = describe(rows, torch);
  console.log(text);
  if (process.argv.includes('--write')) await writeFigures('peers', text);
} catch (error) {
  reportAndFail(error);
}
