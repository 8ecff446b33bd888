// Does what is asked about the runs, one thing after the other: which one trains, which wait for their turn, and how each continues.
import { isTextProblem, locateText } from '../run-files/recorded-text';
import { cutToCheckpoint } from '../run-files/kept-checkpoints';
import { inNewRunFolder } from '../run-files/run-folder';
import { sentenceOnHolder, withRunLock } from '../run-files/run-lock';
import type { SettingName } from '../hyperparameters';
import { problem, sentenceOf } from '../problem';
import type { TrainingRun } from '../training/training-run';
import { continueRun, createRun, createWaitingRun, type EngineFiles } from './open-run';
import { RunHistory } from './run-history';
import { runNetwork, type RunNetwork } from './run-network';
import { RunReports, type RunReportsParts } from './run-reports';
import { RunShelf } from './run-shelf';
import { legEndOf, type LegEnd, type WantedRun } from './search-leg';
import { takeTurns } from './take-turns';
import { TrainingSlot } from './training-slot';

export interface RunManagerParts extends Pick<RunReportsParts, 'emit' | 'writeSample' | 'threadOptionsFor'> {
  files: EngineFiles;
  runsPath: string;
}

const WEIGHTS_DO_NOT_WAIT = 'A run that continues a model cannot be queued before it has started. Press Start instead.';
const RESTING = { state: 'paused', queuedMs: null } as const;

export class RunManager {
  readonly shelf: RunShelf;
  /** What lies on the disk of each run's past. */
  readonly past: RunHistory;
  private readonly slot: TrainingSlot;
  private readonly reports: RunReports;
  /** For commands that open, pause or end runs. */
  private readonly inTurn = takeTurns();

  constructor(private readonly parts: RunManagerParts) {
    const openRun = (id: string) => this.slot.runOf(id);
    const { emit, runsPath } = parts;
    this.slot = new TrainingSlot({ emit, tell: (id) => this.tell(id), onOver: () => this.beginNext() });
    this.shelf = new RunShelf({ runsPath, emit, openRun });
    this.past = new RunHistory((id) => this.shelf.folderOf(id), emit);
    this.reports = new RunReports({ ...parts, shelf: this.shelf, openRun });
  }

  /** A run trains, so that another one has to wait. */
  get isTraining(): boolean {
    return this.slot.isTraining;
  }

  list(): Promise<void> {
    return this.shelf.list();
  }

  /** With weights it continues from those. */
  start(wanted: WantedRun): Promise<void> {
    return this.inTurn(async () => {
      await this.slot.clear();
      const { id, run } = await this.create(wanted);
      this.parts.emit({ kind: 'run-started', run: id });
      await this.slot.train(id, run);
    });
  }

  /** Begins it at once where nothing trains, else when its turn comes. */
  startLater(wanted: WantedRun): Promise<void> {
    if (!this.isTraining) return this.start(wanted);
    if (wanted.weights) return Promise.reject(problem(WEIGHTS_DO_NOT_WAIT));
    return this.inTurn(async () => {
      const { id, record } = await inNewRunFolder(this.parts.runsPath, wanted.name, async (folder) => {
        return { id: folder.id, record: await createWaitingRun({ ...wanted, folder: folder.path }) };
      });
      this.shelf.queue.follow(id, record);
      this.parts.emit({ kind: 'run-started', run: id });
      await this.tell(id);
    });
  }

  /** Trains a new run, or an old one by its id, until it has trained so long in all; resolves when it rests. One leg of a search. */
  async trainLeg(wanted: WantedRun | string, untilMs: number, begun: (id: string) => void): Promise<LegEnd> {
    const { run, resting } = await this.inTurn(async () => {
      await this.slot.clear();
      const { id, run } =
        typeof wanted === 'string' ? { id: wanted, run: await this.continue(wanted) } : await this.create(wanted);
      begun(id);
      return this.slot.train(id, run, untilMs);
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
      await this.slot.clearOf(id);
      const text = await locateText(await this.shelf.recordOf(id), paths);
      await this.shelf.change(id, () => ({ text, sentence: null }));
      this.parts.emit({ kind: 'text-located', run: id });
    });
  }

  /** Closes a run's files permanently: its folder is about to be moved away. */
  release(id: string): Promise<void> {
    return this.inTurn(async () => {
      await this.slot.clearOf(id);
      const holder = await sentenceOnHolder(this.shelf.folderOf(id).path);
      if (holder !== null) throw problem(holder);
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
    return this.inTurn(() => this.slot.pause(id));
  }

  /** Ends a run permanently at its current update. */
  stop(id: string): Promise<void> {
    return this.inTurn(async () => {
      await this.slot.clearOf(id);
      await this.shelf.change(id, () => ({ state: 'finished', queuedMs: null, sentence: null, divergence: null }));
      this.beginNext();
    });
  }

  async changeSetting(id: string, name: SettingName, value: number | string): Promise<void> {
    const open = this.slot.runOf(id);
    if (open) await open.changeSetting(name, value);
    else await this.shelf.changeSetting(id, name, value);
    await this.tell(id);
  }

  /** Cuts a run back to a checkpoint and trains on from there. */
  goBack(id: string, update: number, learningRate: number | null): Promise<void> {
    return this.inTurn(async () => {
      await this.slot.clear();
      const folder = this.shelf.folderOf(id);
      await withRunLock(folder.path, () => cutToCheckpoint(folder, update, learningRate));
      await this.tell(id);
      await this.past.everything(id);
      await this.slot.train(id, await this.continue(id));
    });
  }

  /** A run's network: the current one if it is open, else its newest checkpoint's; or that of the checkpoint of `update`. */
  network(id: string, update: number | null = null): Promise<RunNetwork> {
    return runNetwork(this.shelf.folderOf(id), this.slot.runOf(id), update);
  }

  /** Pauses what trains and saves it. */
  shutDown(): Promise<void> {
    return this.inTurn(() => this.slot.clear());
  }

  private create(wanted: WantedRun): Promise<{ id: string; run: TrainingRun }> {
    return inNewRunFolder(this.parts.runsPath, wanted.name, async ({ id, path }) => {
      const run = await createRun(this.parts.files, { ...wanted, folder: path }, this.reports.observerOf(id));
      return { id, run };
    });
  }

  /** As its newest checkpoint left it. */
  private continue(id: string): Promise<TrainingRun> {
    return continueRun(this.parts.files, this.shelf.folderOf(id).path, this.reports.observerOf(id));
  }

  private async goOn(id: string): Promise<void> {
    const open = this.slot.runOf(id);
    if (open && this.isTraining) return;
    this.shelf.queue.remove(id);
    if (open) {
      await this.slot.train(id, open);
      return;
    }
    await this.slot.clear();
    const run = await this.continue(id);
    // After a crash it continues from before what the window shows.
    if (run.storage.record.state === 'training') await this.past.everything(id);
    await this.slot.train(id, run);
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
}
