// Measures how fast this computer trains with given settings: a few real updates of a network of that shape, on a memory of its own.
import type { TextFiles } from '../corpus/text-files';
import { stepsPerUpdate, type Settings } from '../hyperparameters';
import { initialWeights } from '../model/initialise';
import { createRandom } from '../model/random';
import { freeUnusedMemory } from '../unused-memory';
import { writeMatrices } from '../model/weights';
import type { LaneWorkerPool } from '../workers/lane-worker-pool';
import { ORDER, type ThreadOptions } from '../workers/orders';
import { openPool, type EngineFiles } from '../runs/open-run';
import { planUpdate } from '../training/plan-updates';

/** Long enough that a core has taken up its speed, short enough that one does not wait for it. */
const MEASURE_MS = 500;
/** How long an order may be: so soon it gives way. */
const ORDER_MS = 25;
const EXAMPLE_BYTES = 65_536;

export interface Calibration {
  files: EngineFiles;
  settings: Settings;
  threadOptions: ThreadOptions;
  /** What is trained on. */
  text: TextFiles;
  /** Asked between orders: true when the computer is wanted for something else. */
  giveWay(): boolean;
}

async function exampleBytes(text: TextFiles): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.min(EXAMPLE_BYTES, text.bytes));
  await text.read(bytes, 0);
  return bytes;
}

/** Writes `updates` updates' plans and bytes into the memory. */
function prepare({ work }: LaneWorkerPool, settings: Settings, example: Uint8Array, updates: number): void {
  const { u8, layout } = work;
  const feedBytes = updates * (stepsPerUpdate(settings) + 1) * settings.lanes;
  for (let at = 0; at < feedBytes; at++) u8[layout.feed + at] = example[at % example.length] ?? 0;
  const random = createRandom(1, 'calibration');
  for (let index = 0; index < updates; index++) {
    const planned = { update: index + 1, settings, updatesPerEpoch: Infinity, shareDone: 0.5, plateaus: 0 };
    planUpdate(work, index, planned, random);
  }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Milliseconds an update; null when it gave way. */
async function timeUpdates(
  pool: LaneWorkerPool,
  example: Uint8Array,
  { settings, giveWay }: Calibration,
): Promise<number | null> {
  const { buffer, layout, shape } = pool.work;
  writeMatrices(buffer, layout.weights, shape, initialWeights(settings.hiddenSize, 1, 'uniform'));
  await pool.order(ORDER.pack, 0);
  const most = layout.updatesAnOrder;
  const times: number[] = [];
  let updates = 1;
  for (const startedMs = performance.now(); ;) {
    if (giveWay()) return null;
    prepare(pool, settings, example, updates);
    const orderMs = performance.now();
    const done = await pool.order(ORDER.train, updates);
    const msPerUpdate = (performance.now() - orderMs) / Math.max(1, done);
    if (performance.now() - startedMs > MEASURE_MS) return median([...times, msPerUpdate]);
    // The first orders warm the processor and its caches.
    if (updates > 1 || msPerUpdate > ORDER_MS) times.push(msPerUpdate);
    updates = Math.max(1, Math.min(most, Math.floor(ORDER_MS / msPerUpdate)));
  }
}

/** Bytes a second; null when it gave way before it knew. Throws a `Problem` if the settings do not fit this computer. */
export async function measureSpeed(calibration: Calibration): Promise<number | null> {
  const { files, settings, threadOptions, text } = calibration;
  const example = await exampleBytes(text);
  const alphabet = settings.alphabet === 'occurring' ? Uint8Array.from(new Set(example)).sort() : null;
  const { pool } = await openPool(files, settings, alphabet, threadOptions);
  try {
    const msPerUpdate = await timeUpdates(pool, example, calibration);
    return msPerUpdate === null ? null : (1000 * stepsPerUpdate(settings) * settings.lanes) / msPerUpdate;
  } finally {
    await pool.close();
    freeUnusedMemory();
  }
}
