// The training loop: has the next updates done, and does what is due in between them.
import { validationBytes } from '../corpus/lanes';
import type { SettingName, Settings } from '../hyperparameters';
import { encodeCheckpoint } from '../model/checkpoint';
import { readMatrices } from '../model/weights';
import type { SettingChange, ValidationPoint } from '../protocol/messages';
import type { RunStorage } from '../run-files/run-storage';
import { createCheckpointClock } from './checkpoint-clock';
import { LiveSettings } from './live-settings';
import { isOutOfPatience } from '../run-files/plateau';
import { createPublisher, type PublishedWeights, type Publisher } from './published-weights';
import { shareDone } from './run-length';
import { SampleTimes } from './sample-times';
import { withModelInPlace } from './average-weights';
import type { TrainingParts } from './training-parts';
import { UpdateOrders } from './update-orders';
import { evaluateText } from './validate';

export type TrainingOutcome = 'finished' | 'paused' | 'stopped';

export class TrainingRun {
  private readonly live: LiveSettings;
  private readonly orders: UpdateOrders;
  private readonly publisher: Publisher;
  private readonly samples: SampleTimes;
  private pausing = false;
  private skipping = false;
  private training = false;
  private checkpointed = -1;
  private clock = createCheckpointClock();
  private sampled = -1;

  constructor(private readonly parts: TrainingParts) {
    this.live = new LiveSettings(parts);
    this.orders = new UpdateOrders(parts, this.live);
    this.publisher = createPublisher(parts.pool.work, this.update);
    this.samples = new SampleTimes(this.elapsedMs);
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
    return this.orders.isWhole;
  }

  /** It ended because training diverged. */
  get hasDiverged(): boolean {
    return this.orders.hasDiverged;
  }

  get storage(): RunStorage {
    return this.parts.storage;
  }

  get totalUpdates(): number {
    return this.orders.totalUpdates;
  }

  private get current(): Settings {
    return this.live.at(this.update);
  }

  /**
   * Trains until the run is finished, `pause` is called, `stopAfter` updates are done or `untilMs` are trained, which is
   * then validated; all is then on the disk.
   */
  async train(stopAfter = Infinity, untilMs = Infinity): Promise<TrainingOutcome> {
    this.pausing = false;
    this.training = true;
    this.clock = createCheckpointClock();
    try {
      // A run that is killed before its first checkpoint is due can still be resumed.
      if (this.update === 0) {
        await this.checkpoint();
        this.sampleIfDue();
      }
      while (!this.pausing && !this.finished && this.update < stopAfter && this.elapsedMs < untilMs) {
        const startedMs = performance.now();
        await this.live.makeChanges(this.update);
        await this.orders.trainSome(stopAfter);
        this.publisher.publishNowAndThen(this.update);
        await this.seeToWhatIsDue();
        this.parts.counters.elapsedMs += performance.now() - startedMs;
      }
      this.orders.recordRest();
      if (this.finished) this.sample();
      if (this.finished || this.elapsedMs >= untilMs) await this.validate();
      await this.checkpoint();
      if (this.finished) return 'finished';
      return this.pausing ? 'paused' : 'stopped';
    } finally {
      this.training = false;
      if (this.isWhole) this.publisher.publish(this.update);
      await this.live.makeChanges(this.update);
    }
  }

  /** Asks the loop to end at the next update boundary. */
  pause(): void {
    this.pausing = true;
  }

  /** Breaks off the validation under way, which then counts as none; training goes on. */
  skipValidation(): void {
    this.skipping = true;
  }

  /** A copy of the weights as last published: at once, whatever the workers are at, and never half an update. */
  publishedWeights(): PublishedWeights {
    return this.publisher.latest();
  }

  /** Changes a live setting for the updates that are not yet planned; resolves when it is in the journal and in effect. */
  async changeSetting(name: SettingName, value: number | string): Promise<SettingChange> {
    const changed = this.live.want(name, value);
    if (!this.training) void this.live.makeChanges(this.update);
    return changed;
  }

  async close(): Promise<void> {
    const { pool, storage, text, textWatch } = this.parts;
    await textWatch.close();
    await pool.close();
    await storage.close();
    await text.close();
  }

  private get finished(): boolean {
    const { settings, lanes, counters, storage } = this.parts;
    if (isOutOfPatience(storage.validations, this.current.patience)) return true;
    return shareDone(settings, lanes.updatesPerEpoch, counters) >= 1;
  }

  private async seeToWhatIsDue(): Promise<void> {
    const { checkpointEvery, checkpointSeconds, validationEvery } = this.current;
    const due = (every: number) => every > 0 && this.update % every === 0;
    this.sampleIfDue();
    const isBest = due(validationEvery) && (await this.validate());
    if (isBest || due(checkpointEvery) || this.clock.isDue(checkpointSeconds)) await this.checkpoint();
    await this.parts.storage.flushNowAndThen();
  }

  private sampleIfDue(): void {
    if (this.samples.isDue(this.update, this.elapsedMs, this.current.sampleEvery)) this.sample();
  }

  /** Once an update. */
  private sample(): void {
    if (this.sampled === this.update) return;
    this.sampled = this.update;
    const { observer, pool } = this.parts;
    const { buffer, layout, shape } = pool.work;
    observer.onSampleDue?.(this.update, readMatrices(buffer, layout.model, shape));
  }

  /** True when it is the best so far. */
  private async validate(): Promise<boolean> {
    const { text, settings, pool, storage, observer } = this.parts;
    const held = validationBytes(text.bytes, settings.validationShare);
    if (held === 0 || storage.validations.newest?.update === this.update) return false;
    this.skipping = false;
    const result = await withModelInPlace(pool, () =>
      evaluateText(pool, text, text.bytes - held, text.bytes, {
        stop: () => this.pausing || this.skipping,
        ...(observer.onValidating ? { onProgress: observer.onValidating } : {}),
      }),
    );
    if (!result) {
      observer.onValidating?.(1);
      return false;
    }
    const { bitsPerByte } = result;
    const point: ValidationPoint = {
      update: this.update,
      bytes: this.orders.bytes,
      elapsedMs: this.elapsedMs,
      bitsPerByte,
    };
    observer.onValidation?.(point);
    return storage.noteValidation(point);
  }

  /** Saves everything learned; does nothing when it is saved already. */
  async checkpoint(): Promise<void> {
    if (this.checkpointed === this.update) return;
    const { pool, settings, counters, kernels, storage, observer } = this.parts;
    const startedMs = performance.now();
    const bytes = encodeCheckpoint(pool.work, settings.optimizer, { ...counters, kernels });
    await storage.saveCheckpoint(bytes, {
      update: this.update,
      totalUpdates: this.totalUpdates,
      elapsedMs: this.elapsedMs,
    });
    this.checkpointed = this.update;
    this.clock.saved(performance.now() - startedMs);
    observer.onCheckpoint?.(this.update);
  }
}
