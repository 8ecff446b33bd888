// Puts a run together from its parts: a new one from a text and settings, or an old one from its folder.
import { fingerprint } from '../corpus/identity';
import { layLanes, validationBytes, type Lanes } from '../corpus/lanes';
import { occurringBytes } from '../corpus/occurring-bytes';
import { openTextFiles, type TextFiles } from '../corpus/text-files';
import { DEFAULT_ENCODING, type EncodingName } from '../protocol/encodings';
import { settingsProblem, stepsPerUpdate, type Settings } from '../hyperparameters';
import { compileKernels, vectorsOf } from '../kernels/kernel-files';
import type { Vectors } from '../kernels/vectors';
import { restoreCheckpoint, type Counters } from '../model/checkpoint';
import { createRandom } from '../model/random';
import { shapeOf } from '../model/shape';
import { initialWeights } from '../model/initialise';
import { writeMatrices, type Weights } from '../model/weights';
import { problem } from '../problem';
import type { SettingChange } from '../protocol/messages';
import { openLaneWorkerPool, type LaneWorkerPool } from '../workers/lane-worker-pool';
import { ORDER, type ThreadOptions } from '../workers/orders';
import { readLog } from '../run-files/append-log';
import { listCheckpoints, useNewestCheckpoint } from '../run-files/checkpoints';
import { cutLogsBack } from '../run-files/kept-checkpoints';
import { checkMemory } from '../training/memory-check';
import {
  createRunFolder,
  readRecord,
  runFolder,
  writeRecord,
  type RunFolder,
  type RunRecord,
} from '../run-files/run-folder';
import { openRecordedText } from '../run-files/recorded-text';
import { totalUpdates } from '../training/run-length';
import { openRunStorage } from '../run-files/run-storage';
import { mostThreads, threadsFor } from '../training/threads';
import type { TrainingObserver } from '../training/training-parts';
import { TrainingRun } from '../training/training-run';

/** Where the build left what the engine loads at run time. */
export interface EngineFiles {
  kernelsFolder: URL;
  laneWorker: URL;
}

export interface NewRun {
  folder: string;
  name: string;
  paths: string[];
  settings: Settings;
  /** What the text's bytes mean; UTF-8 where it is not said. */
  encoding?: EncodingName;
  /** Begin from these weights instead of random ones. */
  weights?: Weights;
}

export interface Opened {
  text: TextFiles;
  lanes: Lanes;
}

/** A text with its lanes; throws a `Problem` if they do not go together. */
export async function openLanes(opening: Promise<TextFiles>, settings: Settings): Promise<Opened> {
  const text = await opening;
  try {
    const held = validationBytes(text.bytes, settings.validationShare);
    return { text, lanes: layLanes(text.name, text.bytes - held, settings.lanes, stepsPerUpdate(settings)) };
  } catch (error) {
    await text.close();
    throw error;
  }
}

export async function openPool(
  files: EngineFiles,
  settings: Settings,
  alphabet: Uint8Array | null,
  threadOptions: ThreadOptions = { threads: threadsFor(settings), priority: 'normal' },
): Promise<{ pool: LaneWorkerPool; kernels: Settings['kernels']; vectors: Vectors }> {
  const shape = shapeOf(settings, alphabet);
  checkMemory(settings, mostThreads(settings), process.availableMemory());
  const kernels = await compileKernels(files.kernelsFolder, settings.kernels, settings.vectors);
  const pool = await openLaneWorkerPool({
    kernels,
    workerFile: files.laneWorker,
    shape,
    optimizer: settings.optimizer,
    threadOptions,
    mostThreads: mostThreads(settings),
  });
  return { pool, kernels: kernels.variant, vectors: vectorsOf(kernels) };
}

function freshCounters(settings: Settings, kernels: Settings['kernels']): Counters {
  return { update: 0, elapsedMs: 0, restarts: createRandom(settings.seed, 'restarts'), kernels };
}

interface RunParts extends Opened {
  folder: RunFolder;
  record: RunRecord;
  observer: TrainingObserver;
  files: EngineFiles;
  /** Fills the memory with where the run begins. */
  begin(pool: LaneWorkerPool, kernels: Settings['kernels']): Promise<Counters>;
}

async function assemble({ folder, record, text, lanes, observer, files, begin }: RunParts): Promise<TrainingRun> {
  const alphabet = record.alphabet && Uint8Array.from(record.alphabet);
  const { pool, kernels, vectors } = await openPool(
    files,
    record.settings,
    alphabet,
    observer.threadOptionsFor?.(record.settings),
  );
  try {
    const counters = await begin(pool, kernels);
    await pool.order(ORDER.pack, 0);
    const changes = await readLog<SettingChange>(folder.changesPath);
    Object.assign(record, { kernels, vectors });
    const storage = await openRunStorage(folder, record);
    return new TrainingRun({
      settings: record.settings,
      text,
      lanes,
      pool,
      kernels,
      counters,
      changes,
      storage,
      observer,
    });
  } catch (error) {
    await pool.close();
    throw error;
  }
}

interface PreparedRun extends Opened {
  folder: RunFolder;
  record: RunRecord;
}

/** The folder and the record of a new run, its text open; a run that is refused leaves nothing behind. */
async function prepareRun(wanted: NewRun): Promise<PreparedRun> {
  const { settings } = wanted;
  const wrong = settingsProblem(settings);
  if (wrong) throw problem(wrong);
  checkMemory(settings, mostThreads(settings), process.availableMemory());
  const opened = await openLanes(openTextFiles(wanted.paths), settings);
  const { text } = opened;
  try {
    const folder = await createRunFolder(wanted.folder);
    const record: RunRecord = {
      format: 'unroll-run',
      version: 1,
      name: wanted.name,
      createdMs: Date.now(),
      settings,
      text: {
        name: text.name,
        paths: text.paths,
        bytes: text.bytes,
        fingerprint: await fingerprint(text),
        encoding: wanted.encoding ?? DEFAULT_ENCODING,
      },
      alphabet: settings.alphabet === 'occurring' ? await occurringBytes(text) : null,
      kernels: settings.kernels,
      vectors: null,
      state: 'paused',
      queuedMs: null,
      isSeeded: wanted.weights === undefined,
      sentence: null,
      update: 0,
      totalUpdates: 0,
      elapsedMs: 0,
      lossNats: null,
      best: null,
      divergence: null,
      sparkline: [],
    };
    return { ...opened, folder, record };
  } catch (error) {
    await text.close();
    throw error;
  }
}

/** Fills the memory with a run's initial weights. */
function initialise(
  pool: LaneWorkerPool,
  kernels: Settings['kernels'],
  settings: Settings,
  weights?: Weights,
): Counters {
  const { buffer, layout, shape } = pool.work;
  const first = weights ?? initialWeights(settings.hiddenSize, settings.seed, settings.initialisation);
  writeMatrices(buffer, layout.weights, shape, first);
  return freshCounters(settings, kernels);
}

/** A new run, its folder made and its initial weights in memory; nothing is trained yet. */
export async function createRun(files: EngineFiles, wanted: NewRun, observer: TrainingObserver): Promise<TrainingRun> {
  const prepared = await prepareRun(wanted);
  try {
    const begin = (pool: LaneWorkerPool, kernels: Settings['kernels']) =>
      Promise.resolve(initialise(pool, kernels, wanted.settings, wanted.weights));
    const run = await assemble({ ...prepared, observer, files, begin });
    await writeRecord(prepared.folder, { ...prepared.record, totalUpdates: run.totalUpdates });
    return run;
  } catch (error) {
    await prepared.text.close();
    throw error;
  }
}

/** A new queued run: only its folder and its record. */
export async function createWaitingRun(wanted: NewRun): Promise<RunRecord> {
  const { text, folder, record, lanes } = await prepareRun(wanted);
  await text.close();
  const counters = { update: 0, elapsedMs: 0 };
  const total = totalUpdates(wanted.settings, lanes.updatesPerEpoch, counters);
  const waiting: RunRecord = { ...record, state: 'queued', queuedMs: Date.now(), totalUpdates: total };
  await writeRecord(folder, waiting);
  return waiting;
}

/** A run from its folder, exactly as its newest whole checkpoint left it. */
export async function continueRun(
  files: EngineFiles,
  path: string,
  observer: TrainingObserver,
  changes: Partial<Settings> = {},
): Promise<TrainingRun> {
  const folder = runFolder(path);
  const record = await readRecord(folder);
  record.settings = { ...record.settings, ...changes };
  const opened = await openLanes(openRecordedText(record), record.settings);
  const begin = async (pool: LaneWorkerPool, kernels: Settings['kernels']) => {
    const restore = (bytes: Uint8Array, file: string) =>
      restoreCheckpoint(pool.work, record.settings.optimizer, bytes, file);
    const restored = await useNewestCheckpoint(folder, ({ bytes, file }) => restore(bytes, file));
    if (!restored && record.isSeeded && record.update === 0) return initialise(pool, kernels, record.settings);
    if (!restored) throw problem(`The run "${record.name}" has no checkpoint yet. Start a new run.`);
    if (restored.kernels !== kernels) {
      record.sentence = `This run now uses ${kernels} kernels; up to update ${restored.update} it used ${restored.kernels} ones, so results may differ in the last bits.`;
    }
    // The journal of changes stays, so that they take effect again at their updates.
    await cutLogsBack(folder, record, restored.update);
    return restored;
  };
  try {
    return await assemble({ ...opened, folder, record, observer, files, begin });
  } catch (error) {
    await opened.text.close();
    throw error;
  }
}

/** The weights of a run's newest checkpoint's file; throws a `Problem` if it has none. */
export async function newestCheckpointFile(path: string): Promise<string> {
  const folder = runFolder(path);
  const record = await readRecord(folder);
  const newest = (await listCheckpoints(folder)).at(-1);
  if (newest === undefined) throw problem(`The run "${record.name}" has no checkpoint yet. Train it first.`);
  return `${folder.checkpointsPath}/${newest}.safetensors`;
}
