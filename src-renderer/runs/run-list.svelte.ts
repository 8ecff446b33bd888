// Holds the runs as the engine reports them, newest first.
import type { RunSummary } from '../../src-engine/protocol/messages';
import { ToldRuns, type ToldPart } from './told-runs';

export class RunList {
  runs = $state.raw<RunSummary[]>([]);
  /** false until the engine has reported the first of the runs, and the one that was open last among them. */
  known = $state(false);
  /** false until it has reported all of them. */
  isWhole = $state(false);
  readonly #telling = new ToldRuns();

  /** `beganEmpty`: there are none, as far as the main process knows. */
  constructor(beganEmpty = false) {
    this.known = beganEmpty;
  }

  find(id: string | null): RunSummary | null {
    return this.runs.find((run) => run.id === id) ?? null;
  }

  get isTraining(): boolean {
    return this.runs.some((run) => run.state === 'training');
  }

  told(part: ToldPart): void {
    this.runs = this.#telling.withPart(this.runs, part);
    // `npm run bench:window` reads these.
    if (!this.known) performance.mark('first-runs');
    if (part.isLast && !this.isWhole) performance.mark('all-runs');
    this.known = true;
    if (part.isLast) this.isWhole = true;
  }

  put(changed: RunSummary): void {
    this.runs = this.#telling.withOne(this.runs, changed);
  }

  remove(id: string): void {
    this.runs = this.runs.filter((run) => run.id !== id);
  }
}
