// `unroll export`: a run's newest weights, or a checkpoint's, as a model file of three tensors.
import { basename } from 'node:path';
import { encodeModel } from '../../src-engine/model/model-file';
import { writeWholeFile } from '../../src-engine/model/write-whole-file';
import { readWeights } from './model-or-run';

export async function exportModel(modelOrRun: string, { out }: { out: string }): Promise<number> {
  await writeWholeFile(out, encodeModel(await readWeights(modelOrRun), { name: basename(modelOrRun) }));
  return 0;
}
