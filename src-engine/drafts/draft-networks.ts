// Keeps the networks that wrote a run's drafts, each once, so that a draft can be gone on with and asked about after the run has moved on.
import { access, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { decodeModel, encodeModel } from '../model/model-file';
import type { Weights } from '../model/weights';
import { writeWholeFile } from '../model/write-whole-file';
import { problem } from '../problem';
import { networkFile } from './draft-record';

/** FNV-1a over 32-bit words: tells apart the networks that a run had at the same update, after it was resumed otherwise. */
function hashOf(weights: Weights): number {
  let hash = 0x811c9dc5;
  for (const { buffer, byteOffset, length } of [weights.Wxh, weights.Whh, weights.Who]) {
    const words = new Uint32Array(buffer, byteOffset, length);
    for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  }
  return hash >>> 0;
}

export function networkName(update: number, weights: Weights): string {
  return `${update}-${hashOf(weights).toString(16).padStart(8, '0')}`;
}

export async function keepNetwork(folder: string, name: string, weights: Weights): Promise<void> {
  const path = networkFile(folder, name);
  const isKept = await access(path).then(
    () => true,
    () => false,
  );
  if (isKept) return;
  await mkdir(dirname(path), { recursive: true });
  await writeWholeFile(path, encodeModel(weights));
}

export async function readNetwork(folder: string, name: string): Promise<Weights> {
  const path = networkFile(folder, name);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw problem('The network that wrote this draft was not kept. Go on with another, or write a new draft.');
  }
  return decodeModel(bytes, basename(path));
}

/** Lets go of the networks that no draft names. */
export async function dropOtherNetworks(folder: string, named: Set<string>): Promise<void> {
  const path = join(folder, 'networks');
  const files = await readdir(path).catch(() => []);
  for (const file of files) {
    if (file.endsWith('.safetensors') && !named.has(file.slice(0, -'.safetensors'.length)))
      await rm(join(path, file), { force: true });
  }
}
