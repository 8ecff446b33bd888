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

/** What keeps a text from slips and from circling; they differ in their temperature alone. */
const ALIKE = { ...styleOf(DEFAULT_SAMPLING), minP: 0.1, repeatPenalty: 1, stopCircling: true };

export const BALANCED_STYLE: NamedStyle = {
  name: 'Balanced',
  help: 'Varied, and mostly words.',
  style: { ...ALIKE, temperature: 0.8 },
};

export const WRITING_STYLES: readonly NamedStyle[] = [
  {
    name: 'Careful',
    help: 'What the network is surest of, without repeating itself.',
    style: { ...ALIKE, temperature: 0.6 },
  },
  BALANCED_STYLE,
  {
    name: 'Wild',
    help: 'Rare words and invented ones.',
    style: { ...ALIKE, temperature: 1.1 },
  },
];
