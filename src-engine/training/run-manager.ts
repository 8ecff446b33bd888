// Keeps the runs: which one trains, what each one's state is, and that nothing learned is lost whatever happens to it.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SettingName, Settings } from '../hyperparameters';
import { decodeModel, encodeModel } from '../model/model-file';
import type { Weights } from '../model/weights';
import { writeWholeFile } from '../model/write-whole-file';
import { problem, sentenceOf } from '../problem';
import type { EngineEvent, MetricPoint, Sample, SettingChange, ValidationPoint } from '../protocol';
import type { Crew } from '../workers/orders';
import { appendOnce, readLog } from './append-log';
import { continueRun, createRun, newestCheckpointFile, type EngineFiles } from './open-run';
import { importRun } from './import-run';
import { listRuns, newestFirst, newRunId, readRecord, runFolder, writeRecord } from './run-folder';
import { nextInQueue, setQueued } from './run-queue';
import { summaryOf } from './run-summary';
import { legEndOf, type LegEnd, type WantedRun } from './search-leg';
import { checkChange } from './setting-changes';
import { thinPoints } from './thin-points';
import type { TrainingObserver, TrainingOutcome, TrainingRun } from './training-run';

const MOST_HISTORY_POINTS = 2000;
const SAMPLES_SHOWN = 50;
const RUNS_A_PIECE = 200;
/** How often a training run's row is told anew. */
const SUMMARY_EVERY_MS = 500;

export interface RunManagerParts {
  files: EngineFiles;
  runsPath: string;
  emit(event: EngineEvent): void;
  /** Writes a few lines with the weights of a moment. */
  writeSample(weights: Weights): Promise<string>;
  /** How many may work at this moment. */
  crewFor?(current: Settings): Crew;
}

interface OpenRun {
  id: string;
  run: TrainingRun;
  /** Settles when the training under way has come to rest, whichever way. */
  resting: Promise<void>;
}

export class RunManager {
  private open: OpenRun | null = null;
  private toldMs = 0;
  /** Commands that open, pause or end runs take their turn, so that two never meet half-way. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: RunManagerParts) {}

  get isTraining(): boolean {
    return this.open?.run.storage.record.state === 'training';
  }

  /** Tells all runs, a piece at a time, so that thousands of them keep nobody waiting. */
  async list(): Promise<void> {
    const ids = newestFirst(await listRuns(this.parts.runsPath));
    let from = 0;
    do {
      const piece = ids.slice(from, from + RUNS_A_PIECE);
      const found = await Promise.allSettled(piece.map((id) => this.summary(id)));
      const runs = found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      this.parts.emit({ kind: 'runs', from, runs, isLast: from + piece.length >= ids.length });
      from += piece.length;
    } while (from < ids.length);
  }

  start(wanted: { name: string; paths: string[]; settings: Settings; queued?: boolean }): Promise<void> {
    return this.inTurn(async () => {
      const waits = wanted.queued === true && this.isTraining;
      if (!waits) await this.rest();
      const id = newRunId(wanted.name, Date.now());
      const run = await createRun(this.parts.files, { ...wanted, folder: this.pathOf(id) }, this.observerOf(id));
      if (waits) {
        await this.putBehind(id, run);
        this.parts.emit({ kind: 'run-started', run: id });
      } else {
        this.parts.emit({ kind: 'run-started', run: id });
        await this.trainOn(id, run);
      }
    });
  }

  /** A new run that has to wait: saved as it begins, then let go of. */
  private async putBehind(id: string, run: TrainingRun): Promise<void> {
    try {
      await run.checkpoint();
    } finally {
      await run.close();
    }
    await setQueued(this.pathOf(id), true, Date.now());
    await this.tell(id);
  }

  /** Lets a run at rest wait for its turn; with nothing in training its turn is now. */
  queue(id: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.open?.id === id && this.isTraining) return;
      if (this.open?.id === id) await this.rest();
      await setQueued(this.pathOf(id), true, Date.now());
      await this.tell(id);
      await this.trainNext();
    });
  }

  unqueue(id: string): Promise<void> {
    return this.inTurn(async () => {
      const { state } = await readRecord(runFolder(this.pathOf(id)));
      if (state === 'queued') await setQueued(this.pathOf(id), false, 0);
      await this.tell(id);
    });
  }

  rename(id: string, name: string): Promise<void> {
    return this.inTurn(async () => {
      const folder = runFolder(this.pathOf(id));
      const record = this.open?.id === id ? this.open.run.storage.record : await readRecord(folder);
      await writeRecord(folder, { ...record, name });
      Object.assign(record, { name });
      await this.tell(id);
    });
  }

  /** Saves a run and lets go of its folder. */
  release(id: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.open?.id === id) await this.rest();
    });
  }

  forget(id: string): void {
    this.parts.emit({ kind: 'run-gone', run: id });
    void this.inTurn(() => this.trainNext());
  }

  /** Takes in a run folder from elsewhere. */
  async import(path: string): Promise<void> {
    const id = await importRun(path, this.parts.runsPath, Date.now());
    await this.tell(id);
    this.parts.emit({ kind: 'run-imported', run: id });
  }

  resume(id: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.open?.id === id && this.open.run.storage.record.state === 'training') return;
      if (this.open?.id === id) {
        await this.trainOn(id, this.open.run);
        return;
      }
      await this.rest();
      await this.trainOn(id, await continueRun(this.parts.files, this.pathOf(id), this.observerOf(id)));
    });
  }

  /** Trains a new run, or an old one by its id, until it has trained so long in all; resolves when it rests. One leg of a search. */
  async trainLeg(wanted: WantedRun | string, untilMs: number, begun: (id: string) => void): Promise<LegEnd> {
    const { run, resting } = await this.inTurn(async () => {
      await this.rest();
      const id = typeof wanted === 'string' ? wanted : newRunId(wanted.name, Date.now());
      const { files } = this.parts;
      const run =
        typeof wanted === 'string'
          ? await continueRun(files, this.pathOf(id), this.observerOf(id))
          : await createRun(files, { ...wanted, folder: this.pathOf(id) }, this.observerOf(id));
      begun(id);
      return this.trainOn(id, run, untilMs);
    });
    await resting;
    return legEndOf(run, untilMs);
  }

  pause(id: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.open?.id !== id) return;
      this.open.run.pause();
      await this.open.resting;
    });
  }

  /** Ends a run for good at its present update. */
  stop(id: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.open?.id === id) await this.rest();
      const folder = runFolder(this.pathOf(id));
      const record = await readRecord(folder);
      await writeRecord(folder, { ...record, state: 'finished', sentence: null });
      await this.tell(id);
      await this.trainNext();
    });
  }

  async changeSetting(id: string, name: SettingName, value: number | string): Promise<void> {
    if (this.open?.id === id) await this.open.run.changeSetting(name, value);
    else await this.changeAtRest(id, name, value);
    await this.tell(id);
  }

  /** A run that lies on the disk only takes the change when it goes on. */
  private async changeAtRest(id: string, name: SettingName, value: number | string): Promise<void> {
    checkChange(name, value);
    const folder = runFolder(this.pathOf(id));
    const { state, update } = await readRecord(folder);
    if (state === 'finished') throw problem('The run is finished. Begin a new run with other settings.');
    const change: SettingChange = { update, name, value };
    await appendOnce(folder.changesPath, change);
    this.parts.emit({ kind: 'setting-changed', run: id, change });
  }

  /** Tells a run's whole history, thinned to what a chart can show. */
  async history(id: string): Promise<void> {
    const folder = runFolder(this.pathOf(id));
    const metrics = await readLog<MetricPoint>(folder.metricsPath);
    this.parts.emit({
      kind: 'history',
      run: id,
      metrics: thinPoints(metrics, MOST_HISTORY_POINTS),
      validations: await readLog<ValidationPoint>(folder.validationsPath),
      samples: (await readLog<Sample>(folder.samplesPath)).slice(-SAMPLES_SHOWN),
      changes: await readLog<SettingChange>(folder.changesPath),
    });
  }

  /** The weights of this moment, or of the newest checkpoint of a run that is not open. */
  async weights(id: string): Promise<Weights> {
    if (this.open?.id === id && this.open.run.isWhole) return this.open.run.currentWeights();
    if (this.open?.id === id && this.open.run.storage.record.state === 'training')
      return this.open.run.currentWeights();
    const file = await newestCheckpointFile(this.pathOf(id));
    return decodeModel(await readFile(file), basename(file));
  }

  async exportModel(id: string, path: string): Promise<void> {
    const { name } = await readRecord(runFolder(this.pathOf(id)));
    await writeWholeFile(path, encodeModel(await this.weights(id), { name }));
  }

  /** Pauses what trains and saves it. */
  shutDown(): Promise<void> {
    return this.inTurn(() => this.rest());
  }

  private pathOf(id: string): string {
    return join(this.parts.runsPath, id);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async summary(id: string) {
    const open = this.open?.id === id ? this.open.run : null;
    const folder = runFolder(this.pathOf(id));
    const record = open ? open.storage.record : await readRecord(folder);
    return summaryOf(id, record, await readLog<SettingChange>(folder.changesPath), open);
  }

  private async tell(id: string): Promise<void> {
    this.parts.emit({ kind: 'run-changed', run: await this.summary(id) });
  }

  /** Where nothing trains, the run that has waited longest begins; one that cannot says why, and the next has its turn. */
  private async trainNext(): Promise<void> {
    for (;;) {
      const id = this.isTraining ? null : await nextInQueue(this.parts.runsPath);
      if (id === null) return;
      try {
        await this.rest();
        await this.trainOn(id, await continueRun(this.parts.files, this.pathOf(id), this.observerOf(id)));
      } catch (error) {
        const folder = runFolder(this.pathOf(id));
        await writeRecord(folder, { ...(await readRecord(folder)), state: 'failed', sentence: sentenceOf(error) });
        await this.tell(id);
      }
    }
  }

  /** Lets the training go on by itself; how it ends is told as the run's state. */
  private async trainOn(id: string, run: TrainingRun, untilMs = Infinity): Promise<OpenRun> {
    await run.storage.setState('training', run.storage.record.sentence);
    const resting = this.train(id, run, untilMs);
    const open = { id, run, resting };
    this.open = open;
    await this.tell(id);
    return open;
  }

  private async train(id: string, run: TrainingRun, untilMs: number): Promise<void> {
    let outcome: TrainingOutcome | 'failed' = 'failed';
    try {
      outcome = await run.train(Infinity, untilMs);
      await run.storage.setState(outcome === 'finished' ? 'finished' : 'paused', null);
    } catch (error) {
      await this.comeToHarm(id, run, sentenceOf(error));
    }
    await this.tell(id);
    // A person who pauses wants the computer for something else, and a search goes on with its own runs.
    const isOver = outcome === 'finished' || outcome === 'failed';
    if (isOver && untilMs === Infinity) void this.inTurn(() => this.trainNext());
  }

  /** Saves what is whole; what cannot be written now stays in memory, so that Resume goes on with it once there is room. */
  private async comeToHarm(id: string, run: TrainingRun, sentence: string): Promise<void> {
    Object.assign(run.storage.record, { state: 'failed', sentence });
    try {
      if (run.isWhole) await run.checkpoint();
      await run.storage.setState('failed', sentence);
    } catch {
      return;
    }
    if (run.isWhole || this.open?.id !== id) return;
    this.open = null;
    await run.close();
  }

  /** Pauses the open run, saves it and lets go of its memory. Refuses when it cannot be saved. */
  private async rest(): Promise<void> {
    if (!this.open) return;
    const { run, resting } = this.open;
    run.pause();
    await resting;
    if (!this.open) return;
    await run.checkpoint();
    await run.close();
    this.open = null;
  }

  private observerOf(id: string): TrainingObserver {
    const { emit, writeSample, crewFor } = this.parts;
    return {
      ...(crewFor ? { crewFor } : {}),
      onMetrics: (point) => {
        emit({ kind: 'metrics', run: id, points: [point] });
        if (performance.now() - this.toldMs < SUMMARY_EVERY_MS) return;
        this.toldMs = performance.now();
        void this.tell(id);
      },
      onValidation: (point) => emit({ kind: 'validation', run: id, point }),
      onSettingChanged: (change) => emit({ kind: 'setting-changed', run: id, change }),
      onSampleDue: (update, weights) => void this.keepSample(id, update, writeSample(weights)),
    };
  }

  private async keepSample(id: string, update: number, writing: Promise<string>): Promise<void> {
    try {
      const sample = { update, text: await writing };
      if (this.open?.id === id) this.open.run.storage.samples.append(sample);
      this.parts.emit({ kind: 'sample', run: id, sample });
    } catch (error) {
      this.parts.emit({ kind: 'failed', command: 'sample', sentence: sentenceOf(error) });
    }
  }
}
