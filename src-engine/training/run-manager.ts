// Keeps the runs: which one trains, what each one's state is, and that nothing learned is lost whatever happens to it.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { KernelVariant, SettingName, Settings } from '../hyperparameters';
import { decodeModel } from '../model/model-file';
import type { Weights } from '../model/weights';
import { problem, sentenceOf } from '../problem';
import type { EngineEvent, MetricPoint, Sample, SettingChange, ValidationPoint } from '../protocol';
import type { Crew } from '../workers/orders';
import { appendOnce, readLog } from './append-log';
import { checkpointFile, listCheckpoints } from './checkpoints';
import { continueRun, createRun, newestCheckpointFile, type EngineFiles } from './open-run';
import { listRuns, newRunId, readRecord, runFolder, writeRecord } from './run-folder';
import { summaryOf } from './run-summary';
import { legEndOf, type LegEnd, type WantedRun } from './search-leg';
import { checkChange } from './setting-changes';
import { thinPoints } from './thin-points';
import type { PublishedWeights } from './published-weights';
import type { TrainingObserver, TrainingRun } from './training-run';

const MOST_HISTORY_POINTS = 2000;
const SAMPLES_SHOWN = 50;
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

/** A network of a run, and which it is. */
export interface RunNetwork extends PublishedWeights {
  /** The run's. */
  name: string;
  kernels: KernelVariant;
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

  async list(): Promise<void> {
    const ids = await listRuns(this.parts.runsPath);
    const found = await Promise.allSettled(ids.map((id) => this.summary(id)));
    const runs = found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    this.parts.emit({ kind: 'runs', runs: runs.sort((a, b) => b.createdMs - a.createdMs) });
  }

  /** With `weights` it goes on from those. */
  start(wanted: { name: string; paths: string[]; settings: Settings; weights?: Weights }): Promise<void> {
    return this.inTurn(async () => {
      await this.rest();
      const id = newRunId(wanted.name, Date.now());
      const run = await createRun(this.parts.files, { ...wanted, folder: this.pathOf(id) }, this.observerOf(id));
      this.parts.emit({ kind: 'run-started', run: id });
      await this.trainOn(id, run);
    });
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

  /** A run's network: of this moment where it is open, else of its newest checkpoint; or of the checkpoint of `update`. */
  async network(id: string, update: number | null = null): Promise<RunNetwork> {
    const open = this.open?.id === id ? this.open.run : null;
    const folder = runFolder(this.pathOf(id));
    const { name, kernels } = open ? open.storage.record : await readRecord(folder);
    if (open && update === null) return { name, kernels, ...open.publishedWeights() };
    const file = update === null ? await newestCheckpointFile(folder.path) : checkpointFile(folder, update);
    const weights = decodeModel(await readFile(file), basename(file));
    return { name, kernels, weights, update: Number.parseInt(basename(file), 10) };
  }

  /** Its checkpoints, oldest first, with what the validation at that update gave. */
  async checkpoints(id: string): Promise<{ update: number; bitsPerByte: number | null }[]> {
    const folder = runFolder(this.pathOf(id));
    const validations = await readLog<ValidationPoint>(folder.validationsPath);
    const figures = new Map(validations.map((point) => [point.update, point.bitsPerByte]));
    return (await listCheckpoints(folder)).map((update) => ({ update, bitsPerByte: figures.get(update) ?? null }));
  }

  /** Where a run keeps what was written with it. */
  draftsPath(id: string): string {
    return join(this.pathOf(id), 'drafts');
  }

  /** Where a run's text lies. */
  async textPaths(id: string): Promise<string[]> {
    return (await readRecord(runFolder(this.pathOf(id)))).text.paths;
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
    try {
      const outcome = await run.train(Infinity, untilMs);
      await run.storage.setState(outcome === 'finished' ? 'finished' : 'paused', null);
    } catch (error) {
      await this.comeToHarm(id, run, sentenceOf(error));
    }
    await this.tell(id);
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
