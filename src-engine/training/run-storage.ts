// What a training run writes: its logs, its journal, its checkpoints and its record, in the order in which they must reach the disk.
import type { MetricPoint, RunState, Sample, SettingChange, ValidationPoint } from '../protocol';
import { openAppendLog, readLog, type AppendLog } from './append-log';
import { saveCheckpoint } from './checkpoints';
import { writeRecord, type RunFolder, type RunRecord } from './run-folder';

const FLUSH_EVERY_MS = 500;
const SPARKLINE_POINTS = 60;

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
  /** All of the run so far, oldest first. */
  readonly validations: ValidationPoint[];
  /** Logs a validation; true when it is the best so far. */
  noteValidation(point: ValidationPoint): boolean;
  /** Resolves when the change would survive a power cut. */
  journal(change: SettingChange): Promise<void>;
  /** Logs first, then the checkpoint, then the record: a crash between leaves a run that continues from the one before. */
  saveCheckpoint(bytes: Uint8Array, standing: Standing): Promise<void>;
  setState(state: RunState, sentence: string | null): Promise<void>;
  flushNowAndThen(): Promise<void>;
  close(): Promise<void>;
}

/** A long list of losses as few: every so many-th, the newest always. */
function everyFew(losses: number[], most: number): number[] {
  const stride = Math.max(1, Math.ceil(losses.length / most));
  return losses.filter((_, index) => (losses.length - 1 - index) % stride === 0);
}

export async function openRunStorage(folder: RunFolder, record: RunRecord): Promise<RunStorage> {
  const metrics = await openAppendLog<MetricPoint>(folder.metricsPath);
  const validations = await openAppendLog<ValidationPoint>(folder.validationsPath);
  const samples = await openAppendLog<Sample>(folder.samplesPath);
  const changes = await openAppendLog<SettingChange>(folder.changesPath, true);
  const losses = (await readLog<MetricPoint>(folder.metricsPath)).map((point) => point.lossNats);
  const known = await readLog<ValidationPoint>(folder.validationsPath);
  let flushedMs = 0;

  const flush = async () => {
    for (const log of [metrics, validations, samples]) await log.flush();
    flushedMs = performance.now();
  };
  const storage: RunStorage = {
    folder,
    record,
    metrics: {
      ...metrics,
      append(point) {
        losses.push(point.lossNats);
        metrics.append(point);
      },
    },
    samples,
    lastLossNats: record.lossNats,
    sparkline: () => everyFew(losses, SPARKLINE_POINTS),
    validations: known,
    noteValidation(point) {
      validations.append(point);
      known.push(point);
      const isBest = record.best === null || point.bitsPerByte < record.best.bitsPerByte;
      if (isBest) record.best = { update: point.update, bitsPerByte: point.bitsPerByte };
      return isBest;
    },
    async journal(change) {
      changes.append(change);
      await changes.flush();
    },
    async saveCheckpoint(bytes, standing) {
      await flush();
      await saveCheckpoint(folder, standing.update, bytes, record.best?.update ?? null);
      Object.assign(record, standing, { lossNats: storage.lastLossNats, sparkline: storage.sparkline() });
      await writeRecord(folder, record);
    },
    async setState(state, sentence) {
      await writeRecord(folder, { ...record, state, sentence });
      Object.assign(record, { state, sentence });
    },
    async flushNowAndThen() {
      if (performance.now() - flushedMs > FLUSH_EVERY_MS) await flush();
    },
    async close() {
      for (const log of [metrics, validations, samples, changes]) await log.close();
    },
  };
  return storage;
}
