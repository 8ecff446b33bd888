// Holds a run's checkpoints as the engine reports them, and passes on the user's requests.
import type { KeptCheckpoint } from '../../src-engine/protocol/checkpoints';
import type { EngineCommand, EngineEvent } from '../../src-engine/protocol/messages';

type CheckpointEvent = Extract<EngineEvent, { kind: 'checkpoints' | 'checkpoint-saved' }>;

export class Checkpoints {
  /** Newest first; null until they are reported. */
  list = $state.raw<KeptCheckpoint[] | null>(null);
  /** What the rest of the run takes on the disk. */
  otherBytes = $state(0);
  readonly totalBytes = $derived((this.list ?? []).reduce((sum, { bytes }) => sum + bytes, 0));
  readonly #run: string;
  readonly #send: (command: EngineCommand) => boolean;
  #isWatched = false;

  constructor(run: string, send: (command: EngineCommand) => boolean) {
    this.#run = run;
    this.#send = send;
  }

  received(event: CheckpointEvent): void {
    if (event.kind === 'checkpoint-saved') {
      if (this.#isWatched) this.ask();
      return;
    }
    this.list = event.checkpoints.toReversed();
    this.otherBytes = event.otherBytes;
  }

  /** While someone looks at them they are requested again after each one saved. */
  watch(isWatched: boolean): void {
    this.#isWatched = isWatched;
    if (isWatched) this.ask();
  }

  ask(): void {
    this.#send({ kind: 'list-checkpoints', run: this.#run });
  }

  note(update: number, note: string): void {
    this.#send({ kind: 'note-checkpoint', run: this.#run, update, note });
  }

  /** A new run that begins there. */
  branch(update: number): void {
    this.#send({ kind: 'branch-run', run: this.#run, update });
  }

  goBack(update: number, learningRate: number | null): void {
    this.#send({ kind: 'go-back', run: this.#run, update, learningRate });
  }
}
