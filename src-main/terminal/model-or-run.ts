// Finds the network behind what the user names: a model's file, or a run's folder with its newest or any other checkpoint.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DEFAULT_ENCODING, type EncodingName } from '../../src-engine/protocol/encodings';
import type { KernelVariant } from '../../src-engine/hyperparameters';
import type { Checkpoint } from '../../src-engine/model/read-checkpoint';
import { readModelFile, readModelHeader } from '../../src-engine/model/read-model-file';
import { factsFrom } from '../../src-engine/model/training-facts';
import type { Weights } from '../../src-engine/model/weights';
import { problem } from '../../src-engine/problem';
import { listCheckpoints, readCheckpoint, sentenceOnDamage } from '../../src-engine/run-files/checkpoints';
import { readRecord, runFolder, type RunFolder, type RunRecord } from '../../src-engine/run-files/run-folder';
import type { TrainingFacts } from '../../src-engine/protocol/network-choice';
import { newestNetwork, trainingFacts } from '../../src-engine/runs/run-network';
import { say } from './streams';

interface NamedNetwork {
  weights: Weights;
  /** 0 for a model, which does not say. */
  update: number;
  /** Those that the run was trained with; fast for a model. */
  kernels: KernelVariant;
  /** Of the run's text; UTF-8 for a model, which does not say. */
  encoding: EncodingName;
  /** null for a model whose file does not say. */
  trained: TrainingFacts | null;
}

/** The checkpoint of an update, or the newest whole one; that it is not the newest of all is said on standard error. */
async function checkpointOf(folder: RunFolder, record: RunRecord, update?: number): Promise<Checkpoint> {
  if (update === undefined) {
    const newest = await newestNetwork(folder);
    const sentence = sentenceOnDamage(newest);
    if (sentence !== null) say(sentence);
    return newest.checkpoint;
  }
  const updates = await listCheckpoints(folder);
  if (updates.includes(update)) return readCheckpoint(folder, record, update);
  throw problem(
    `"${folder.id}" has no checkpoint of update ${update}. Choose one of: ${updates.join(', ') || 'none yet'}.`,
  );
}

export async function readNetwork(path: string, update?: number): Promise<NamedNetwork> {
  if (!(await stat(path)).isDirectory()) {
    if (update !== undefined)
      throw problem(`"${basename(path)}" is a file; only a run's folder has checkpoints. Leave --checkpoint out.`);
    return {
      weights: await readModelFile(path),
      trained: factsFrom((await readModelHeader(path)).metadata),
      update: 0,
      kernels: 'fast',
      encoding: DEFAULT_ENCODING,
    };
  }
  const folder = runFolder(path);
  const record = await readRecord(folder);
  const { weights, counters } = await checkpointOf(folder, record, update);
  const trained = await trainingFacts(folder, record, counters.update);
  return { weights, trained, update: counters.update, kernels: record.kernels, encoding: record.text.encoding };
}

export async function readWeights(path: string): Promise<Weights> {
  return (await readNetwork(path)).weights;
}
