// Finds the weights behind what a person names: a model's file, or a run's folder with its newest checkpoint.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodeModel } from '../../src-engine/model/model-file';
import type { Weights } from '../../src-engine/model/weights';
import { newestCheckpointFile } from '../../src-engine/training/open-run';

export async function readWeights(path: string): Promise<Weights> {
  const isFolder = (await stat(path)).isDirectory();
  const file = isFolder ? await newestCheckpointFile(path) : path;
  return decodeModel(await readFile(file), basename(file));
}
