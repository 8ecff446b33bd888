// Finds a learning rate: trains a network that nobody keeps while the rate rises from update to update, and looks where the loss falls best.
import { bytesBetween } from '../corpus/between-files';
import { DEFAULT_ENCODING } from '../protocol/encodings';
import type { Settings } from '../hyperparameters';
import { occurringBytes } from '../corpus/occurring-bytes';
import { createLaneReader } from '../corpus/lane-reader';
import { openTextFiles } from '../corpus/text-files';
import { RESULT_FIELDS } from '../model/layout';
import { initialWeights } from '../model/initialise';
import { createRandom } from '../model/random';
import { freeUnusedMemory } from '../unused-memory';
import { writeMatrices } from '../model/weights';
import type { RangePoint } from '../protocol/messages';
import type { LaneWorkerPool } from '../workers/lane-worker-pool';
import { ORDER, type ThreadOptions } from '../workers/orders';
import { openLanes, openPool, type EngineFiles, type Opened } from '../runs/open-run';
import { planUpdate } from '../training/plan-updates';
import { hasDiverged, rateAt, RANGE_POINTS } from './range-suggestion';

/** What all updates together should read, so that the loss is more than noise where an update is small. */
const WANTED_BYTES = 400_000;
const MOST_UPDATES_A_POINT = 60;

export interface RangeTest {
  files: EngineFiles;
  paths: string[];
  settings: Settings;
  threadOptions: ThreadOptions;
  /** Asked between points. */
  stop(): boolean;
  onPoint(point: RangePoint): void;
}

interface Bench extends Opened {
  pool: LaneWorkerPool;
  settings: Settings;
}

/** The mean loss of `count` updates from `first` on, all at one rate; not a number when they diverged. */
async function trainPoint({ pool, lanes, settings }: Bench, fill: Fill, first: number, count: number): Promise<number> {
  const { layout, u8, f64 } = pool.work;
  const { updatesPerEpoch } = lanes;
  const random = createRandom(settings.seed, 'range test');
  let sum = 0;
  for (let done = 0; done < count;) {
    const update = first + done;
    const few = Math.min(count - done, layout.updatesAnOrder, updatesPerEpoch - (update % updatesPerEpoch));
    await fill(
      u8.subarray(layout.feed, layout.feed + few * (lanes.steps + 1) * lanes.lanes),
      update % updatesPerEpoch,
      few,
    );
    for (let index = 0; index < few; index++) {
      planUpdate(
        pool.work,
        index,
        { update: update + index, settings, updatesPerEpoch, shareDone: 0, plateaus: 0 },
        random,
      );
    }
    if ((await pool.order(ORDER.train, few)) < few) return NaN;
    for (let index = 0; index < few; index++) sum += f64[layout.results / 8 + index * RESULT_FIELDS.length] ?? NaN;
    done += few;
  }
  return sum / count;
}

type Fill = ReturnType<typeof createLaneReader>['fill'];

/** Ends where training has diverged, at the highest rate, or when it is stopped. */
export async function runRangeTest(test: RangeTest): Promise<RangePoint[]> {
  const base: Settings = { ...test.settings, schedule: 'constant' };
  const opened = await openLanes(openTextFiles(test.paths, bytesBetween(base, DEFAULT_ENCODING)), base);
  try {
    const alphabet = base.alphabet === 'occurring' ? Uint8Array.from(await occurringBytes(opened.text)) : null;
    const { pool } = await openPool(test.files, base, alphabet, test.threadOptions);
    try {
      const { hiddenSize, seed, initialisation } = base;
      const { buffer, layout, shape } = pool.work;
      writeMatrices(buffer, layout.weights, shape, initialWeights(hiddenSize, seed, initialisation));
      await pool.order(ORDER.pack, 0);
      return await raise(test, { ...opened, pool, settings: base });
    } finally {
      await pool.close();
      freeUnusedMemory();
    }
  } finally {
    await opened.text.close();
  }
}

async function raise(test: RangeTest, bench: Bench): Promise<RangePoint[]> {
  const { lanes, text } = bench;
  const { fill } = createLaneReader(text, lanes);
  const updateBytes = lanes.lanes * lanes.steps;
  const count = Math.max(1, Math.min(MOST_UPDATES_A_POINT, Math.ceil(WANTED_BYTES / updateBytes / RANGE_POINTS)));
  const points: RangePoint[] = [];
  for (let index = 0; index < RANGE_POINTS && !test.stop(); index++) {
    const learningRate = rateAt(index);
    const settings = { ...bench.settings, learningRate };
    const lossNats = await trainPoint({ ...bench, settings }, fill, index * count, count);
    if (!Number.isFinite(lossNats)) break;
    const point = { learningRate, lossNats };
    points.push(point);
    test.onPoint(point);
    if (hasDiverged(points)) break;
  }
  return points;
}
