// Finds the network behind what the user names: a model's file, or a run's folder with its newest or any other checkpoint.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DEFAULT_ENCODING, type EncodingName } from '../../src-engine/protocol/encodings';
import type { KernelVariant } from '../../src-engine/hyperparameters';
import { decodeModel } from '../../src-engine/model/model-file';
import { readModelFile } from '../../src-engine/model/read-model-file';
import type { Weights } from '../../src-engine/model/weights';
import { problem } from '../../src-engine/problem';
import { checkpointFile, listCheckpoints } from '../../src-engine/run-files/checkpoints';
import { newestCheckpointFile } from '../../src-engine/runs/open-run';
import { readRecord, runFolder } from '../../src-engine/run-files/run-folder';

interface NamedNetwork {
  weights: Weights;
  /** 0 for a model, which does not say. */
  update: number;
  /** Those that the run was trained with; fast for a model. */
  kernels: KernelVariant;
  /** Of the run's text; UTF-8 for a model, which does not say. */
  encoding: EncodingName;
}

async function checkpointAt(path: string, update: number): Promise<string> {
  const folder = runFolder(path);
  const updates = await listCheckpoints(folder);
  if (updates.includes(update)) return checkpointFile(folder, update);
  throw problem(
    `"${basename(path)}" has no checkpoint of update ${update}. Choose one of: ${updates.join(', ') || 'none yet'}.`,
  );
}

export async function readNetwork(path: string, update?: number): Promise<NamedNetwork> {
  if (!(await stat(path)).isDirectory()) {
    if (update !== undefined)
      throw problem(`"${basename(path)}" is a file; only a run's folder has checkpoints. Leave --checkpoint out.`);
    return {
      weights: await readModelFile(path),
      update: 0,
      kernels: 'fast',
      encoding: DEFAULT_ENCODING,
    };
  }
  const file = update === undefined ? await newestCheckpointFile(path) : await checkpointAt(path, update);
  const { kernels, text } = await readRecord(runFolder(path));
  return {
    weights: decodeModel(await readFile(file), basename(file)),
    update: Number.parseInt(basename(file), 10),
    kernels,
    encoding: text.encoding,
  };
}

export async function readWeights(path: string): Promise<Weights> {
  return (await readNetwork(path)).weights;
}
