// Holds the one run that is open: trains it, and brings it to rest so that nothing learned is lost, whatever happens to it.
import { sentenceOf } from '../problem';
import type { EngineEvent } from '../protocol/messages';
import { markResumed } from '../run-files/run-marks';
import type { TrainingRun } from '../training/training-run';
import { restAfterDivergence } from './rest-after-divergence';

export interface TrainingSlotParts {
  emit(event: EngineEvent): void;
  /** Tells a run as it is now. */
  tell(id: string): Promise<void>;
  /** The run is over, so that another may begin. */
  onOver(): void;
}

export interface OpenRun {
  id: string;
  run: TrainingRun;
  /** Settles when the training under way has come to rest, whichever way. */
  resting: Promise<void>;
  /** Trains for a search, which alone says when it goes on. */
  isLeg: boolean;
}

export class TrainingSlot {
  private open: OpenRun | null = null;

  constructor(private readonly parts: TrainingSlotParts) {}

  /** A run trains, so that another one has to wait. */
  get isTraining(): boolean {
    return this.open?.run.storage.record.state === 'training';
  }

  /** The run that trains, where it may wait for another one. */
  get displaceable(): string | null {
    return this.open && this.isTraining && !this.open.isLeg ? this.open.id : null;
  }

  /** The run of this id where it is the open one. */
  runOf(id: string): TrainingRun | null {
    return this.open?.id === id ? this.open.run : null;
  }

  /** Lets the training continue by itself; how it ends is reported as the run's state. */
  async train(id: string, run: TrainingRun, untilMs = Infinity): Promise<OpenRun> {
    const mark = await markResumed(run.storage.folder, run.update);
    if (mark) this.parts.emit({ kind: 'marked', run: id, mark });
    Object.assign(run.storage.record, { queuedMs: null, divergence: null, isArchived: false });
    await run.storage.setState('training', run.storage.record.sentence);
    const resting = this.trainToRest(id, run, untilMs);
    const open = { id, run, resting, isLeg: untilMs !== Infinity };
    this.open = open;
    await this.parts.tell(id);
    return open;
  }

  /** The run stays open, so that it continues at once. */
  async pause(id: string): Promise<void> {
    if (this.open?.id !== id) return;
    this.open.run.pause();
    await this.open.resting;
  }

  /** Pauses the open run, saves it and frees its memory. Refuses when it cannot be saved. */
  async clear(): Promise<void> {
    if (!this.open) return;
    const { run, resting } = this.open;
    run.pause();
    await resting;
    if (!this.open) return;
    await run.checkpoint();
    await run.close();
    this.open = null;
  }

  /** The same where it is this run that is open. */
  async clearOf(id: string): Promise<void> {
    if (this.open?.id === id) await this.clear();
  }

  private async trainToRest(id: string, run: TrainingRun, untilMs: number): Promise<void> {
    let isOver = true;
    try {
      isOver = (await run.train(Infinity, untilMs)) === 'finished';
      await run.storage.setState(isOver ? 'finished' : 'paused', null);
    } catch (error) {
      if (run.hasDiverged) await restAfterDivergence(run, sentenceOf(error));
      else await this.comeToHarm(id, run, sentenceOf(error));
      if (run.hasDiverged) this.open = null;
    }
    await this.parts.tell(id);
    // A pause is the user's: the computer is to rest, also from what waits. A leg's end is the search's, which continues first.
    if (isOver && untilMs === Infinity) this.parts.onOver();
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
}
