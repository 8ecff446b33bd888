// The styles of writing that come with the application; how they were chosen stands in docs/writing.md.
import { DEFAULT_SAMPLING, type SamplingOptions } from './writing';

/** The options that a style says; the others belong to what is written, not to how. */
export const STYLE_OPTIONS = [
  'temperature',
  'topK',
  'topP',
  'minP',
  'repetitionPenalty',
  'repetitionWindow',
  'repeatPenalty',
  'repeatBase',
  'repeatLength',
  'repeatWindow',
  'repeatBreakers',
  'stopCircling',
] as const;
export type WritingStyle = Pick<SamplingOptions, (typeof STYLE_OPTIONS)[number]>;

export interface NamedStyle {
  name: string;
  help: string;
  style: WritingStyle;
}

export function styleOf(options: WritingStyle): WritingStyle {
  return Object.fromEntries(STYLE_OPTIONS.map((name) => [name, options[name]])) as unknown as WritingStyle;
}

/** All off but for what keeps a text from circling. */
const NO_LOOPS = { ...styleOf(DEFAULT_SAMPLING), repeatPenalty: 1, stopCircling: true };

export const BALANCED_STYLE: NamedStyle = {
  name: 'Balanced',
  help: 'Varied, and mostly words.',
  style: { ...NO_LOOPS, temperature: 0.8, minP: 0.05 },
};

export const WRITING_STYLES: readonly NamedStyle[] = [
  {
    name: 'Careful',
    help: 'What the network is surest of, without repeating itself.',
    style: { ...NO_LOOPS, temperature: 0.5, minP: 0.05 },
  },
  BALANCED_STYLE,
  {
    name: 'Wild',
    help: 'Rare words and invented ones.',
    style: { ...NO_LOOPS, temperature: 1.1, minP: 0.05 },
  },
];
