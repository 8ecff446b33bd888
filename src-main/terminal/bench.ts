// `unroll bench`: how fast this machine multiplies, trains and samples, and what share of its peak that is.
import { availableParallelism } from 'node:os';
import { builtFiles } from '../../src-engine/engine-files';
import { defaultSettings, stepsPerUpdate, type Settings, type VectorChoice } from '../../src-engine/hyperparameters';
import { vectorsOf } from '../../src-engine/kernels/kernel-files';
import type { KernelSet } from '../../src-engine/kernels/kernels';
import { loadKernels } from '../../src-engine/kernels/load-kernels';
import { peakFlop, type Vectors } from '../../src-engine/kernels/vectors';
import type { From } from '../../src-engine/kernels/arguments';
import { initialWeights } from '../../src-engine/model/initialise';
import { createMemorySpace, sharedMemory } from '../../src-engine/model/memory-space';
import { flopPerByte } from '../../src-engine/model/operations';
import { createRandom, nextUint32 } from '../../src-engine/model/random';
import { BYTE_VALUES } from '../../src-engine/model/shape';
import { writeMatrices } from '../../src-engine/model/weights';
import { DEFAULT_SAMPLING } from '../../src-engine/protocol/writing';
import { createGenerator } from '../../src-engine/sampling/generator';
import { openPool } from '../../src-engine/runs/open-run';
import { planUpdate } from '../../src-engine/training/plan-updates';
import type { LaneWorkerPool } from '../../src-engine/workers/lane-worker-pool';
import { ORDER } from '../../src-engine/workers/orders';
import { writeJsonLine } from './output';
import { writeText } from './streams';

export type Row = Record<string, string | number>;

const MEASURE_MS = 1000;
const FILES = builtFiles(import.meta.url);
/** The bytes of the random text: as many as a plain English one has. */
const TEXT_BYTES = { first: 32, count: 96 };
const SAMPLED_HIDDEN_SIZES = [128, 256, 512];

const TRAINING: Partial<Settings>[] = [
  { hiddenSize: 128, lanes: 1, truncation: 25 },
  { hiddenSize: 128, lanes: 32, truncation: 64 },
  { hiddenSize: 256, lanes: 32, truncation: 64 },
  { hiddenSize: 512, lanes: 64, truncation: 64 },
  { hiddenSize: 1024, lanes: 64, truncation: 64 },
  { hiddenSize: 128, lanes: 1, truncation: 25, backprop: 'sliding', steps: 1, optimizer: 'sgd' },
  { hiddenSize: 128, lanes: 32, truncation: 25, backprop: 'sliding', steps: 64 },
  { hiddenSize: 128, lanes: 32, truncation: 64, alphabet: 'occurring' },
];

const round = (value: number, digits = 1) => Number(value.toFixed(digits));

/** Calls `order` until the time is up; the quickest round, in units a second: what other programs took is not the machine's. */
async function fastest(amount: number, order: () => Promise<unknown>): Promise<number> {
  await order();
  let quickestMs = Infinity;
  for (const startedMs = performance.now(); performance.now() - startedMs < MEASURE_MS;) {
    const roundMs = performance.now();
    await order();
    quickestMs = Math.min(quickestMs, performance.now() - roundMs);
  }
  return (amount * 1000) / quickestMs;
}

/** What the processor's registers can do with these vectors, as GFLOP/s. */
async function peakOf(pool: LaneWorkerPool, vectors: Vectors): Promise<number> {
  const times = 2_000_000;
  const flop = times * pool.threadOptions.threads * peakFlop(vectors);
  return (await fastest(flop, () => pool.order(ORDER.peak, times))) / 1e9;
}

/** The product of an update's states with Whh, as GFLOP/s. */
async function productOf(pool: LaneWorkerPool): Promise<number> {
  const { lanes, steps, width } = pool.work.shape;
  const flop = 2 * lanes * steps * width * width;
  const times = Math.max(1, Math.floor(1e9 / flop));
  return (await fastest(times * flop, () => pool.order(ORDER.product, times))) / 1e9;
}

/** Initial weights, and an order of random bytes with its updates planned. */
export async function prepareUpdates(pool: LaneWorkerPool, settings: Settings, updates: number): Promise<void> {
  const { u8, layout, shape, buffer } = pool.work;
  writeMatrices(buffer, layout.weights, shape, initialWeights(settings.hiddenSize, 1, settings.initialisation));
  await pool.order(ORDER.pack, 0);
  const random = createRandom(1, 'bench');
  const feedBytes = updates * (shape.steps + 1) * shape.lanes;
  for (let at = 0; at < feedBytes; at++)
    u8[layout.feed + at] = TEXT_BYTES.first + (nextUint32(random) % TEXT_BYTES.count);
  for (let update = 0; update < updates; update++) {
    const planned = { update: update + 1, settings, updatesPerEpoch: 1e9, shareDone: 0.5, plateaus: 0 };
    planUpdate(pool.work, update, planned, random);
  }
}

/** Updates of an order of about the length that training gives. */
export function updatesAnOrder({ work: { layout, shape } }: LaneWorkerPool): number {
  const updates = Math.max(1, Math.floor(2_000_000 / shape.steps / shape.lanes / shape.hiddenSize));
  return Math.min(layout.updatesAnOrder, updates);
}

async function trainingRate(pool: LaneWorkerPool, settings: Settings): Promise<number> {
  const { shape } = pool.work;
  const bytesPerUpdate = shape.steps * shape.lanes;
  const count = updatesAnOrder(pool);
  await prepareUpdates(pool, settings, count);
  return fastest(count * bytesPerUpdate, () => pool.order(ORDER.train, count));
}

async function trainingRows(chosen: Partial<Settings>, threads: number, choice: VectorChoice): Promise<Row[]> {
  const settings: Settings = { ...defaultSettings(), steps: 0, ...chosen, threads, vectors: choice };
  const occurring = Uint8Array.from({ length: TEXT_BYTES.count }, (_, index) => TEXT_BYTES.first + index);
  const { pool, vectors } = await openPool(FILES, settings, settings.alphabet === 'occurring' ? occurring : null);
  try {
    const peak = await peakOf(pool, vectors);
    const product = await productOf(pool);
    const bytesPerSecond = await trainingRate(pool, settings);
    const gflops = (bytesPerSecond * flopPerByte(pool.work.shape)) / 1e9;
    const { hiddenSize: hidden, lanes, backprop, optimizer } = settings;
    const size = { hidden, lanes, steps: stepsPerUpdate(settings) };
    return [
      { kind: 'peak', vectors, threads, gflops: round(peak) },
      { kind: 'product', vectors, ...size, threads, gflops: round(product), share_of_peak: round(product / peak, 3) },
      {
        kind: 'training',
        vectors,
        ...size,
        backprop,
        optimizer,
        alphabet: pool.work.shape.outputs,
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

/** How fast one thread can read what every byte of a text that is written multiplies by, Whh and Who, again and again: GB/s. */
async function readingOf(set: KernelSet, hidden: number): Promise<number> {
  const space = createMemorySpace();
  const count = hidden * (hidden + BYTE_VALUES);
  const weights = space.take(4 * count) as From;
  const memory = sharedMemory(space.taken());
  const kernels = loadKernels(set, memory);
  // A memory that nobody has written is one page of zeros, again and again.
  new Float32Array(memory.buffer, weights, count).fill(1);
  const times = Math.ceil(1e8 / count);
  const readAll = () => {
    for (let time = 0; time < times; time++) kernels.readWords(weights, count);
    return Promise.resolve();
  };
  return (await fastest(4 * count * times, readAll)) / 1e9;
}

async function samplingRow(hidden: number, choice: VectorChoice): Promise<Row> {
  const kernels = await FILES.kernels('fast', choice);
  const options = { ...DEFAULT_SAMPLING, bytes: 1e9, temperature: 1 };
  const generator = createGenerator(kernels, initialWeights(hidden, 1, 'uniform'), options);
  const bytes = 2000;
  const bytesPerSecond = await fastest(bytes, () => Promise.resolve(generator.next(bytes)));
  const reading = await readingOf(kernels, hidden);
  const readBytes = bytesPerSecond * 4 * hidden * (hidden + BYTE_VALUES);
  return {
    kind: 'sampling',
    vectors: vectorsOf(kernels),
    hidden,
    bytes_per_second: Math.round(bytesPerSecond),
    reading_gb_per_second: round(reading),
    share_of_reading: round(readBytes / 1e9 / reading, 3),
  };
}

export function writeRow(row: Row, json: boolean): void {
  if (json) return writeJsonLine(row);
  const parts = Object.entries(row).map(([key, value]) => `${key} ${value}`);
  writeText(process.stdout, `${parts.join(' · ')}\n`);
}

export interface BenchOptions {
  json?: boolean;
  profile?: boolean;
  vectors?: VectorChoice;
}

export async function bench({ json = false, vectors = 'auto' }: BenchOptions): Promise<number> {
  for (const threads of new Set([1, availableParallelism()])) {
    for (const chosen of TRAINING) for (const row of await trainingRows(chosen, threads, vectors)) writeRow(row, json);
  }
  for (const hidden of SAMPLED_HIDDEN_SIZES) writeRow(await samplingRow(hidden, vectors), json);
  return 0;
}
