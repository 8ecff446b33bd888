// `unroll generate`: bytes on stdout as they are made.
import { once } from 'node:events';
import { builtFiles } from '../../src-engine/engine-files';
import { compileKernels } from '../../src-engine/kernels/kernel-files';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../../src-engine/protocol';
import { createGenerator } from '../../src-engine/sampling/generator';
import { readWeights } from './model-or-run';

const BYTES_AT_ONCE = 512;

export type GenerateOptions = Partial<SamplingOptions> & { utf8?: boolean };

export async function generate(modelOrRun: string, { utf8, ...options }: GenerateOptions): Promise<number> {
  const weights = await readWeights(modelOrRun);
  const { module } = await compileKernels(builtFiles(import.meta.url).kernelsFolder, 'fast');
  const generator = createGenerator(module, weights, { ...DEFAULT_SAMPLING, ...options, validUtf8: utf8 ?? false });
  while (generator.remaining > 0 && !process.stdout.destroyed) {
    if (!process.stdout.write(generator.next(BYTES_AT_ONCE))) await once(process.stdout, 'drain');
  }
  return 0;
}
