// Models that the user has opened from files: kept as copies, so that they are available again after a restart.
import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { KernelVariant } from '../hyperparameters';
import { encodeModel } from '../model/model-file';
import { readModelFile, readModelHeader } from '../model/read-model-file';
import { factsAsMetadata, factsFrom } from '../model/training-facts';
import type { Weights } from '../model/weights';
import { writeWholeFile } from '../model/write-whole-file';
import { problem } from '../problem';
import type { ModelSummary } from '../protocol/messages';
import type { TrainingFacts } from '../protocol/network-choice';
import { makeFolders } from '../files/make-folders';

const PREFIX = 'model-';
const FILE = 'model.safetensors';
/** A model whose file does not say what it is called. */
const NAMELESS = 'Model';
const HASH_DIGITS = 24;
/** A run's identifier ends with a date. */
const IDENTIFIER = new RegExp(`^${PREFIX}[0-9a-f]{${HASH_DIGITS}}$`);

const withoutEnding = (name: string) => name.replace(/\.safetensors$/i, '');

export class StoredModels {
  /** `path` is the folder that holds them, a folder each. */
  constructor(private readonly path: string) {}

  holds(id: string): boolean {
    return IDENTIFIER.test(id);
  }

  /** Keeps a copy; the same weights opened again are the same model. Throws a `Problem` for any other file. */
  async open(file: string): Promise<ModelSummary> {
    const weights = await readModelFile(file);
    const facts = factsFrom((await readModelHeader(file)).metadata);
    const { Wxh, Whh, Who } = weights;
    const hash = createHash('sha256')
      .update(Wxh)
      .update(Whh)
      .update(Who)
      .update(weights.alphabet ?? '');
    const id = `${PREFIX}${hash.digest('hex').slice(0, HASH_DIGITS)}`;
    await makeFolders(this.folderOf(id));
    await writeWholeFile(
      this.fileOf(id),
      encodeModel(weights, { name: withoutEnding(basename(file)), ...factsAsMetadata(facts) }),
    );
    return this.summary(id);
  }

  /** The newest first; what is no longer a whole model is passed over. */
  async list(): Promise<ModelSummary[]> {
    let names: string[];
    try {
      names = await readdir(this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    const found = await Promise.allSettled(names.filter((name) => this.holds(name)).map((id) => this.summary(id)));
    const models = found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    return models.sort((a, b) => b.openedMs - a.openedMs);
  }

  async network(id: string): Promise<{ name: string; weights: Weights; update: null; kernels: KernelVariant }> {
    const { metadata } = await readModelHeader(this.fileOf(id));
    const weights = await readModelFile(this.fileOf(id));
    return { name: metadata.name ?? NAMELESS, weights, update: null, kernels: 'fast' };
  }

  /** What its file says of its training. */
  async trained(id: string): Promise<TrainingFacts | null> {
    return factsFrom((await readModelHeader(this.fileOf(id))).metadata);
  }

  async remove(id: string): Promise<void> {
    await rm(this.folderOf(id), { recursive: true, force: true });
  }

  /** Where a model lies, and what is made with it. */
  folderOf(id: string): string {
    if (!this.holds(id)) throw problem(`"${id}" is not an open model. Open its file again.`);
    return join(this.path, basename(id));
  }

  private fileOf(id: string): string {
    return join(this.folderOf(id), FILE);
  }

  private async summary(id: string): Promise<ModelSummary> {
    const { metadata, hiddenSize } = await readModelHeader(this.fileOf(id));
    const { mtimeMs } = await stat(this.fileOf(id));
    return { id, name: metadata.name ?? NAMELESS, hiddenSize, openedMs: mtimeMs, trained: factsFrom(metadata) };
  }
}
