// The network of a run: current where the run is open, else as a checkpoint has it.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { KernelVariant } from '../hyperparameters';
import { decodeModel } from '../model/model-file';
import { checkpointFile } from '../run-files/checkpoints';
import { readRecord, type RunFolder } from '../run-files/run-folder';
import type { PublishedWeights } from '../training/published-weights';
import type { TrainingRun } from '../training/training-run';
import { newestCheckpointFile } from './open-run';

/** A network of a run, and which it is. */
export interface RunNetwork extends PublishedWeights {
  /** The run's. */
  name: string;
  kernels: KernelVariant;
}

/** Without an `update` the newest there is. */
export async function runNetwork(
  folder: RunFolder,
  open: TrainingRun | null,
  update: number | null,
): Promise<RunNetwork> {
  const { name, kernels } = open ? open.storage.record : await readRecord(folder);
  if (open && update === null) return { name, kernels, ...open.publishedWeights() };
  const file = update === null ? await newestCheckpointFile(folder.path) : checkpointFile(folder, update);
  const weights = decodeModel(await readFile(file), basename(file));
  return { name, kernels, weights, update: Number.parseInt(basename(file), 10) };
}
