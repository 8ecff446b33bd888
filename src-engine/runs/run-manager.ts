// Does what is asked about the runs, one thing after the other: which one trains, which wait for their turn, and how each continues.
import { isTextProblem } from '../run-files/recorded-text';
import { cutToCheckpoint } from '../run-files/kept-checkpoints';
import type { RunRecord } from '../run-files/run-folder';
import { sentenceOnHolder, withRunLock } from '../run-files/run-lock';
import type { SettingName } from '../hyperparameters';
import { problem, sentenceOf } from '../problem';
import type { TrainingFacts } from '../protocol/network-choice';
import type { TrainingRun } from '../training/training-run';
import { branchRun } from './branch-run';
import { lengthened, type Length } from './longer-run';
import { NewRuns } from './new-runs';
import { continueRun, type EngineFiles } from './open-run';
import { RunHistory } from './run-history';
import { runNetwork, trainingFacts, type RunNetwork } from './run-network';
import { RunReports, type RunReportsParts } from './run-reports';
import { RunShelf } from './run-shelf';
import { RunsElsewhere } from './runs-elsewhere';
import { legEndOf, type LegEnd, type WantedRun } from './search-leg';
import { RunTexts } from './run-texts';
import { takeTurns } from './take-turns';
import { TrainingSlot } from './training-slot';

export interface RunManagerParts extends Pick<RunReportsParts, 'emit' | 'writeSample' | 'threadOptionsFor'> {
  files: EngineFiles;
  runsPath: string;
}

const RESTING = { state: 'paused', queuedMs: null } as const;
/** What is archived is at rest. */
const waitingNow = () => ({ state: 'queued', queuedMs: Date.now(), isArchived: false }) as const;

export class RunManager {
  readonly shelf: RunShelf;
  /** What lies on the disk of each run's past. */
  readonly past: RunHistory;
  readonly texts: RunTexts;
  private readonly slot: TrainingSlot;
  private readonly elsewhere: RunsElsewhere;
  private readonly reports: RunReports;
  private readonly fresh: NewRuns;
  /** For commands that open, pause or end runs. */
  private readonly inTurn = takeTurns();

  constructor(private readonly parts: RunManagerParts) {
    const openRun = (id: string) => this.slot.runOf(id);
    const { emit, runsPath } = parts;
    this.slot = new TrainingSlot({ emit, tell: (id) => this.tell(id), onOver: () => this.beginNext() });
    this.elsewhere = new RunsElsewhere({
      folderOf: (id) => this.shelf.folderOf(id),
      isOpenHere: (id) => openRun(id) !== null,
      onChanged: (id, hasGrown) => (hasGrown ? this.tell(id).then(() => this.past.everything(id)) : this.tell(id)),
    });
    const noteHolder = (id: string, isHeld: boolean) => this.elsewhere.note(id, isHeld);
    this.shelf = new RunShelf({ runsPath, emit, openRun, noteHolder });
    this.past = new RunHistory((id) => this.shelf.folderOf(id), emit);
    const { inTurn, shelf, slot } = this;
    this.texts = new RunTexts({ shelf, slot, inTurn, emit });
    this.reports = new RunReports({ ...parts, shelf, openRun, inTurn });
    this.fresh = new NewRuns({ ...parts, shelf, observerOf: (id) => this.reports.observerOf(id) });
  }

  /** A run trains, so that another one has to wait. */
  get isTraining(): boolean {
    return this.slot.isTraining;
  }

  list(first: string | null = null): Promise<void> {
    return this.shelf.list(first);
  }

  /** The window shows this run: its history, and what another program does to it. */
  show(id: string): Promise<void> {
    this.elsewhere.inView = id;
    return this.past.whole(id);
  }

  /** With weights it continues from those. What trains meanwhile is the next in the queue. */
  start(wanted: WantedRun): Promise<void> {
    const begin = async () => {
      const { id, run } = await this.fresh.create(wanted);
      this.parts.emit({ kind: 'run-started', run: id });
      await this.slot.train(id, run);
    };
    return this.inTurn(() => this.takePlace(null, begin));
  }

  /** Begins it at once where nothing trains, else when its turn comes. */
  startLater(wanted: WantedRun): Promise<void> {
    if (!this.isTraining) return this.start(wanted);
    return this.inTurn(async () => {
      const { id, record } = await this.fresh.createWaiting(wanted);
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
        typeof wanted === 'string' ? { id: wanted, run: await this.continue(wanted) } : await this.fresh.create(wanted);
      begun(id);
      return this.slot.train(id, run, untilMs);
    });
    await resting;
    await this.inTurn(() => this.slot.putAway());
    return legEndOf(run, untilMs);
  }

  resume(id: string): Promise<void> {
    return this.tellingOfText(id, () => this.goOn(id));
  }

  /** Queues a run that is not training; if nothing trains, it starts at once. */
  putInQueue(id: string): Promise<void> {
    return this.tellingOfText(id, () => {
      if (!this.isTraining) return this.goOn(id);
      return this.shelf.change(id, () => ({ ...waitingNow(), sentence: null }));
    });
  }

  /** `place` counts from 1, next first. */
  async moveInQueue(id: string, place: number): Promise<void> {
    await this.inTurn(async () => {
      for (const [waiting, queuedMs] of this.shelf.queue.movedTo(id, place)) {
        await this.shelf.change(waiting, () => ({ queuedMs }));
      }
      await this.shelf.tellQueue();
    });
  }

  async takeFromQueue(id: string): Promise<void> {
    await this.inTurn(() => this.shelf.change(id, ({ state }) => (state === 'queued' ? RESTING : {})));
    await this.shelf.tellQueue();
  }

  /** Changes what the list says of a run, which its training does not hear of. */
  label(id: string, label: Partial<Pick<RunRecord, 'name' | 'colour'>>): Promise<void> {
    return this.inTurn(() => this.shelf.change(id, () => label));
  }

  async archive(id: string, isArchived: boolean): Promise<void> {
    await this.inTurn(async () => {
      await this.slot.clearOf(id);
      await this.shelf.change(id, ({ state }) => ({ isArchived, ...(state === 'queued' ? RESTING : {}) }));
    });
    await this.shelf.tellQueue();
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

  /** Trains a run on that has ended or rests, until it is as long as this in all. */
  trainLonger(id: string, length: Length, isQueued = false): Promise<void> {
    const begin = async () => {
      await this.slot.clearOf(id);
      const record = await this.shelf.recordOf(id);
      const longer = await lengthened(this.shelf.folderOf(id), record, length);
      await this.shelf.change(id, () => longer);
      if (!isQueued || !this.isTraining) return this.goOn(id);
      return this.shelf.change(id, waitingNow);
    };
    return this.tellingOfText(id, begin);
  }

  skipValidation(id: string): void {
    this.slot.runOf(id)?.skipValidation();
  }

  /** A new run that begins at a checkpoint of another one; it is paused. */
  branch(id: string, update: number): Promise<void> {
    return this.inTurn(async () => {
      const branch = await branchRun(this.shelf.folderOf(id), this.parts.runsPath, update);
      this.parts.emit({ kind: 'run-started', run: branch });
      await this.tell(branch);
    });
  }

  /** Ends a run at its current update; it can be trained longer. */
  stop(id: string): Promise<void> {
    return this.inTurn(async () => {
      await this.slot.clearOf(id);
      await this.shelf.change(id, () => ({ state: 'finished', queuedMs: null, sentence: null, divergence: null }));
      this.beginNext();
    });
  }

  /** Takes effect at once where it trains; at rest when it continues. */
  async changeSetting(id: string, name: SettingName, value: number | string): Promise<void> {
    const change = async () => {
      const open = this.slot.runOf(id);
      await (open ? open.changeSetting(name, value) : this.shelf.changeSetting(id, name, value));
    };
    await (this.slot.runOf(id) && this.isTraining ? change() : this.inTurn(change));
    await this.tell(id);
  }

  /** Cuts a run back to a checkpoint and trains on from there. */
  goBack(id: string, update: number, learningRate: number | null): Promise<void> {
    const folder = this.shelf.folderOf(id);
    const begin = async () => {
      await withRunLock(folder.path, () => cutToCheckpoint(folder, update, learningRate));
      await this.tell(id);
      await this.past.everything(id);
      await this.slot.train(id, await this.continue(id));
    };
    return this.tellingOfText(id, () => this.takePlace(id, begin));
  }

  /** A run's network: the current one if it is open, else its newest checkpoint's; or that of the checkpoint of `update`. */
  network(id: string, update: number | null = null): Promise<RunNetwork> {
    return runNetwork(this.shelf.folderOf(id), this.slot.runOf(id), update);
  }

  /** What is known of its training as of an update. */
  async trained(id: string, update: number | null): Promise<TrainingFacts> {
    const record = await this.shelf.recordOf(id);
    return trainingFacts(this.shelf.folderOf(id), record, update ?? record.update);
  }

  /** Pauses what trains and saves it. */
  shutDown(): Promise<void> {
    this.elsewhere.close();
    return this.inTurn(() => this.slot.clear());
  }

  /** A run that cannot go on for want of its text says so as that. */
  private async tellingOfText(id: string, work: () => Promise<void>): Promise<void> {
    try {
      await this.inTurn(work);
    } catch (error) {
      if (!isTextProblem(error)) throw error;
      this.parts.emit({ kind: 'text-lost', run: id, sentence: error.message, isAcceptable: error.isAcceptable });
    }
  }

  /** As its newest checkpoint left it. */
  private continue(id: string): Promise<TrainingRun> {
    return continueRun(this.parts.files, this.shelf.folderOf(id).path, this.reports.observerOf(id));
  }

  /** Where only the text is in the way, the window offers what can be done about it. */
  private async goOn(id: string): Promise<void> {
    if (this.slot.runOf(id) && this.isTraining) return;
    this.shelf.queue.remove(id);
    // One that has just ended is still to be closed; one that could not be saved continues from memory.
    await this.slot.putAway();
    const open = this.slot.runOf(id);
    if (open) {
      await this.slot.train(id, open);
      return;
    }
    await this.takePlace(id, async () => {
      const run = await this.continue(id);
      // After a crash it continues from before what the window shows.
      if (run.storage.record.state === 'training') await this.past.everything(id);
      await this.slot.train(id, run);
    });
    await this.shelf.tellQueue();
  }

  /** Has a run, a new one without an id, begin in the place of what trains, which is then the next in the queue and goes on by itself. */
  private async takePlace(id: string | null, begin: () => Promise<unknown>): Promise<void> {
    const displaced = this.slot.displaceable;
    await this.slot.clear();
    if (displaced !== null && displaced !== id) {
      const queuedMs = this.shelf.queue.beforeAllMs;
      await this.shelf.change(displaced, () => ({ state: 'queued', queuedMs, sentence: null }));
    }
    try {
      await begin();
    } catch (error) {
      if (displaced !== null) this.beginNext();
      throw error;
    }
  }

  /** When a run is over, the one whose turn it is begins; one that cannot says why, and the next begins. */
  beginNext(): void {
    void this.inTurn(async () => {
      await this.slot.putAway().catch(() => undefined);
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
