// `unroll bench`: how fast this machine trains and samples, and what share of its peak that is.
import { availableParallelism } from 'node:os';
import { builtFiles } from '../../src-engine/engine-files';
import { defaultSettings, stepsPerUpdate, type Settings } from '../../src-engine/hyperparameters';
import { compileKernels } from '../../src-engine/kernels/kernel-files';
import { flopPerByte } from '../../src-engine/model/operations';
import { createRandom, nextUint32 } from '../../src-engine/model/random';
import { initialWeights } from '../../src-engine/model/initialise';
import { writeMatrices } from '../../src-engine/model/weights';
import { DEFAULT_SAMPLING } from '../../src-engine/protocol';
import { createGenerator } from '../../src-engine/sampling/generator';
import { openPool } from '../../src-engine/training/open-run';
import { planUpdate } from '../../src-engine/training/plan-updates';
import type { LaneWorkerPool } from '../../src-engine/workers/lane-worker-pool';
import { ORDER } from '../../src-engine/workers/orders';
import { PEAK_FLOP } from '../../src-engine/workers/peak';
import { writeJsonLine } from './output';

type Row = Record<string, string | number>;

const MEASURE_MS = 1000;
const FILES = builtFiles(import.meta.url);

const TRAINING: Partial<Settings>[] = [
  { hiddenSize: 128, lanes: 1, truncation: 25 },
  { hiddenSize: 128, lanes: 32, truncation: 64 },
  { hiddenSize: 256, lanes: 32, truncation: 64 },
  { hiddenSize: 512, lanes: 64, truncation: 64 },
  { hiddenSize: 1024, lanes: 64, truncation: 64 },
  { hiddenSize: 128, lanes: 1, truncation: 25, backprop: 'sliding', steps: 1, optimizer: 'sgd' },
  { hiddenSize: 128, lanes: 32, truncation: 25, backprop: 'sliding', steps: 64 },
];

/** Calls `order` until the time is up; the best of the rounds, in units a second. */
async function best(amount: number, order: () => Promise<unknown>): Promise<number> {
  await order();
  let fastest = 0;
  for (const startedMs = performance.now(); performance.now() - startedMs < MEASURE_MS;) {
    const roundMs = performance.now();
    await order();
    fastest = Math.max(fastest, (amount * 1000) / (performance.now() - roundMs));
  }
  return fastest;
}

async function peakOf(pool: LaneWorkerPool, threads: number): Promise<number> {
  const times = 20_000;
  return (await best(times * threads * PEAK_FLOP, () => pool.order(ORDER.peak, times))) / 1e9;
}

/** Fills an order with random bytes and plans its updates. */
function prepare(pool: LaneWorkerPool, settings: Settings, updates: number): void {
  const { u8, layout } = pool.work;
  const random = createRandom(1, 'bench');
  const feedBytes = updates * (stepsPerUpdate(settings) + 1) * settings.lanes;
  for (let at = 0; at < feedBytes; at++) u8[layout.feed + at] = 32 + (nextUint32(random) % 96);
  for (let index = 0; index < updates; index++) {
    planUpdate(
      pool.work,
      index,
      { update: index + 1, settings, updatesPerEpoch: 1e9, shareDone: 0.5, plateaus: 0 },
      random,
    );
  }
}

async function trainingRow(chosen: Partial<Settings>, threads: number): Promise<Row[]> {
  const settings: Settings = { ...defaultSettings(), steps: 0, ...chosen, threads };
  const { pool } = await openPool(FILES, settings);
  try {
    const peak = await peakOf(pool, threads);
    const bytesPerUpdate = stepsPerUpdate(settings) * settings.lanes;
    const updates = Math.min(
      pool.work.layout.updatesAnOrder,
      Math.max(1, Math.floor(20_000_000 / bytesPerUpdate / settings.hiddenSize)),
    );
    writeMatrices(pool.work.buffer, pool.work.layout.weights, initialWeights(settings.hiddenSize, 1, 'uniform'));
    await pool.order(ORDER.pack, 0);
    prepare(pool, settings, updates);
    const bytesPerSecond = await best(updates * bytesPerUpdate, () => pool.order(ORDER.train, updates));
    const gflops = (bytesPerSecond * flopPerByte(pool.work.shape)) / 1e9;
    const { hiddenSize: hidden, lanes, backprop, optimizer } = settings;
    return [
      { kind: 'peak', threads, gflops: round(peak) },
      {
        kind: 'training',
        hidden,
        lanes,
        steps: stepsPerUpdate(settings),
        backprop,
        optimizer,
        threads,
        bytes_per_second: Math.round(bytesPerSecond),
        gflops: round(gflops),
        share_of_peak: round(gflops / peak, 3),
      },
    ];
  } finally {
    await pool.close();
  }
}

const round = (value: number, digits = 1) => Number(value.toFixed(digits));

async function samplingRow(hidden: number): Promise<Row> {
  const { module } = await compileKernels(FILES.kernelsFolder, 'fast');
  const generator = createGenerator(module, initialWeights(hidden, 1, 'uniform'), {
    ...DEFAULT_SAMPLING,
    bytes: 1e9,
    temperature: 1,
  });
  const bytes = 2000;
  const bytesPerSecond = await best(bytes, () => Promise.resolve(generator.next(bytes)));
  return { kind: 'sampling', hidden, bytes_per_second: Math.round(bytesPerSecond) };
}

function writeRow(row: Row, json: boolean): void {
  if (json) writeJsonLine(row);
  else
    process.stdout.write(
      `${Object.entries(row)
        .map(([key, value]) => `${key} ${value}`)
        .join(' · ')}\n`,
    );
}

export async function bench({ json = false }: { json?: boolean }): Promise<number> {
  for (const threads of [...new Set([1, availableParallelism()])]) {
    for (const chosen of TRAINING) for (const row of await trainingRow(chosen, threads)) writeRow(row, json);
  }
  for (const hidden of [128, 256, 512]) writeRow(await samplingRow(hidden), json);
  return 0;
}
