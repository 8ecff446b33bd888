// Keeps the networks that wrote a run's drafts, each once, so that a draft can be continued and asked about after the run has moved on.
import { createHash } from 'node:crypto';
import { access, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encodeModel } from '../model/model-file';
import { readModelFile } from '../model/read-model-file';
import type { Weights } from '../model/weights';
import { writeWholeFile } from '../model/write-whole-file';
import { problem } from '../problem';
import { networkFile } from './draft-record';
import { makeFolders } from '../files/make-folders';

/** The update, and a hash of the weights: a run that was resumed otherwise has had other ones at the same update. */
export function networkName(update: number, weights: Weights): string {
  const hash = createHash('sha256');
  for (const matrix of [weights.Wxh, weights.Whh, weights.Who]) hash.update(matrix);
  return `${update}-${hash.digest('hex').slice(0, 12)}`;
}

export async function keepNetwork(folder: string, name: string, weights: Weights): Promise<void> {
  const path = networkFile(folder, name);
  const isKept = await access(path).then(
    () => true,
    () => false,
  );
  if (isKept) return;
  await makeFolders(dirname(path));
  await writeWholeFile(path, encodeModel(weights));
}

export async function readNetwork(folder: string, name: string): Promise<Weights> {
  const path = networkFile(folder, name);
  try {
    return await readModelFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw problem(
      'The network that wrote this draft was not kept. Continue with another one, or generate a new draft.',
    );
  }
}

/** Deletes the networks that no draft names. */
export async function dropOtherNetworks(folder: string, named: Set<string>): Promise<void> {
  const path = join(folder, 'networks');
  const files = await readdir(path).catch(() => []);
  for (const file of files) {
    if (file.endsWith('.safetensors') && !named.has(file.slice(0, -'.safetensors'.length)))
      await rm(join(path, file), { force: true });
  }
}
