// `unroll export`: a run's newest weights, or a checkpoint's: three tensors, one step as an ONNX graph, or a page that writes by itself.
import { basename, join } from 'node:path';
import { readKeptWriting } from '../../src-engine/drafts/kept-writing';
import { builtFiles } from '../../src-engine/engine-files';
import { encodeForFile } from '../../src-engine/model/export-file';
import { writeWholeFile } from '../../src-engine/model/write-whole-file';
import { isPageFile, writePage } from '../../src-engine/pages/page-file';
import { DEFAULT_SAMPLING } from '../../src-engine/protocol/writing';
import { BALANCED_STYLE } from '../../src-engine/protocol/writing-styles';
import { readNetwork } from './model-or-run';

export async function exportModel(modelOrRun: string, { out }: { out: string }): Promise<number> {
  const { weights, trained, kernels, encoding } = await readNetwork(modelOrRun);
  const name = basename(modelOrRun, '.safetensors');
  if (isPageFile(out)) {
    const kept = await readKeptWriting(join(modelOrRun, 'drafts'));
    const options = kept ?? { ...DEFAULT_SAMPLING, ...BALANCED_STYLE.style };
    await writePage(out, builtFiles(import.meta.url), { name, weights, kernels, encoding, options, trained });
  } else await writeWholeFile(out, encodeForFile(basename(out), weights, basename(modelOrRun), trained));
  return 0;
}
