// Holds the one run that is open: trains it, and brings it to rest so that nothing learned is lost, whatever happens to it. A run at rest
// is closed, so that other programs may open it; only what could not be written stays here.
import { freeUnusedMemory } from '../unused-memory';
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

  async pause(id: string): Promise<void> {
    if (this.open?.id !== id) return;
    this.open.run.pause();
    await this.open.resting;
    await this.putAway();
  }

  /** Closes the open run where it rests and all of it is saved. What cannot be written now stays in memory: Resume continues with it once there is room. */
  async putAway(): Promise<void> {
    if (!this.open || this.isTraining) return;
    const { run } = this.open;
    const { state, sentence } = run.storage.record;
    try {
      if (run.isWhole) await run.checkpoint();
      await run.storage.setState(state, sentence);
    } catch {
      return;
    }
    await this.close(run);
  }

  /** Pauses the open run, saves it and closes it. Refuses when it cannot be saved. */
  async clear(): Promise<void> {
    if (!this.open) return;
    const { run, resting } = this.open;
    run.pause();
    await resting;
    if (!this.open) return;
    if (run.isWhole) await run.checkpoint();
    await this.close(run);
  }

  /** The same where it is this run that is open. */
  async clearOf(id: string): Promise<void> {
    if (this.open?.id === id) await this.clear();
  }

  private async close(run: TrainingRun): Promise<void> {
    try {
      await run.close();
    } finally {
      this.letGo();
    }
  }

  private letGo(): void {
    this.open = null;
    freeUnusedMemory();
  }

  private async trainToRest(id: string, run: TrainingRun, untilMs: number): Promise<void> {
    let isOver = true;
    try {
      isOver = (await run.train(Infinity, untilMs)) === 'finished';
      await run.storage.setState(isOver ? 'finished' : 'paused', null);
    } catch (error) {
      if (run.hasDiverged) await restAfterDivergence(run, sentenceOf(error));
      else await this.comeToHarm(run, sentenceOf(error));
      if (run.hasDiverged) this.letGo();
    }
    await this.parts.tell(id);
    // A pause is the user's: the computer is to rest, also from what waits. A leg's end is the search's, which continues first.
    if (isOver && untilMs === Infinity) this.parts.onOver();
  }

  /** Saves what is whole, and says only then that it failed: whoever hears of it finds what was learned. */
  private async comeToHarm(run: TrainingRun, sentence: string): Promise<void> {
    try {
      if (run.isWhole) await run.checkpoint();
      await run.storage.setState('failed', sentence);
    } catch {
      // It is tried again before the run is closed.
      Object.assign(run.storage.record, { state: 'failed', sentence });
    }
  }
}
