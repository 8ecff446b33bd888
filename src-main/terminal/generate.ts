// `unroll generate`: text on stdout as it is made, plain or as the window exports it.
import { once } from 'node:events';
import { basename } from 'node:path';
import { exportText, type TextPiece } from '../../src-engine/drafts/export-text';
import { builtFiles } from '../../src-engine/engine-files';
import type { KernelVariant, VectorChoice } from '../../src-engine/hyperparameters';
import { compileKernels } from '../../src-engine/kernels/kernel-files';
import { createGenerator, type Generator } from '../../src-engine/sampling/generator';
import { encodeText } from '../../src-engine/sampling/text-encoding';
import { DEFAULT_SAMPLING, type ExportFormat, type SamplingOptions } from '../../src-engine/protocol/writing';
import { readNetwork } from './model-or-run';

const BYTES_AT_ONCE = 512;

export interface GenerateOptions extends Partial<SamplingOptions> {
  utf8?: boolean;
  format?: ExportFormat;
  checkpoint?: number;
  kernels?: KernelVariant;
  vectors?: VectorChoice;
}

/** The prompt, which only the richer formats repeat, then what is made. */
async function* piecesOf(
  generator: Generator,
  prompt: Uint8Array,
  wantsProbabilities: boolean,
): AsyncGenerator<TextPiece> {
  if (prompt.length > 0) yield { bytes: prompt, probabilities: new Float32Array(prompt.length).fill(NaN) };
  while (generator.remaining > 0) {
    const probabilities = new Float32Array(wantsProbabilities ? BYTES_AT_ONCE : 0);
    // Waits for nothing, but lets a closed pipe be noticed.
    const bytes = await Promise.resolve(generator.next(BYTES_AT_ONCE, wantsProbabilities ? probabilities : undefined));
    yield { bytes, probabilities: probabilities.subarray(0, bytes.length) };
  }
}

/** A reader that is slow is waited for; one that has seen enough ends it. */
async function writeOut(pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  for await (const piece of pieces) {
    if (process.stdout.destroyed) return;
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  }
}

export async function generate(modelOrRun: string, chosen: GenerateOptions): Promise<number> {
  const { utf8, format = 'text', checkpoint, kernels: wantedKernels, vectors, ...given } = chosen;
  const network = await readNetwork(modelOrRun, checkpoint);
  const options: SamplingOptions = { ...DEFAULT_SAMPLING, ...given, validUtf8: utf8 ?? false };
  const { encoding } = network;
  const { kernelsFolder } = builtFiles(import.meta.url);
  const kernels = await compileKernels(kernelsFolder, wantedKernels ?? network.kernels, vectors);
  const generator = createGenerator(kernels, network.weights, options, { encoding });
  const prompt = format === 'text' ? new Uint8Array() : encodeText(options.prompt, encoding);
  const origin = {
    createdMs: Date.now(),
    encoding,
    promptBytes: prompt.length,
    parts: [{ from: 0, runName: basename(modelOrRun), update: network.update, options }],
  };
  await writeOut(exportText(format, origin, piecesOf(generator, prompt, format === 'json')));
  return 0;
}
