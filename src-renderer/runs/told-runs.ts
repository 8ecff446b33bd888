// Assembles the list of runs from the parts that the engine sends.
import type { RunSummary } from '../../src-engine/protocol/messages';

export interface ToldPart {
  runs: RunSummary[];
  isFirst: boolean;
  isLast: boolean;
}

const newestFirst = (runs: RunSummary[]): RunSummary[] => runs.toSorted((a, b) => b.createdMs - a.createdMs);

export class ToldRuns {
  /** Those reported since the first part. */
  #told = new Set<string>();

  /** `known` with a part of all runs; with the last one, what was not reported no longer exists. */
  withPart(known: RunSummary[], { runs, isFirst, isLast }: ToldPart): RunSummary[] {
    if (isFirst) this.#told = new Set();
    for (const { id } of runs) this.#told.add(id);
    const part = new Set(runs.map(({ id }) => id));
    const others = known.filter(({ id }) => !part.has(id) && (!isLast || this.#told.has(id)));
    return newestFirst([...others, ...runs]);
  }

  withOne(known: RunSummary[], changed: RunSummary): RunSummary[] {
    this.#told.add(changed.id);
    const isKnown = known.some((run) => run.id === changed.id);
    return isKnown ? known.map((run) => (run.id === changed.id ? changed : run)) : newestFirst([...known, changed]);
  }
}
