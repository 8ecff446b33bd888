// Generates with a network's weights, in this process.
import type { KernelSet } from '../kernels/kernels';
import type { Weights } from '../model/weights';
import type { SamplingOptions } from '../protocol/writing';
import { generatorFrom, type Generator } from './generator-from';
import { openReading } from './network-stream';
import { openingAtPrompt, type Opening } from './opening';
import type { Reading } from './reading';
import { encodeText, textEncoding } from './text-encoding';

export interface GeneratorOptions {
  /** What the bytes of prompt and stop text mean. */
  encoding?: string;
  /** Instead of the prompt. */
  opening?: Opening;
  /** One that has begun to read the opening ahead. */
  reading?: Reading;
}

/** The same weights, options and seed give the same bytes. */
export function createGenerator(
  kernels: KernelSet,
  weights: Weights,
  options: SamplingOptions,
  { encoding = 'utf-8', opening, reading }: GeneratorOptions = {},
): Generator {
  const begin = opening ?? openingAtPrompt(encodeText(options.prompt, encoding));
  return generatorFrom(reading ?? openReading(kernels, weights, begin), {
    options,
    encoding: textEncoding(encoding),
    opening: begin,
  });
}
