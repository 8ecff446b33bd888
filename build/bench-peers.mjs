// `npm run bench:peers [-- --write]`: our speeds beside PyTorch's on the same work, in one run; --write puts the table into docs/performance.md.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { findPython, torchEnvironment } from './find-torch.mjs';
import { ourNode, ourRows, table } from './own-figures.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runQuietly } from './run.mjs';
import { writeFigures } from './write-figures.mjs';

/** Other programs of the computer that this one is a part of come and go, so all are measured by turns, and the best of each counts. */
const TURNS = 3;
/** With its products' library on all threads and on one. */
const TORCH = join(ROOT, 'build', 'peers', 'torch_rnn.py');

const keyOf = ({ hidden, lanes, steps }) => `${hidden} ${lanes} ${steps}`;
/** The rows that PyTorch has a counterpart of. */
const isPeerRow = ({ kind, backprop, alphabet }) => kind === 'training' && backprop === 'segment' && alphabet === 256;
const whole = (value) => Math.round(value).toLocaleString('en');

async function torchRates(python, env, sizes) {
  const rates = async (more) =>
    JSON.parse(await runQuietly(python, [TORCH, JSON.stringify(sizes)], { env: { ...env, ...more } }));
  return better(await rates({}), await rates({ OPENBLAS_NUM_THREADS: '1' }));
}

/** Of several measurements of ours, row by row, the fastest; what share of the registers' peak that is, is of the highest. */
function fastest(turns) {
  const rateOf = (row) => row.bytes_per_second ?? row.gflops;
  const rows = turns[0].map((_, index) =>
    turns.map((rows) => rows[index]).reduce((best, row) => (rateOf(row) > rateOf(best) ? row : best)),
  );
  const peak = (threads) => highestPeak(turns.flat(), threads);
  return rows.map((row) => (row.share_of_peak ? { ...row, share_of_peak: row.gflops / peak(row.threads) } : row));
}

function highestPeak(rows, threads) {
  const peaks = rows.filter((row) => row.kind === 'peak' && row.threads === threads);
  return Math.max(...peaks.map(({ gflops }) => gflops));
}

/** The better of two measurements of PyTorch, key by key. */
function better(before, after) {
  const greatest = (kind) =>
    Object.fromEntries(Object.entries(before[kind]).map(([key, rate]) => [key, Math.max(rate, after[kind][key])]));
  return { ...before, training: greatest('training'), sampling: greatest('sampling') };
}

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
    .map(({ hidden, bytes_per_second: rate, reading_gb_per_second: reading, share_of_reading: share }) => {
      const peer = torch?.sampling[hidden];
      const ratio = peer ? `${(rate / peer).toFixed(2)} ×` : '';
      return [`H ${hidden}`, whole(rate), peer ? whole(peer) : '', ratio, reading.toFixed(0), share.toFixed(2)];
    });
  const head = ['sampling, bytes/s, one thread', 'Unroll', 'PyTorch', 'ratio', 'GB/s of reading', 'share of it'];
  return table(head, described);
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

/** What the processor's registers can do, by the widest vectors that there are: what the shares are of. */
function machineTable(rows) {
  const peaks = rows.filter(({ kind }) => kind === 'peak');
  const threads = [...new Set(peaks.map((row) => row.threads))];
  const head = ['this machine', ...threads.map((count) => `${count} thread${count > 1 ? 's' : ''}`)];
  return table(head, [
    [`register peak (${peaks[0].vectors}), GFLOP/s`, ...threads.map((count) => highestPeak(rows, count).toFixed(0))],
  ]);
}

function describe(rows, torch, version) {
  const blas = torch?.blas ? `, OpenBLAS with its ${torch.blas} kernels` : '';
  const peers = torch
    ? `PyTorch ${torch.version}${blas}`
    : 'python3-torch is not installed here, so its columns are empty';
  return [
    `${cpus()[0].model}, ${cpus().length} processors; Node ${version}; ${peers}. The quickest round, some 25 ms, of ${TURNS} turns of a second each, ours and PyTorch's; "of peak" is of the registers' peak.`,
    '',
    machineTable(rows),
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
  const env = python && (await torchEnvironment(python));
  const node = await ourNode();
  const turns = [];
  let torch = null;
  for (let turn = 0; turn < TURNS; turn += 1) {
    turns.push(await ourRows(node));
    const rates = python && (await torchRates(python, env, sizes));
    torch = torch ? better(torch, rates) : rates;
  }
  const rows = fastest(turns);
  const version = (await runQuietly(node, ['--version'])).trim().replace(/^v/, '');
  const text = describe(rows, torch, version);
  console.log(text);
  if (process.argv.includes('--write')) await writeFigures('peers', text);
} catch (error) {
  reportAndFail(error);
}
