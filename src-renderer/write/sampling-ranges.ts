// Says what may be typed into the fields of writing, as the protocol takes it.
import { numberInSentence } from '../../src-engine/problem';
import { GREATEST_SEED, type Bounds } from '../../src-engine/protocol/scalars';
import { SAMPLING_BOUNDS } from '../../src-engine/protocol/writing';

export type SamplingNumber =
  'bytes' | 'temperature' | 'seed' | 'topK' | 'topP' | 'minP' | 'repetitionPenalty' | 'repetitionWindow';

interface Range extends Bounds {
  whole: boolean;
  hint: string;
}

export const SAMPLING_RANGES: Record<SamplingNumber, Range> = {
  bytes: { ...SAMPLING_BOUNDS.bytes, least: 1, whole: true, hint: 'How many bytes to write' },
  temperature: {
    ...SAMPLING_BOUNDS.temperature,
    whole: false,
    hint: 'Low is careful, high is daring; 0 always takes the likeliest byte',
  },
  seed: { least: 0, most: GREATEST_SEED, whole: true, hint: 'The same seed writes the same text again' },
  topK: { ...SAMPLING_BOUNDS.topK, whole: true, hint: 'Only the k likeliest bytes; 0 is off' },
  topP: { ...SAMPLING_BOUNDS.topP, whole: false, hint: 'Only the likeliest bytes that make up this share; 1 is off' },
  minP: {
    ...SAMPLING_BOUNDS.minP,
    whole: false,
    hint: 'Only bytes at least this share as likely as the likeliest; 0 is off',
  },
  repetitionPenalty: {
    ...SAMPLING_BOUNDS.repetitionPenalty,
    whole: false,
    hint: 'Makes what has just been written less likely, by this factor; 1 is off',
  },
  repetitionWindow: {
    ...SAMPLING_BOUNDS.repetitionWindow,
    whole: true,
    hint: 'How many bytes the repetition penalty looks back on',
  },
};

/** Above this only noise is left, so the slider ends here; the field takes more. */
export const TEMPERATURE_SLIDER_MOST = 2;

/** A sentence on what is wrong with a typed value; null when it may be used. */
export function samplingProblem(name: SamplingNumber, label: string, value: number | null): string | null {
  const { least, most, whole } = SAMPLING_RANGES[name];
  const range = `${numberInSentence(least)} to ${numberInSentence(most)}`;
  if (value === null) return `Type a ${whole ? 'whole number' : 'number'} from ${range}.`;
  if (whole && !Number.isInteger(value)) return `${label} has to be a whole number from ${range}.`;
  if (value < least || value > most) return `${label} goes from ${range}.`;
  return null;
}
