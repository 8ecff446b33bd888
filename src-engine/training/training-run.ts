// The training loop: reads ahead, plans the next updates, lets the lane workers do them, and does what is due in between.
import { validationBytes, type Lanes } from '../corpus/lanes';
import { createLaneReader, type LaneReader } from '../corpus/lane-reader';
import type { TextFiles } from '../corpus/text-files';
import type { KernelVariant, SettingName, Settings } from '../hyperparameters';
import { encodeCheckpoint, type Counters } from '../model/checkpoint';
import { RESULT_FIELDS } from '../model/layout';
import { readMatrices, type Weights } from '../model/weights';
import { numberInSentence, problem } from '../problem';
import type { MetricPoint, SettingChange, ValidationPoint } from '../protocol/messages';
import type { LaneWorkerPool } from '../workers/lane-worker-pool';
import { ORDER, type ThreadOptions } from '../workers/orders';
import { planUpdate } from './plan-updates';
import { createDivergenceWatch, type DivergenceWatch } from './divergence-watch';
import { isOutOfPatience, plateausBefore } from './plateau';
import { createPublisher, type PublishedWeights, type Publisher } from './published-weights';
import { createRecorder, type Recorder } from './recorder';
import { shareDone, totalUpdates } from './run-length';
import type { RunStorage } from '../run-files/run-storage';
import { checkChange, settingsAt } from '../run-files/setting-changes';
import { evaluateText } from './validate';

/** How long one order may keep the workers: short enough that pausing and changing a setting feel immediate. */
const ORDER_MS = 25;

export interface TrainingObserver {
  onMetrics?(point: MetricPoint, totalUpdates: number): void;
  onValidation?(point: ValidationPoint): void;
  onCheckpoint?(update: number): void;
  onSettingChanged?(change: SettingChange): void;
  /** A sample is due; the weights are a copy, to be read at leisure. */
  onSampleDue?(update: number, weights: Weights): void;
  /** Who may work now, asked before each order. Where it is not said, the thread options stay as they were opened. */
  threadOptionsFor?(current: Settings): ThreadOptions;
}

export interface TrainingParts {
  settings: Settings;
  text: TextFiles;
  lanes: Lanes;
  pool: LaneWorkerPool;
  kernels: KernelVariant;
  counters: Counters;
  changes: SettingChange[];
  storage: RunStorage;
  observer: TrainingObserver;
}

interface WantedChange {
  name: SettingName;
  value: number | string;
  resolve(change: SettingChange): void;
  reject(error: unknown): void;
}

export type TrainingOutcome = 'finished' | 'paused' | 'stopped';

export class TrainingRun {
  private readonly reader: LaneReader;
  private readonly recorder: Recorder;
  private readonly watch: DivergenceWatch;
  private pausing = false;
  private msPerUpdate = ORDER_MS;
  private readonly publisher: Publisher;
  private changesWanted: WantedChange[] = [];
  private training = false;
  private checkpointed = -1;
  private whole = true;
  private diverged = false;

  constructor(private readonly parts: TrainingParts) {
    this.reader = createLaneReader(parts.text, parts.lanes);
    this.watch = createDivergenceWatch(parts.storage.startNats);
    this.recorder = createRecorder(this.bytes, parts.counters.elapsedMs);
    this.publisher = createPublisher(parts.pool.work, this.update);
  }

  get update(): number {
    return this.parts.counters.update;
  }

  get elapsedMs(): number {
    return this.parts.counters.elapsedMs;
  }

  get lossNats(): number | null {
    return this.parts.storage.lastLossNats;
  }

  get sparkline(): number[] {
    return this.parts.storage.sparkline();
  }

  /** What lies in memory is a whole state between two updates, fit to be saved and gone on from. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** It ended because training diverged. */
  get hasDiverged(): boolean {
    return this.diverged;
  }

  get storage(): RunStorage {
    return this.parts.storage;
  }

  get totalUpdates(): number {
    return totalUpdates(this.parts.settings, this.parts.lanes.updatesPerEpoch, this.parts.counters);
  }

  /** Bytes trained on since the run began. */
  private get bytes(): number {
    return this.update * this.parts.lanes.lanes * this.parts.lanes.steps;
  }

  private get current(): Settings {
    return settingsAt(this.parts.settings, this.parts.changes, this.update);
  }

  /**
   * Trains until the run is finished, `pause` is called, `stopAfter` updates are done or `untilMs` are trained, which is
   * then validated; all is then on the disk.
   */
  async train(stopAfter = Infinity, untilMs = Infinity): Promise<TrainingOutcome> {
    this.pausing = false;
    this.training = true;
    try {
      // A run that is killed before its first checkpoint is due can still be resumed.
      if (this.update === 0) await this.checkpoint();
      while (!this.pausing && !this.finished && this.update < stopAfter && this.elapsedMs < untilMs) {
        const startedMs = performance.now();
        await this.makeChanges();
        await this.fitCrew();
        await this.trainSome(stopAfter);
        this.publisher.publishNowAndThen(this.update);
        await this.seeToWhatIsDue();
        this.parts.counters.elapsedMs += performance.now() - startedMs;
      }
      if (this.finished || this.elapsedMs >= untilMs) await this.validate();
      await this.checkpoint();
      if (this.finished) return 'finished';
      return this.pausing ? 'paused' : 'stopped';
    } finally {
      this.training = false;
      if (this.whole) this.publisher.publish(this.update);
      await this.makeChanges();
    }
  }

  /** Asks the loop to end at the next update boundary. */
  pause(): void {
    this.pausing = true;
  }

  /** A copy of the weights as last published: at once, whatever the workers are at, and never half an update. */
  publishedWeights(): PublishedWeights {
    return this.publisher.latest();
  }

  /** Changes a live setting for the updates that are not yet planned; resolves when it is in the journal and in effect. */
  async changeSetting(name: SettingName, value: number | string): Promise<SettingChange> {
    checkChange(name, value);
    return new Promise((resolve, reject) => {
      this.changesWanted.push({ name, value, resolve, reject });
      if (!this.training) void this.makeChanges();
    });
  }

  /** Between two updates, so that the journal says exactly from where on a change counts. */
  private async makeChanges(): Promise<void> {
    const { changes, storage, observer } = this.parts;
    for (const { name, value, resolve, reject } of this.changesWanted.splice(0)) {
      const change = { update: this.update, name, value };
      try {
        await storage.journal(change);
        changes.push(change);
        observer.onSettingChanged?.(change);
        resolve(change);
      } catch (error) {
        reject(error);
      }
    }
  }

  async close(): Promise<void> {
    await this.parts.pool.close();
    await this.parts.storage.close();
    await this.parts.text.close();
  }

  private get finished(): boolean {
    const { settings, lanes, counters, storage } = this.parts;
    if (isOutOfPatience(storage.validations, this.current.patience)) return true;
    return shareDone(settings, lanes.updatesPerEpoch, counters) >= 1;
  }

  /** As many updates as fit the order's time, up to the next thing that is due, the epoch's end and the run's. */
  private updatesAhead(stopAfter: number): number {
    const { settings, lanes, pool } = this.parts;
    const { checkpointEvery, validationEvery, sampleEvery } = this.current;
    const untilNext = (every: number) => (every > 0 ? every - (this.update % every) : Infinity);
    const isCounted = settings.lengthUnit === 'updates' || settings.lengthUnit === 'epochs';
    const remaining = isCounted ? this.totalUpdates - this.update : Infinity;
    return Math.min(
      pool.work.layout.updatesAnOrder,
      Math.max(1, Math.floor(ORDER_MS / this.msPerUpdate)),
      untilNext(lanes.updatesPerEpoch),
      untilNext(checkpointEvery),
      untilNext(validationEvery),
      untilNext(sampleEvery),
      remaining,
      stopAfter - this.update,
    );
  }

  /** The computer may have other things to do than a moment ago; no number depends on it. */
  private async fitCrew(): Promise<void> {
    const { pool, observer } = this.parts;
    const wanted = observer.threadOptionsFor?.(this.current) ?? pool.threadOptions;
    const threads = Math.min(wanted.threads, pool.work.layout.scratch.length);
    if (threads === pool.threadOptions.threads && wanted.priority === pool.threadOptions.priority) return;
    await pool.renew({ ...wanted, threads });
  }

  private async trainSome(stopAfter: number): Promise<void> {
    const { pool, lanes } = this.parts;
    const count = this.updatesAhead(stopAfter);
    const { layout, u8 } = pool.work;
    const feedBytes = count * (lanes.steps + 1) * lanes.lanes;
    await this.reader.fill(
      u8.subarray(layout.feed, layout.feed + feedBytes),
      this.update % lanes.updatesPerEpoch,
      count,
    );
    const rates = this.plan(count);
    const startedMs = performance.now();
    this.whole = false;
    const done = await pool.order(ORDER.train, count);
    const orderMs = performance.now() - startedMs;
    if (done > 0) this.msPerUpdate = orderMs / done;
    this.record(rates.slice(0, done), orderMs);
    if (done < count) this.watch.note(NaN);
    const fault = this.watch.fault();
    if (fault !== null) throw this.divergence(fault);
    this.whole = true;
  }

  /** Plans `count` updates; returns their learning rates. */
  private plan(count: number): number[] {
    const { settings, changes, lanes, pool, counters, storage } = this.parts;
    const { updatesPerEpoch } = lanes;
    const plateaus = plateausBefore(storage.validations, this.update);
    return Array.from({ length: count }, (_, index) => {
      const update = this.update + index;
      const share = shareDone(settings, updatesPerEpoch, { update, elapsedMs: counters.elapsedMs });
      const planned = {
        update,
        settings: settingsAt(settings, changes, update),
        updatesPerEpoch,
        shareDone: share,
        plateaus,
      };
      return planUpdate(pool.work, index, planned, counters.restarts);
    });
  }

  private record(rates: number[], orderMs: number): void {
    const { pool, counters, storage, observer } = this.parts;
    const { layout, f64 } = pool.work;
    const startMs = counters.elapsedMs;
    for (const [index, learningRate] of rates.entries()) {
      const at = layout.results / 8 + index * RESULT_FIELDS.length;
      counters.update += 1;
      const result = { update: this.update, lossNats: f64[at] ?? NaN, gradientNorm: f64[at + 1] ?? NaN, learningRate };
      const elapsedMs = startMs + ((index + 1) * orderMs) / rates.length;
      const point = this.recorder.record(result, this.bytes, elapsedMs);
      this.watch.note(result.lossNats);
      storage.lastLossNats = result.lossNats;
      if (!point) continue;
      storage.metrics.append(point);
      observer.onMetrics?.(point, this.totalUpdates);
    }
  }

  /** What lies in memory is then not fit to be saved: what came before it is. */
  private divergence(fault: string): Error {
    this.diverged = true;
    const [update, learningRate] = [this.update, this.current.learningRate].map(numberInSentence);
    return problem(
      `Training diverged at update ${update}: ${fault}. Go back to an earlier checkpoint with a learning rate below ${learningRate}, or start a new run with one.`,
    );
  }

  private async seeToWhatIsDue(): Promise<void> {
    const { checkpointEvery, validationEvery, sampleEvery } = this.current;
    const due = (every: number) => every > 0 && this.update % every === 0;
    const { observer, pool } = this.parts;
    if (due(sampleEvery)) {
      const { buffer, layout, shape } = pool.work;
      observer.onSampleDue?.(this.update, readMatrices(buffer, layout.weights, shape));
    }
    const isBest = due(validationEvery) && (await this.validate());
    if (isBest || due(checkpointEvery)) await this.checkpoint();
    await this.parts.storage.flushNowAndThen();
  }

  /** True when it is the best so far. */
  private async validate(): Promise<boolean> {
    const { text, settings, pool, storage, observer } = this.parts;
    const held = validationBytes(text.bytes, settings.validationShare);
    if (held === 0 || storage.validations.at(-1)?.update === this.update) return false;
    const result = await evaluateText(pool, text, text.bytes - held, text.bytes, () => this.pausing);
    if (!result) return false;
    const { bitsPerByte } = result;
    const point: ValidationPoint = { update: this.update, bytes: this.bytes, elapsedMs: this.elapsedMs, bitsPerByte };
    observer.onValidation?.(point);
    return storage.noteValidation(point);
  }

  /** Saves everything learned; does nothing when it is saved already. */
  async checkpoint(): Promise<void> {
    if (this.checkpointed === this.update) return;
    const { pool, settings, counters, kernels, storage, observer } = this.parts;
    const bytes = encodeCheckpoint(pool.work, settings.optimizer, { ...counters, kernels });
    await storage.saveCheckpoint(bytes, {
      update: this.update,
      totalUpdates: this.totalUpdates,
      elapsedMs: this.elapsedMs,
    });
    this.checkpointed = this.update;
    observer.onCheckpoint?.(this.update);
  }
}
