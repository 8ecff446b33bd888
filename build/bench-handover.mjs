// `npm run bench:handover [-- --write]`: an update of train.py on 1, 2 and 4 processes of this machine, the model of docs/scaling.md fitted to that, and what
// it predicts for GPUs that nobody has measured. About a minute on an idle machine.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { findPython, torchEnvironment } from './find-torch.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runQuietly } from './run.mjs';
import { efficiency, flopPerByte, memoryBytes, parametersOf, updateSeconds, wireBytes } from './scaling-model.mjs';
import { writeFigures } from './write-figures.mjs';

const SIZES = [
  { hidden: 128, lanes: 32, steps: 64 },
  { hidden: 256, lanes: 32, steps: 64 },
  { hidden: 512, lanes: 64, steps: 32 },
  { hidden: 512, lanes: 64, steps: 8 },
];
const REDUCED = [2 ** 12, 2 ** 21];
const SECONDS = 1.5;
const PROCESSES = [1, 2, 4];

/**
 * Assumptions, not measurements: an H100 by its data sheet, 989 TFLOP/s in bf16 and 67 in f32, of which 40 % and 60 % are taken for products of this size;
 * 3.35 TB/s of memory; 5 µs a step of cuDNN's recurrence; 400 Gb/s a GPU between machines, 80 % of it; 15 µs a message.
 */
const ASSUMED = {
  f32: { flop: 0.6 * 67e12, stepSeconds: 5e-6, overheadSeconds: 1e-3, memoryBytes: 3.35e12 },
  bf16: { flop: 0.4 * 989e12, stepSeconds: 5e-6, overheadSeconds: 1e-3, memoryBytes: 3.35e12 },
};
const ASSUMED_LINK = { bytes: 0.8 * 50e9, latencySeconds: 15e-6 };
const PREDICTED = [
  { hidden: 2048, lanes: 4096, steps: 64, precision: 'f32' },
  { hidden: 4096, lanes: 4096, steps: 64, precision: 'f32' },
  { hidden: 4096, lanes: 4096, steps: 64, precision: 'bf16' },
  { hidden: 4096, lanes: 4096, steps: 512, precision: 'bf16' },
];
const PREDICTED_PROCESSES = [1, 8, 64, 256, 1024];
const TERABYTE = 1e12;

const keyOf = ({ hidden, lanes, steps }) => `${hidden}·${lanes}·${steps}`;
const shown = (value, digits = 3) =>
  Number(value.toPrecision(digits)).toLocaleString('en', { maximumFractionDigits: 6 });
const nameOf = ({ hidden, lanes, steps }) => `H ${hidden} · B ${lanes} · T ${steps}`;

async function measure(python, env, processes) {
  const script = join(ROOT, 'build', 'peers', 'torch_scaling.py');
  const asked = {
    sizes: SIZES.map(({ hidden, lanes, steps }) => [hidden, lanes, steps]),
    reduce: REDUCED,
    seconds: SECONDS,
  };
  const words = [script, join(ROOT, 'out', 'handover', 'train.py'), JSON.stringify(asked)];
  const torchrun = [
    '-m',
    'torch.distributed.run',
    '--rdzv_backend',
    'c10d',
    '--rdzv_endpoint',
    'localhost:0',
    '--nnodes',
    '1',
  ];
  // PyTorch 1.13 on Python 3.11 needs both redirections.
  const started = [...torchrun, '--nproc_per_node', String(processes), '--redirects', '1', '--tee', '1', ...words];
  const output = await runQuietly(python, processes === 1 ? words : started, { env });
  const line = output.split('\n').findLast((each) => each.includes('{"updates"'));
  return JSON.parse(line.slice(line.indexOf('{')));
}

/** Of a straight line through two points of the all-reduce: its seconds at nothing, and bytes a second. */
function linkFrom({ reduce }) {
  const [few, many] = REDUCED.map((count) => reduce[count]);
  const [fewBytes, manyBytes] = REDUCED.map((count) => 4 * count);
  return { bytes: (manyBytes - fewBytes) / (many - few), latencySeconds: few / 2 };
}

/** Least squares over one process's sizes: seconds = flop/rate + 2T·step. */
function deviceFrom({ updates }) {
  const rows = SIZES.map((size) => [flopPerByte(size) * size.lanes * size.steps, 2 * size.steps, updates[keyOf(size)]]);
  // Relative errors count, so that small updates are not drowned by large ones.
  const scaled = rows.map(([flop, steps, seconds]) => [flop / seconds, steps / seconds]);
  const dot = (a, b) => scaled.reduce((sum, row) => sum + row[a] * row[b], 0);
  const [aa, ab, bb] = [dot(0, 0), dot(0, 1), dot(1, 1)];
  const [a, b] = [0, 1].map((at) => scaled.reduce((sum, row) => sum + row[at], 0));
  const determinant = aa * bb - ab * ab;
  const perFlop = (a * bb - b * ab) / determinant;
  const step = Math.max(0, (b * aa - a * ab) / determinant);
  return { flop: 1 / perFlop, stepSeconds: step, overheadSeconds: 0, memoryBytes: 1e10, cores: cpus().length };
}

/** How much longer two processes take, beside the wire, than each would alone. */
function togetherFrom({ updates }, device, link) {
  const factors = SIZES.map((size) => {
    const { own, wire } = updateSeconds(size, 2, device, link);
    return (updates[keyOf(size)] - wire) / own;
  });
  return Math.max(1, factors.reduce((sum, factor) => sum + factor, 0) / factors.length);
}

function measuredTable(found, device, link) {
  const head = `| an update | ${PROCESSES.map((count) => `${count}: ms | model`).join(' | ')} | kB/s on 2 | of 1, twice |`;
  const rows = SIZES.map((size) => {
    const cells = PROCESSES.map((count, at) => {
      const model = updateSeconds(size, count, device, link).total;
      return `${shown(1000 * found[at].updates[keyOf(size)])} | ${shown(1000 * model)}`;
    });
    const [one, two] = found.map(({ updates }) => updates[keyOf(size)]);
    const speed = (size.lanes * size.steps) / two / 1000;
    return `| ${nameOf(size)} | ${cells.join(' | ')} | ${shown(speed)} | ${shown(one / two / 2, 2)} |`;
  });
  const columns = 2 * PROCESSES.length + 3;
  return [head, `|${' --- |'.repeat(columns)}`, ...rows].join('\n');
}

function predictedTable() {
  const head =
    '| | GPUs | lanes each | GB each | products, ms | recurrence | wire | update | efficiency | MB/s | a terabyte |';
  const rows = PREDICTED.flatMap((size) =>
    PREDICTED_PROCESSES.map((count) => {
      const device = ASSUMED[size.precision];
      const { compute, recurrence, wire, total } = updateSeconds(size, count, device, ASSUMED_LINK);
      const speed = (size.lanes * size.steps) / total;
      const hours = TERABYTE / speed / 3600;
      const time = hours >= 48 ? `${shown(hours / 24)} days` : `${shown(hours)} h`;
      const ms = [compute, recurrence, wire, total].map((seconds) => shown(1000 * seconds));
      const share = efficiency(size, count, device, ASSUMED_LINK);
      const memory = memoryBytes(size, count) / 1e9;
      const first = count === 1 ? `${nameOf(size)}, ${size.precision}` : '';
      return `| ${[first, count, size.lanes / count, shown(memory, 2), ...ms, shown(share, 2), shown(speed / 1e6), time].join(' | ')} |`;
    }),
  );
  return [head, `|${' --- |'.repeat(11)}`, ...rows].join('\n');
}

try {
  await ensureBuilt(undefined, ['handover']);
  const python = await findPython();
  if (!python)
    throw new Error('There is no PyTorch here (Debian: sudo apt-get install -y python3-torch python3-numpy).');
  const env = { ...(await torchEnvironment(python)), OMP_NUM_THREADS: '1' };
  const found = [];
  for (const processes of PROCESSES) found.push(await measure(python, env, processes));
  const alone = deviceFrom(found[0]);
  const link = linkFrom(found[1]);
  const device = { ...alone, together: togetherFrom(found[1], alone, link) };
  const [{ model }] = cpus();
  const machine = `${model}, ${cpus().length} cores, one thread a process; PyTorch ${found[0].version}, Gloo on loopback. Least of some seconds each.
Fitted to one process: ${shown(device.flop / 1e9)} GFLOP/s in products, ${shown(1e6 * device.stepSeconds)} µs a step of the recurrence. From two processes' all-reduce alone: ${shown(link.bytes / 1e9)} GB/s and ${shown(1e6 * link.latencySeconds)} µs a message. Fitted to two: they are ${shown(device.together, 2)} times as slow together, since they share caches and memory. The model of four follows from these.`;
  const measured = `${machine}\n\n${measuredTable(found, device, link)}`;
  const [example] = PREDICTED;
  const facts = `Of ${nameOf(example)}: ${shown(parametersOf(example) / 1e6)} million parameters, ${shown(wireBytes(example, 1024) / 1e6)} MB on the wire of each GPU and update.`;
  const predicted = `${facts}\n\n${predictedTable()}`;
  console.log(`${measured}\n\n${predicted}`);
  if (process.argv.includes('--write')) {
    await writeFigures('handover', measured, 'scaling');
    await writeFigures('predicted', predicted, 'scaling');
  }
} catch (error) {
  reportAndFail(error);
}
