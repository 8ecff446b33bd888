// Asks what is to become of the run that trains when another one is to begin: one runs at a time.
import type { RunList } from '../runs/run-list.svelte';

export interface Turn {
  /** The name of the run that is to begin. */
  wanted: string;
  now: () => void;
  /** Left out where it cannot wait. */
  after?: () => void;
}

export class TurnQuestion {
  asked = $state.raw<(Turn & { training: string }) | null>(null);
  readonly #runs: RunList;

  constructor(runs: RunList) {
    this.#runs = runs;
  }

  /** Begins it at once where nothing else trains; `id` is null for a run that is not there yet. */
  ask(id: string | null, turn: Turn): void {
    const training = this.#runs.runs.find((run) => run.state === 'training' && run.id !== id);
    if (training) this.asked = { ...turn, training: training.name };
    else turn.now();
  }

  close = (): void => {
    this.asked = null;
  };
}
