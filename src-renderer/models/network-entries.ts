// All networks that can be asked, as a list offers them: of runs, and of models that were opened.
import type { ModelSummary, RunSummary } from '../../src-engine/protocol/messages';

export interface NetworkEntry {
  id: string;
  name: string;
  /** Of a run, whose checkpoints can be chosen too; null for a model, which has only one network. */
  update: number | null;
}

export interface NetworkEntries {
  runs: readonly NetworkEntry[];
  models: readonly NetworkEntry[];
}

export function networkEntries(runs: readonly RunSummary[], models: readonly ModelSummary[]): NetworkEntries {
  return {
    runs: runs.map(({ id, name, update }) => ({ id, name, update })),
    models: models.map(({ id, name }) => ({ id, name, update: null })),
  };
}

export const findNetwork = ({ runs, models }: NetworkEntries, id: string): NetworkEntry | null =>
  [...runs, ...models].find((entry) => entry.id === id) ?? null;

export const countNetworks = ({ runs, models }: NetworkEntries): number => runs.length + models.length;
