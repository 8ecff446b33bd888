// Keeps the runs: which one trains, what each one's state is, and that nothing learned is lost whatever happens to it.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { EncodingName } from '../protocol/encodings';
import type { KernelVariant, SettingName, Settings } from '../hyperparameters';
import { decodeModel } from '../model/model-file';
import type { Weights } from '../model/weights';
import { problem, sentenceOf } from '../problem';
import type { EngineEvent, SettingChange } from '../protocol/messages';
import type { ThreadOptions } from '../workers/orders';
import { appendOnce } from '../run-files/append-log';
import { checkpointFile } from '../run-files/checkpoints';
import { continueRun, createRun, createWaitingRun, newestCheckpointFile, type EngineFiles } from './open-run';
import { isTextProblem, locateText } from '../run-files/recorded-text';
import { newRunId, readRecord, runFolder } from '../run-files/run-folder';
import { RunShelf } from './run-shelf';
import { legEndOf, type LegEnd, type WantedRun } from './search-leg';
import { checkChange } from '../run-files/setting-changes';
import type { PublishedWeights } from '../training/published-weights';
import { RunHistory } from './run-history';
import { markResumed } from '../run-files/run-marks';
import { cutToCheckpoint } from '../run-files/kept-checkpoints';
import { restAfterDivergence } from './rest-after-divergence';
import type { TrainingObserver, TrainingRun } from '../training/training-run';

/** How often a training run's row is reported again. */
const SUMMARY_EVERY_MS = 500;

export interface RunManagerParts {
  files: EngineFiles;
  runsPath: string;
  emit(event: EngineEvent): void;
  /** Writes a few lines with the weights of a moment. */
  writeSample(weights: Weights, encoding: EncodingName): Promise<string>;
  /** How many may work now. */
  threadOptionsFor?(current: Settings): ThreadOptions;
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

const WEIGHTS_DO_NOT_WAIT = 'A run that continues a model cannot be queued before it has started. Press Start instead.';
const RESTING = { state: 'paused', queuedMs: null } as const;

export class RunManager {
  private open: OpenRun | null = null;
  readonly shelf: RunShelf;
  private toldMs = 0;
  /** Commands that open, pause or end runs take their turn, so that two never meet half-way. */
  private turn: Promise<unknown> = Promise.resolve();

  /** What lies on the disk of each run's past. */
  readonly past: RunHistory;

  constructor(private readonly parts: RunManagerParts) {
    const openRun = (id: string) => (this.open?.id === id ? this.open.run : null);
    this.shelf = new RunShelf({ runsPath: parts.runsPath, emit: parts.emit, openRun });
    this.past = new RunHistory(parts.runsPath, parts.emit);
  }

  /** A run trains, so that another one has to wait. */
  get isTraining(): boolean {
    return this.open?.run.storage.record.state === 'training';
  }

  list(): Promise<void> {
    return this.shelf.list();
  }

  /** With weights it continues from those. */
  start(wanted: WantedRun): Promise<void> {
    return this.inTurn(async () => {
      await this.rest();
      const id = newRunId(wanted.name, Date.now());
      const run = await createRun(this.parts.files, { ...wanted, folder: this.pathOf(id) }, this.observerOf(id));
      this.parts.emit({ kind: 'run-started', run: id });
      await this.trainOn(id, run);
    });
  }

  /** Begins it at once where nothing trains, else when its turn comes. */
  startLater(wanted: WantedRun): Promise<void> {
    if (!this.isTraining) return this.start(wanted);
    if (wanted.weights) return Promise.reject(problem(WEIGHTS_DO_NOT_WAIT));
    return this.inTurn(async () => {
      const id = newRunId(wanted.name, Date.now());
      this.shelf.queue.follow(id, await createWaitingRun({ ...wanted, folder: this.pathOf(id) }));
      this.parts.emit({ kind: 'run-started', run: id });
      await this.tell(id);
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

  async resume(id: string): Promise<void> {
    try {
      await this.inTurn(() => this.goOn(id));
    } catch (error) {
      if (!isTextProblem(error)) throw error;
      this.parts.emit({ kind: 'text-lost', run: id, sentence: error.message });
    }
  }

  /** Queues a run that is not training; if nothing trains, it starts at once. */
  async putInQueue(id: string): Promise<void> {
    if (!this.isTraining) return this.resume(id);
    await this.inTurn(() => this.shelf.change(id, () => ({ state: 'queued', queuedMs: Date.now(), sentence: null })));
  }

  async takeFromQueue(id: string): Promise<void> {
    await this.inTurn(() => this.shelf.change(id, ({ state }) => (state === 'queued' ? RESTING : {})));
    await this.shelf.tellQueue();
  }

  rename(id: string, name: string): Promise<void> {
    return this.inTurn(() => this.shelf.change(id, () => ({ name })));
  }

  /** The run's text lies elsewhere now; throws a `Problem` if what lies there is another one. */
  locateText(id: string, paths: string[]): Promise<void> {
    return this.inTurn(async () => {
      if (this.open?.id === id) await this.rest();
      const text = await locateText(await this.shelf.recordOf(id), paths);
      await this.shelf.change(id, () => ({ text, sentence: null }));
      this.parts.emit({ kind: 'text-located', run: id });
    });
  }

  /** Closes a run's files permanently: its folder is about to be moved away. */
  release(id: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.open?.id === id) await this.rest();
      this.shelf.queue.remove(id);
      void this.shelf.tellQueue();
      this.beginNext();
    });
  }

  /** Reports a run as it is now, including one that was imported. */
  tell(id: string): Promise<void> {
    return this.shelf.tell(id);
  }

  pause(id: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.open?.id !== id) return;
      this.open.run.pause();
      await this.open.resting;
    });
  }

  /** Ends a run permanently at its current update. */
  stop(id: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.open?.id === id) await this.rest();
      await this.shelf.change(id, () => ({ state: 'finished', queuedMs: null, sentence: null, divergence: null }));
      this.beginNext();
    });
  }

  async changeSetting(id: string, name: SettingName, value: number | string): Promise<void> {
    if (this.open?.id === id) await this.open.run.changeSetting(name, value);
    else await this.changeAtRest(id, name, value);
    await this.tell(id);
  }

  /** A run that lies on the disk only takes the change when it continues. */
  private async changeAtRest(id: string, name: SettingName, value: number | string): Promise<void> {
    checkChange(name, value);
    const folder = runFolder(this.pathOf(id));
    const { state, update } = await readRecord(folder);
    if (state === 'finished') throw problem('The run is finished. To use other settings, start a new run.');
    const change: SettingChange = { update, name, value };
    await appendOnce(folder.changesPath, change);
    this.parts.emit({ kind: 'setting-changed', run: id, change });
  }

  /** Cuts a run back to a checkpoint and trains on from there. */
  goBack(id: string, update: number, learningRate: number | null): Promise<void> {
    return this.inTurn(async () => {
      await this.rest();
      await cutToCheckpoint(runFolder(this.pathOf(id)), update, learningRate);
      await this.tell(id);
      await this.past.everything(id);
      await this.trainOn(id, await continueRun(this.parts.files, this.pathOf(id), this.observerOf(id)));
    });
  }

  /** A run's network: the current one if it is open, else its newest checkpoint's; or that of the checkpoint of `update`. */
  async network(id: string, update: number | null = null): Promise<RunNetwork> {
    const open = this.open?.id === id ? this.open.run : null;
    const folder = runFolder(this.pathOf(id));
    const { name, kernels } = open ? open.storage.record : await readRecord(folder);
    if (open && update === null) return { name, kernels, ...open.publishedWeights() };
    const file = update === null ? await newestCheckpointFile(folder.path) : checkpointFile(folder, update);
    const weights = decodeModel(await readFile(file), basename(file));
    return { name, kernels, weights, update: Number.parseInt(basename(file), 10) };
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

  private async goOn(id: string): Promise<void> {
    if (this.open?.id === id && this.isTraining) return;
    this.shelf.queue.remove(id);
    if (this.open?.id === id) {
      await this.trainOn(id, this.open.run);
      return;
    }
    await this.rest();
    await this.trainOn(id, await continueRun(this.parts.files, this.pathOf(id), this.observerOf(id)));
    await this.shelf.tellQueue();
  }

  /** When a run is over, the one whose turn it is begins; one that cannot says why, and the next begins. */
  beginNext(): void {
    void this.inTurn(async () => {
      for (let id = this.isTraining ? null : this.shelf.queue.next(); id !== null; id = this.shelf.queue.next()) {
        const begun = await this.goOn(id).then(
          () => null,
          (error: unknown) => sentenceOf(error),
        );
        if (begun === null) return;
        await this.shelf
          .change(id, () => ({ state: 'failed', queuedMs: null, sentence: begun }))
          .catch(() => undefined);
      }
    });
  }

  /** Lets the training continue by itself; how it ends is reported as the run's state. */
  private async trainOn(id: string, run: TrainingRun, untilMs = Infinity): Promise<OpenRun> {
    const mark = await markResumed(run.storage.folder, run.update);
    if (mark) this.parts.emit({ kind: 'marked', run: id, mark });
    Object.assign(run.storage.record, { queuedMs: null, divergence: null });
    await run.storage.setState('training', run.storage.record.sentence);
    const resting = this.train(id, run, untilMs);
    const open = { id, run, resting };
    this.open = open;
    await this.tell(id);
    return open;
  }

  private async train(id: string, run: TrainingRun, untilMs: number): Promise<void> {
    let isOver = true;
    try {
      isOver = (await run.train(Infinity, untilMs)) === 'finished';
      await run.storage.setState(isOver ? 'finished' : 'paused', null);
    } catch (error) {
      if (run.hasDiverged) await restAfterDivergence(run, sentenceOf(error));
      else await this.comeToHarm(id, run, sentenceOf(error));
      if (run.hasDiverged) this.open = null;
    }
    await this.tell(id);
    // A pause is the user's: the computer is to rest, also from what waits. A leg's end is the search's, which continues first.
    if (isOver && untilMs === Infinity) this.beginNext();
  }

  /** Saves what is whole; what cannot be written now stays in memory, so that Resume continues with it once there is room. */
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

  /** Pauses the open run, saves it and frees its memory. Refuses when it cannot be saved. */
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
    const { emit, threadOptionsFor } = this.parts;
    return {
      ...(threadOptionsFor ? { threadOptionsFor } : {}),
      onMetrics: (point) => {
        emit({ kind: 'metrics', run: id, points: [point] });
        if (performance.now() - this.toldMs < SUMMARY_EVERY_MS) return;
        this.toldMs = performance.now();
        void this.tell(id);
      },
      onCheckpoint: (update) => emit({ kind: 'checkpoint-saved', run: id, update }),
      onValidation: (point) => emit({ kind: 'validation', run: id, point }),
      onSettingChanged: (change) => emit({ kind: 'setting-changed', run: id, change }),
      onSampleDue: (update, weights) => void this.keepSample(id, update, this.writeSample(id, weights)),
    };
  }

  private async writeSample(id: string, weights: Weights): Promise<string> {
    return this.parts.writeSample(weights, await this.shelf.encodingOf(id));
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
