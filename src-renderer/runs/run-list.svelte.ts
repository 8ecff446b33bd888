// Holds the runs as the engine reports them, newest first.
import type { RunSummary } from '../../src-engine/protocol/messages';
import { ToldRuns, type ToldPart } from './told-runs';

export class RunList {
  runs = $state.raw<RunSummary[]>([]);
  /** false until something is known of the runs, and of the one that was open last: from the start before, or from the engine. */
  known = $state(false);
  /** false until it has reported all of them. */
  isWhole = $state(false);
  readonly #telling = new ToldRuns();

  /** `remembered`: as they were the last time, newest first; the engine will tell what became of them. */
  constructor(remembered: RunSummary[] | null = null) {
    if (!remembered) return;
    this.runs = remembered;
    this.#know();
  }

  find(id: string | null): RunSummary | null {
    return this.runs.find((run) => run.id === id) ?? null;
  }

  get isTraining(): boolean {
    return this.runs.some((run) => run.state === 'training');
  }

  told(part: ToldPart): void {
    this.runs = this.#telling.withPart(this.runs, part);
    if (!this.known) this.#know();
    if (part.isLast && !this.isWhole) performance.mark('all-runs');
    if (part.isLast) this.isWhole = true;
  }

  put(changed: RunSummary): void {
    this.runs = this.#telling.withOne(this.runs, changed);
  }

  remove(id: string): void {
    this.runs = this.runs.filter((run) => run.id !== id);
  }

  /** `npm run bench:window` reads the mark. */
  #know(): void {
    performance.mark('first-runs');
    this.known = true;
  }
}
