// Makes several ways of writing out of one, for drafts side by side.
import { GREATEST_SEED } from '../../src-engine/protocol/scalars';
import type { SamplingOptions } from '../../src-engine/protocol/writing';

export type Variation = 'seed' | 'temperature';

const SEEDS = GREATEST_SEED + 1;

/** Half to one and a half times the temperature, evenly: one alone is as chosen. */
function temperatureAt(index: number, count: number, temperature: number): number {
  const factor = 0.5 + index / (count - 1);
  return Math.round(temperature * factor * 100) / 100;
}

/** Seeds that follow one another, or temperatures around the chosen one with the same seed. */
export function draftVariations(options: SamplingOptions, count: number, variation: Variation): SamplingOptions[] {
  return Array.from({ length: count }, (_, index) => {
    if (count === 1) return options;
    if (variation === 'seed') return { ...options, seed: (options.seed + index) % SEEDS };
    return { ...options, temperature: temperatureAt(index, count, options.temperature) };
  });
}
