// Holds the runs as the engine tells them, newest first.
import type { RunSummary } from '../../src-engine/protocol';

function newestFirst(runs: RunSummary[]): RunSummary[] {
  return runs.toSorted((a, b) => b.createdMs - a.createdMs);
}

export class RunList {
  runs = $state.raw<RunSummary[]>([]);
  /** false until the engine has told the runs for the first time. */
  known = $state(false);

  /** Some run trains at this moment. */
  get isTraining(): boolean {
    return this.runs.some((run) => run.state === 'training');
  }

  find(id: string | null): RunSummary | null {
    return this.runs.find((run) => run.id === id) ?? null;
  }

  /** A piece of the whole list; the first one begins it anew. */
  take(piece: RunSummary[], from: number): void {
    this.runs = newestFirst(from === 0 ? piece : [...this.runs, ...piece]);
    this.known = true;
  }

  put(changed: RunSummary): void {
    const known = this.runs.some((run) => run.id === changed.id);
    if (known) this.runs = this.runs.map((run) => (run.id === changed.id ? changed : run));
    else this.runs = newestFirst([...this.runs, changed]);
  }

  remove(id: string): void {
    this.runs = this.runs.filter((run) => run.id !== id);
  }
}
