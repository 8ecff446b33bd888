// Models that the user has opened from files: kept as copies, so that they are available again after a restart.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { settingProblem, type KernelVariant } from '../hyperparameters';
import { decodeModel, encodeModel } from '../model/model-file';
import { decodeSafetensors } from '../model/safetensors';
import type { Weights } from '../model/weights';
import { writeWholeFile } from '../model/write-whole-file';
import { problem } from '../problem';
import type { ModelSummary } from '../protocol/messages';

const PREFIX = 'model-';
const FILE = 'model.safetensors';
/** Far above any model, a checkpoint of one included; what is larger is something else. */
const MOST_FILE_BYTES = 1e9;
const HASH_DIGITS = 24;
/** A run's identifier ends with a date. */
const IDENTIFIER = new RegExp(`^${PREFIX}[0-9a-f]{${HASH_DIGITS}}$`);

const withoutEnding = (name: string) => name.replace(/\.safetensors$/i, '');

async function readModelFile(path: string): Promise<Weights> {
  const name = basename(path);
  const facts = await stat(path);
  if (facts.isDirectory()) throw problem(`"${name}" is a folder. Choose a .safetensors file.`);
  if (facts.size > MOST_FILE_BYTES) {
    throw problem(
      `"${name}" has ${(facts.size / 1e9).toFixed(1)} GB; no Unroll model is that large. Choose another file.`,
    );
  }
  const weights = decodeModel(await readFile(path), name);
  const tooLarge = settingProblem('hiddenSize', weights.hiddenSize);
  if (tooLarge !== null) {
    throw problem(`"${name}" cannot be used. ${tooLarge}`);
  }
  return weights;
}

export class StoredModels {
  /** `path` is the folder that holds them, a folder each. */
  constructor(private readonly path: string) {}

  holds(id: string): boolean {
    return IDENTIFIER.test(id);
  }

  /** Keeps a copy; the same weights opened again are the same model. Throws a `Problem` for any other file. */
  async open(file: string): Promise<ModelSummary> {
    const weights = await readModelFile(file);
    const { Wxh, Whh, Who } = weights;
    const hash = createHash('sha256')
      .update(Wxh)
      .update(Whh)
      .update(Who)
      .update(weights.alphabet ?? '');
    const id = `${PREFIX}${hash.digest('hex').slice(0, HASH_DIGITS)}`;
    await mkdir(this.folderOf(id), { recursive: true });
    await writeWholeFile(this.fileOf(id), encodeModel(weights, { name: withoutEnding(basename(file)) }));
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
    const bytes = await readFile(this.fileOf(id));
    const { metadata } = decodeSafetensors(bytes, FILE);
    const name = metadata.name ?? 'Model';
    return { name, weights: decodeModel(bytes, name), update: null, kernels: 'fast' };
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
    const [{ name, weights }, { mtimeMs }] = await Promise.all([this.network(id), stat(this.fileOf(id))]);
    return { id, name, hiddenSize: weights.hiddenSize, openedMs: mtimeMs };
  }
}
