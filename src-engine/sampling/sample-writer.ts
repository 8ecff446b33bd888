// Writes the short samples of a training run, each with a seed of its own.
import type { EncodingName } from '../protocol/encodings';
import { DEFAULT_SAMPLING } from '../protocol/writing';
import type { Weights } from '../model/weights';
import { writeText, type Sampler } from './sampler';

const SAMPLE_BYTES = 400;

export function sampleWriter(sampler: Sampler): (weights: Weights, encoding: EncodingName) => Promise<string> {
  let written = 0;
  return (weights, encoding) => {
    written += 1;
    const options = { ...DEFAULT_SAMPLING, bytes: SAMPLE_BYTES, seed: written, validUtf8: true };
    const network = { weights, kernels: 'fast' as const };
    return writeText(sampler, `sample-${written}`, { network, options, encoding });
  };
}
