// Puts a run together from its parts: a new one from a text and settings, or an old one from its folder.
import { bytesBetween } from '../corpus/between-files';
import { fileFacts } from '../corpus/full-checksum';
import { fingerprint } from '../corpus/identity';
import { layLanes, validationBytes, type Lanes } from '../corpus/lanes';
import { occurringBytes } from '../corpus/occurring-bytes';
import { openTextFiles, type TextFiles } from '../corpus/text-files';
import { DEFAULT_ENCODING, type EncodingName } from '../protocol/encodings';
import { settingsProblem, stepsPerUpdate, type Settings } from '../hyperparameters';
import { vectorsOf, type ChooseKernels } from '../kernels/kernel-files';
import type { Vectors } from '../kernels/vectors';
import type { Counters } from '../model/checkpoint';
import { restoreCheckpoint, type Checkpoint } from '../model/read-checkpoint';
import { createRandom } from '../model/random';
import { shapeOf } from '../model/shape';
import { initialWeights } from '../model/initialise';
import { writeMatrices, type Weights } from '../model/weights';
import { problem } from '../problem';
import { openLaneWorkerPool, type LaneWorkerPool, type PoolOptions } from '../workers/lane-worker-pool';
import { ORDER, type ThreadOptions } from '../workers/orders';
import { readNewestCheckpoint, sentenceOnDamage, setAside } from '../run-files/checkpoints';
import { checkLength, sentenceOnKernels } from './continuing';
import { cutLogsBack } from '../run-files/kept-checkpoints';
import { removeLeftovers } from '../run-files/leftovers';
import { lockRun, type RunLock } from '../run-files/run-lock';
import { checkMemory } from '../training/memory-check';
import {
  createRunFolder,
  readRecord,
  runFolder,
  writeRecord,
  type RunFolder,
  type RunOrigin,
  type RunRecord,
} from '../run-files/run-folder';
import { readChanges } from '../run-files/run-logs';
import { acceptText, locateText, openRecordedText } from '../run-files/recorded-text';
import { watchText } from '../run-files/text-watch';
import { totalUpdates } from '../training/run-length';
import { openRunStorage } from '../run-files/run-storage';
import { mostThreads, threadsFor } from '../training/threads';
import type { TrainingObserver } from '../training/training-parts';
import { TrainingRun } from '../training/training-run';

/** Where the build left what the engine loads at run time. */
export interface EngineFiles {
  kernels: ChooseKernels;
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
  /** With these weights come an optimiser that goes on, and a schedule. */
  moments?: Checkpoint['moments'];
  origin?: RunOrigin;
  /** Its own in the window. */
  colour?: number;
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
  onProfile?: PoolOptions['onProfile'],
): Promise<{ pool: LaneWorkerPool; kernels: Settings['kernels']; vectors: Vectors }> {
  const shape = shapeOf(settings, alphabet);
  checkMemory(settings, mostThreads(settings), process.availableMemory());
  const kernels = await files.kernels(settings.kernels, settings.vectors);
  const pool = await openLaneWorkerPool({
    kernels,
    workerFile: files.laneWorker,
    shape,
    optimizer: settings.optimizer,
    threadOptions,
    mostThreads: mostThreads(settings),
    ...(onProfile && { onProfile }),
  });
  return { pool, kernels: kernels.variant, vectors: vectorsOf(kernels) };
}

function freshCounters(settings: Settings, kernels: Settings['kernels']): Counters {
  return { update: 0, elapsedMs: 0, restarts: createRandom(settings.seed, 'restarts'), kernels };
}

interface RunParts extends Opened {
  folder: RunFolder;
  lock: RunLock;
  record: RunRecord;
  observer: TrainingObserver;
  files: EngineFiles;
  /** Fills the memory with where the run begins. */
  begin(pool: LaneWorkerPool, kernels: Settings['kernels']): Promise<Counters>;
}

async function assemble({ folder, lock, record, text, lanes, observer, files, begin }: RunParts): Promise<TrainingRun> {
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
    const changes = await readChanges(folder);
    Object.assign(record, { kernels, vectors });
    const storage = await openRunStorage(folder, record, lock);
    const textWatch = watchText(record, (change) => observer.onTextChanged?.(change));
    return new TrainingRun({
      settings: record.settings,
      text,
      lanes,
      pool,
      kernels,
      counters,
      changes,
      storage,
      textWatch,
      observer,
    });
  } catch (error) {
    await pool.close();
    throw error;
  }
}

interface PreparedRun extends Opened {
  folder: RunFolder;
  lock: RunLock;
  record: RunRecord;
}

/** The folder and the record of a new run, its text open; a run that is refused leaves nothing behind. */
async function prepareRun(wanted: NewRun): Promise<PreparedRun> {
  const { settings } = wanted;
  const wrong = settingsProblem(settings);
  if (wrong) throw problem(wrong);
  checkMemory(settings, mostThreads(settings), process.availableMemory());
  const encoding = wanted.encoding ?? DEFAULT_ENCODING;
  const opened = await openLanes(openTextFiles(wanted.paths, bytesBetween(settings, encoding)), settings);
  const { text } = opened;
  try {
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
        checksum: null,
        facts: await fileFacts(text.paths),
        encoding,
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
      colour: wanted.colour ?? null,
      isArchived: false,
      origin: wanted.origin ?? null,
    };
    return { ...opened, record, ...(await createRunFolder(wanted.folder)) };
  } catch (error) {
    await text.close();
    throw error;
  }
}

/** Fills the memory with a run's initial weights. */
function initialise(
  pool: LaneWorkerPool,
  kernels: Settings['kernels'],
  { settings, weights, moments = [] }: Pick<NewRun, 'settings' | 'weights' | 'moments'>,
): Counters {
  const { buffer, layout, shape } = pool.work;
  const first = weights ?? initialWeights(settings.hiddenSize, settings.seed, settings.initialisation);
  writeMatrices(buffer, layout.weights, shape, first);
  writeMatrices(buffer, layout.model, shape, first);
  for (const { name, values } of moments) writeMatrices(buffer, layout[name], shape, values);
  return freshCounters(settings, kernels);
}

/** A new run, its folder made and its initial weights in memory; nothing is trained yet. */
export async function createRun(files: EngineFiles, wanted: NewRun, observer: TrainingObserver): Promise<TrainingRun> {
  const prepared = await prepareRun(wanted);
  try {
    const begin = (pool: LaneWorkerPool, kernels: Settings['kernels']) =>
      Promise.resolve(initialise(pool, kernels, wanted));
    const run = await assemble({ ...prepared, observer, files, begin });
    await writeRecord(prepared.folder, { ...prepared.record, totalUpdates: run.totalUpdates });
    return run;
  } catch (error) {
    await prepared.text.close();
    await prepared.lock.release();
    throw error;
  }
}

/** A new queued run: only its folder and its record. */
export async function createWaitingRun(wanted: NewRun): Promise<RunRecord> {
  const { text, folder, lock, record, lanes } = await prepareRun(wanted);
  try {
    await text.close();
    const counters = { update: 0, elapsedMs: 0 };
    const total = totalUpdates(wanted.settings, lanes.updatesPerEpoch, counters);
    const waiting: RunRecord = { ...record, state: 'queued', queuedMs: Date.now(), totalUpdates: total };
    await writeRecord(folder, waiting);
    return waiting;
  } finally {
    await lock.release();
  }
}

export interface ContinueOptions {
  changes?: Partial<Settings>;
  /** Where the text lies now. */
  paths?: string[];
  /** Go on although the text has changed. */
  acceptsText?: boolean;
}

interface Continuation extends ContinueOptions {
  files: EngineFiles;
  folder: RunFolder;
  lock: RunLock;
  observer: TrainingObserver;
}

async function continueLocked(continuation: Continuation): Promise<TrainingRun> {
  const { files, folder, lock, observer, changes, paths, acceptsText } = continuation;
  await removeLeftovers(folder);
  const record = await readRecord(folder);
  // What failed the last time has no part in this one.
  Object.assign(record, { settings: { ...record.settings, ...changes }, sentence: null });
  if (paths) record.text = await locateText(record, paths);
  if (acceptsText) record.text = await acceptText(record);
  const opened = await openLanes(openRecordedText(record), record.settings);
  const begin = async (pool: LaneWorkerPool, kernels: Settings['kernels']) => {
    const newest = await readNewestCheckpoint(folder, record);
    if (!newest && record.isSeeded && record.update === 0) return initialise(pool, kernels, record);
    if (!newest) throw problem(`The run "${record.name}" has no checkpoint yet. Start a new run.`);
    const { counters } = newest.checkpoint;
    checkLength(record, counters.update);
    restoreCheckpoint(pool.work, newest.checkpoint);
    const sentences = [sentenceOnDamage(newest), sentenceOnKernels(counters, kernels)];
    record.sentence = sentences.filter((sentence) => sentence !== null).join(' ') || null;
    await setAside(folder, newest.damaged);
    // The journal of changes stays, so that they take effect again at their updates.
    await cutLogsBack(folder, record, counters.update);
    return counters;
  };
  try {
    return await assemble({ ...opened, folder, lock, record, observer, files, begin });
  } catch (error) {
    await opened.text.close();
    throw error;
  }
}

/** A run from its folder, exactly as its newest whole checkpoint left it. */
export async function continueRun(
  files: EngineFiles,
  path: string,
  observer: TrainingObserver,
  options: ContinueOptions = {},
): Promise<TrainingRun> {
  const folder = runFolder(path);
  // What is no run is not locked.
  await readRecord(folder);
  const lock = await lockRun(folder.path);
  try {
    return await continueLocked({ ...options, files, folder, lock, observer });
  } catch (error) {
    await lock.release();
    throw error;
  }
}
