// What a training run writes: its logs, its journal, its checkpoints and its record, in the order in which they must reach the disk.
import type { MetricPoint, Sample, SettingChange, ValidationPoint } from '../protocol/messages';
import type { RunState } from '../protocol/run-state';
import { createThrottle } from '../throttle';
import { validationsSoFar, withNext, type ValidationsSoFar } from './plateau';
import { openAppendLog, type AppendLog } from './append-log';
import { saveCheckpoint } from './checkpoints';
import { readCurveIndex, readPoints } from './curve-index';
import { readCurve } from './read-curve';
import type { RunLock } from './run-lock';
import { readValidations } from './run-logs';
import { writeRecord, type RunFolder, type RunRecord } from './run-folder';
import { createSparkline } from './sparkline';

const FLUSH_EVERY_MS = 500;
const SPARKLINE_POINTS = 60;
/** More than any line has. */
const FIRST_LINE_BYTES = 2000;
const INDEX_EVERY_MS = 60_000;

export interface Standing {
  update: number;
  totalUpdates: number;
  elapsedMs: number;
}

export interface RunStorage {
  readonly folder: RunFolder;
  readonly record: RunRecord;
  readonly metrics: AppendLog<MetricPoint>;
  readonly samples: AppendLog<Sample>;
  /** The newest update's loss. */
  lastLossNats: number | null;
  /** At most 60 losses, oldest first. */
  sparkline(): number[];
  /** Of the whole run. */
  readonly validations: ValidationsSoFar;
  /** Logs a validation; true when it is the best so far. */
  noteValidation(point: ValidationPoint): boolean;
  /** Resolves when the change would survive a power cut. */
  journal(change: SettingChange): Promise<void>;
  /** Logs first, then the checkpoint, then the record: a crash between leaves a run that continues from the one before. */
  saveCheckpoint(bytes: Uint8Array, standing: Standing): Promise<void>;
  setState(state: RunState, sentence: string | null): Promise<void>;
  /** The loss of the run's first update; null before it. */
  readonly startNats: number | null;
  /** Resolves when the logs are on the disk. */
  flush(): Promise<void>;
  flushNowAndThen(): Promise<void>;
  close(): Promise<void>;
}

/** Closing it releases the lock. */
export async function openRunStorage(folder: RunFolder, record: RunRecord, lock: RunLock): Promise<RunStorage> {
  const metrics = await openAppendLog<MetricPoint>(folder.metricsPath);
  const validations = await openAppendLog<ValidationPoint>(folder.validationsPath);
  const samples = await openAppendLog<Sample>(folder.samplesPath);
  const changes = await openAppendLog<SettingChange>(folder.changesPath, true);
  const begun = await readCurve(folder, undefined, SPARKLINE_POINTS);
  const sparkline = createSparkline(
    SPARKLINE_POINTS,
    begun.metrics.map((point) => point.lossNats),
    begun.recordsPerPoint,
  );
  let known = validationsSoFar(await readValidations(folder));
  const flushing = createThrottle(FLUSH_EVERY_MS);
  const indexing = createThrottle(INDEX_EVERY_MS);
  indexing.restart();

  const flush = async () => {
    await lock.check();
    for (const log of [metrics, validations, samples]) await log.flush();
    flushing.restart();
  };
  /** Opening the run then has little left to read. */
  const indexNowAndThen = async () => {
    if (!indexing.isDue()) return;
    await readCurveIndex(folder);
    indexing.restart();
  };
  const storage: RunStorage = {
    folder,
    record,
    metrics: {
      ...metrics,
      append(point) {
        sparkline.add(point.lossNats);
        metrics.append(point);
      },
    },
    samples,
    lastLossNats: record.lossNats,
    sparkline: () => sparkline.values(),
    get validations() {
      return known;
    },
    startNats: (await readPoints(folder, 0, FIRST_LINE_BYTES))[0]?.lossNats ?? null,
    noteValidation(point) {
      validations.append(point);
      known = withNext(known, point);
      const isBest = record.best === null || point.bitsPerByte < record.best.bitsPerByte;
      if (isBest) record.best = { update: point.update, bitsPerByte: point.bitsPerByte };
      return isBest;
    },
    async journal(change) {
      await lock.check();
      changes.append(change);
      await changes.flush();
    },
    async saveCheckpoint(bytes, standing) {
      await flush();
      await saveCheckpoint(folder, standing.update, bytes, record.best?.update ?? null);
      Object.assign(record, standing, { lossNats: storage.lastLossNats, sparkline: storage.sparkline() });
      await writeRecord(folder, record);
      await indexNowAndThen();
    },
    async setState(state, sentence) {
      await lock.check();
      await writeRecord(folder, { ...record, state, sentence });
      Object.assign(record, { state, sentence });
    },
    flush,
    async flushNowAndThen() {
      if (flushing.isDue()) await flush();
    },
    async close() {
      try {
        for (const log of [metrics, validations, samples, changes]) await log.close();
      } finally {
        await lock.release();
      }
    },
  };
  return storage;
}
