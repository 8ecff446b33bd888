// Holds the runs as the engine tells them, newest first.
import type { RunSummary } from '../../src-engine/protocol';

export class RunList {
  runs = $state.raw<RunSummary[]>([]);
  /** false until the engine has told the runs for the first time. */
  known = $state(false);

  find(id: string | null): RunSummary | null {
    return this.runs.find((run) => run.id === id) ?? null;
  }

  replaceAll(runs: RunSummary[]): void {
    this.runs = runs.toSorted((a, b) => b.createdMs - a.createdMs);
    this.known = true;
  }

  put(changed: RunSummary): void {
    const known = this.runs.some((run) => run.id === changed.id);
    if (known) this.runs = this.runs.map((run) => (run.id === changed.id ? changed : run));
    else this.replaceAll([...this.runs, changed]);
  }
}
