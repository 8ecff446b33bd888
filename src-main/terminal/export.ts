// `unroll export`: a run's newest weights, or a checkpoint's, as a model file: three tensors, or one step as an ONNX graph.
import { basename } from 'node:path';
import { encodeForFile } from '../../src-engine/model/export-file';
import { writeWholeFile } from '../../src-engine/model/write-whole-file';
import { readNetwork } from './model-or-run';

export async function exportModel(modelOrRun: string, { out }: { out: string }): Promise<number> {
  const { weights, trained } = await readNetwork(modelOrRun);
  await writeWholeFile(out, encodeForFile(basename(out), weights, basename(modelOrRun), trained));
  return 0;
}
