// Finds the network that an identifier of the protocol means: a run's, or that of a model opened from a file.
import { basename, join } from 'node:path';
import type { CheckpointList } from '../protocol/checkpoints';
import { DEFAULT_ENCODING, type EncodingName } from '../protocol/encodings';
import type { TrainingFacts } from '../protocol/network-choice';
import type { KernelVariant } from '../hyperparameters';
import { encodeForFile } from '../model/export-file';
import { writeWholeFile } from '../model/write-whole-file';
import type { Weights } from '../model/weights';
import type { StoredModels } from './stored-models';
import type { RunManager } from '../runs/run-manager';

export interface FoundNetwork {
  /** The run's, or the model's. */
  name: string;
  weights: Weights;
  /** After which update; null for a model. */
  update: number | null;
  /** Those that it was trained with. */
  kernels: KernelVariant;
}

export class Networks {
  constructor(
    private readonly runs: RunManager,
    private readonly models: StoredModels,
  ) {}

  /** The current one, or that of the checkpoint of `update`; a model has only one. */
  find(id: string, update: number | null = null): Promise<FoundNetwork> {
    return this.models.holds(id) ? this.models.network(id) : this.runs.network(id, update);
  }

  /** Where what is written with it is kept. */
  draftsPath(id: string): string {
    return this.models.holds(id) ? join(this.models.folderOf(id), 'drafts') : this.runs.shelf.draftsPath(id);
  }

  /** A model has none. */
  async checkpoints(id: string): Promise<CheckpointList> {
    return this.models.holds(id) ? { checkpoints: [], otherBytes: 0 } : this.runs.past.checkpoints(id);
  }

  /** What the bytes mean that it writes; a model does not say. */
  async encodingOf(id: string): Promise<EncodingName> {
    return this.models.holds(id) ? DEFAULT_ENCODING : this.runs.shelf.encodingOf(id);
  }

  /** What it learned from, as it lies there now; a model does not say. */
  async textOf(id: string): Promise<{ paths: string[]; between: Uint8Array } | null> {
    return this.models.holds(id) ? null : this.runs.shelf.textOf(id);
  }

  /** How it was trained, as far as it is known. */
  async trained(id: string, update: number | null): Promise<TrainingFacts | null> {
    return this.models.holds(id) ? this.models.trained(id) : this.runs.trained(id, update);
  }

  /** As a file in the format of its ending. */
  async export(id: string, path: string, update: number | null = null): Promise<void> {
    const network = await this.find(id, update);
    const facts = await this.trained(id, network.update);
    await writeWholeFile(path, encodeForFile(basename(path), network.weights, network.name, facts));
  }
}
