// `unroll bench --profile`: where an update's time goes, kernel by kernel, as the first of the threads sees it.
import { availableParallelism } from 'node:os';
import { builtFiles } from '../../src-engine/engine-files';
import { defaultSettings, type Settings, type VectorChoice } from '../../src-engine/hyperparameters';
import { openPool } from '../../src-engine/runs/open-run';
import { ORDER } from '../../src-engine/workers/orders';
import { prepareUpdates, updatesAnOrder, writeRow, type BenchOptions, type Row } from './bench';

const MEASURE_MS = 2000;
const FILES = builtFiles(import.meta.url);
const PROFILED: Partial<Settings>[] = [
  { hiddenSize: 128, lanes: 32, truncation: 64 },
  { hiddenSize: 256, lanes: 32, truncation: 64 },
  { hiddenSize: 512, lanes: 64, truncation: 64 },
  { hiddenSize: 1024, lanes: 64, truncation: 64 },
];

/** What each kernel is for; what is none of them is counted as the rest. */
const PHASE_OF: Record<string, string> = {
  recur: 'forward',
  product: 'output',
  crossEntropyBackward: 'softmax',
  recurBackward: 'backward',
  productTransposed: 'gradients',
  scatterAddRows: 'gradients_wxh',
  addInPlace: 'joining',
  sumsOfSquares: 'squares',
  adam: 'adam',
  packPanels: 'packing',
  packPanelsTransposed: 'packing',
  waiting: 'waiting',
};
const PHASES = [...new Set(Object.values(PHASE_OF))];

async function profileOf(chosen: Partial<Settings>, threads: number, choice: VectorChoice): Promise<Row> {
  const settings: Settings = { ...defaultSettings(), steps: 0, ...chosen, threads, vectors: choice };
  const spentMs = new Map<string, number>();
  const threadOptions = { threads, priority: 'normal' } as const;
  const { pool } = await openPool(FILES, settings, null, threadOptions, (profile) => {
    for (const [name, ms] of Object.entries(profile)) {
      const phase = PHASE_OF[name] ?? 'rest';
      spentMs.set(phase, (spentMs.get(phase) ?? 0) + ms);
    }
  });
  try {
    const count = updatesAnOrder(pool);
    await prepareUpdates(pool, settings, count);
    await pool.order(ORDER.train, count);
    spentMs.clear();
    let updates = 0;
    let trainedMs = 0;
    for (const startedMs = performance.now(); performance.now() - startedMs < MEASURE_MS; updates += count) {
      const orderMs = performance.now();
      await pool.order(ORDER.train, count);
      trainedMs += performance.now() - orderMs;
    }
    const shares: Row = {};
    for (const phase of PHASES) shares[phase] = Number(((spentMs.get(phase) ?? 0) / trainedMs).toFixed(3));
    const { hiddenSize: hidden, lanes } = settings;
    const updateMs = Number((trainedMs / updates).toFixed(3));
    return { kind: 'profile', hidden, lanes, threads, update_ms: updateMs, ...shares };
  } finally {
    await pool.close();
  }
}

export async function benchProfile({ json = false, vectors = 'auto' }: BenchOptions): Promise<number> {
  for (const threads of new Set([1, availableParallelism()])) {
    for (const chosen of PROFILED) writeRow(await profileOf(chosen, threads, vectors), json);
  }
  return 0;
}
