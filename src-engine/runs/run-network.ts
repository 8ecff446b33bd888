// The network of a run: current where the run is open, else as a checkpoint has it.
import type { KernelVariant } from '../hyperparameters';
import { problem } from '../problem';
import { readCheckpoint, readNewestCheckpoint, type NewestCheckpoint } from '../run-files/checkpoints';
import { readRecord, type RunFolder, type RunRecord } from '../run-files/run-folder';
import { readValidations } from '../run-files/run-logs';
import type { TrainingFacts } from '../protocol/network-choice';
import type { PublishedWeights } from '../training/published-weights';
import type { TrainingRun } from '../training/training-run';

/** A network of a run, and which it is. */
export interface RunNetwork extends PublishedWeights {
  /** The run's. */
  name: string;
  kernels: KernelVariant;
}

/** That of the newest whole checkpoint; throws a `Problem` if there is none. */
export async function newestNetwork(folder: RunFolder): Promise<NewestCheckpoint> {
  const record = await readRecord(folder);
  const newest = await readNewestCheckpoint(folder, record);
  if (newest) return newest;
  throw problem(`The run "${record.name}" has no checkpoint yet. Train it first.`);
}

/** Without an `update` the newest there is. */
export async function runNetwork(
  folder: RunFolder,
  open: TrainingRun | null,
  update: number | null,
): Promise<RunNetwork> {
  const record = open ? open.storage.record : await readRecord(folder);
  const { name, kernels } = record;
  if (open && update === null) return { name, kernels, ...open.publishedWeights() };
  const { weights, counters } =
    update === null ? (await newestNetwork(folder)).checkpoint : await readCheckpoint(folder, record, update);
  return { name, kernels, weights, update: counters.update };
}

/** What a network of a run was trained on, and how well it predicted the held-out text at that update. */
export async function trainingFacts(folder: RunFolder, record: RunRecord, update: number): Promise<TrainingFacts> {
  const measured = (await readValidations(folder)).findLast((validation) => validation.update === update);
  return { text: record.text.name, updates: update, bitsPerByte: measured?.bitsPerByte ?? null };
}
