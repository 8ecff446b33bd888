// Has the lane workers do a run's next updates: reads ahead, plans them, gives the order, and records what each update left.
import { createLaneReader, type LaneReader } from '../corpus/lane-reader';
import { RESULT_FIELDS } from '../model/layout';
import { numberInSentence, problem } from '../problem';
import type { MetricPoint } from '../protocol/messages';
import { ORDER } from '../workers/orders';
import { createDivergenceWatch, type DivergenceWatch } from './divergence-watch';
import type { LiveSettings } from './live-settings';
import { planUpdate } from './plan-updates';
import { createRecorder, type Recorder } from './recorder';
import { updatesToSample } from './sample-times';
import { shareDone, totalUpdates } from './run-length';
import type { TrainingParts } from './training-parts';

/** How long one order may keep the workers: short enough that pausing and changing a setting feel immediate. */
const ORDER_MS = 25;

export class UpdateOrders {
  private readonly reader: LaneReader;
  private readonly recorder: Recorder;
  private readonly watch: DivergenceWatch;
  private msPerUpdate = ORDER_MS;
  private whole = true;
  private diverged = false;

  constructor(
    private readonly parts: TrainingParts,
    private readonly live: LiveSettings,
  ) {
    this.reader = createLaneReader(parts.text, parts.lanes);
    this.watch = createDivergenceWatch(parts.storage.startNats);
    this.recorder = createRecorder(this.bytes, parts.counters.elapsedMs);
  }

  /** What lies in memory is a whole state between two updates, fit to be saved and gone on from. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** The loss has run away. */
  get hasDiverged(): boolean {
    return this.diverged;
  }

  /** Bytes trained on since the run began. */
  get bytes(): number {
    return this.update * this.parts.lanes.lanes * this.parts.lanes.steps;
  }

  get totalUpdates(): number {
    return totalUpdates(this.parts.settings, this.parts.lanes.updatesPerEpoch, this.parts.counters);
  }

  private get update(): number {
    return this.parts.counters.update;
  }

  /** As many updates as fit the order's time, up to `stopAfter` at the most. */
  async trainSome(stopAfter: number): Promise<void> {
    await this.fitCrew();
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

  /** The computer may have other things to do than a moment ago; no number depends on it. */
  private async fitCrew(): Promise<void> {
    const { pool, observer } = this.parts;
    const wanted = observer.threadOptionsFor?.(this.live.at(this.update)) ?? pool.threadOptions;
    const threads = Math.min(wanted.threads, pool.work.layout.scratch.length);
    if (threads === pool.threadOptions.threads && wanted.priority === pool.threadOptions.priority) return;
    await pool.renew({ ...wanted, threads });
  }

  /** As many as fit the order's time, up to the next thing that is due, the epoch's end and the run's. */
  private updatesAhead(stopAfter: number): number {
    const { settings, lanes, pool } = this.parts;
    const { checkpointEvery, validationEvery, sampleEvery } = this.live.at(this.update);
    const untilNext = (every: number) => (every > 0 ? every - (this.update % every) : Infinity);
    const isCounted = settings.lengthUnit === 'updates' || settings.lengthUnit === 'epochs';
    const remaining = isCounted ? this.totalUpdates - this.update : Infinity;
    return Math.min(
      pool.work.layout.updatesAnOrder,
      Math.max(1, Math.floor(ORDER_MS / this.msPerUpdate)),
      untilNext(lanes.updatesPerEpoch),
      untilNext(checkpointEvery),
      untilNext(validationEvery),
      updatesToSample(this.update, sampleEvery),
      remaining,
      stopAfter - this.update,
    );
  }

  /** Plans `count` updates; returns their learning rates. */
  private plan(count: number): number[] {
    const { settings, lanes, pool, counters, storage } = this.parts;
    const { updatesPerEpoch } = lanes;
    const { origin } = storage.record;
    const plateaus = (origin?.plateaus ?? 0) + storage.validations.plateaus;
    return Array.from({ length: count }, (_, index) => {
      const update = this.update + index;
      const own = shareDone(settings, updatesPerEpoch, { update, elapsedMs: counters.elapsedMs });
      const before = origin?.shareDone ?? 0;
      const planned = {
        update,
        stepsBefore: origin?.updates ?? 0,
        settings: this.live.at(update),
        updatesPerEpoch,
        shareDone: before + (1 - before) * own,
        plateaus,
      };
      return planUpdate(pool.work, index, planned, counters.restarts);
    });
  }

  private record(rates: number[], orderMs: number): void {
    const { pool, counters, storage } = this.parts;
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
      this.tell(point);
    }
  }

  /** Where training comes to rest, also what was not yet due. */
  recordRest(): void {
    this.tell(this.recorder.rest());
  }

  private tell(point: MetricPoint | null): void {
    if (!point) return;
    this.parts.storage.metrics.append(point);
    this.parts.observer.onMetrics?.(point, this.totalUpdates);
  }

  /** What lies in memory is then not fit to be saved: what came before it is. */
  private divergence(fault: string): Error {
    this.diverged = true;
    const [update, learningRate] = [this.update, this.live.at(this.update).learningRate].map(numberInSentence);
    return problem(
      `Training diverged at update ${update}: ${fault}. Go back to an earlier checkpoint with a learning rate below ${learningRate}, or start a new run with one.`,
    );
  }
}
