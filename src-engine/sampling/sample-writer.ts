// Writes the short samples of a training run as its person has set its writing, each with a seed of its own.
import type { EncodingName } from '../protocol/encodings';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../protocol/writing';
import { BALANCED_STYLE } from '../protocol/writing-styles';
import type { Weights } from '../model/weights';
import { writeText, type Sampler } from './sampler';

const SAMPLE_BYTES = 400;

/** `keptOf`: how a run is written with, where the person has said so. */
export function sampleWriter(
  sampler: Sampler,
  keptOf: (run: string) => Promise<SamplingOptions | null>,
): (weights: Weights, encoding: EncodingName, run: string) => Promise<string> {
  let written = 0;
  return async (weights, encoding, run) => {
    written += 1;
    const seed = written;
    const kept = (await keptOf(run)) ?? { ...DEFAULT_SAMPLING, ...BALANCED_STYLE.style, validUtf8: true };
    const network = { weights, kernels: 'fast' as const };
    const options = { ...kept, bytes: SAMPLE_BYTES, seed };
    const text = await writeText(sampler, `sample-${seed}`, { network, options, encoding });
    return kept.prompt + text;
  };
}
