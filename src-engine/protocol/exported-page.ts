// What an exported page holds of its network, and where: written by the engine, read by the page's own script.
import type { KernelVariant } from '../hyperparameters';
import type { TrainingFacts } from './network-choice';
import type { SamplingOptions } from './writing';

/** As JSON, in the block `facts`. */
export interface PageFacts {
  name: string;
  hiddenSize: number;
  /** The byte values that the network predicts; null: all. */
  alphabet: number[] | null;
  encoding: string;
  /** Whose bits the page gives. */
  kernels: KernelVariant;
  /** What the fields begin with, and how it is written. */
  options: SamplingOptions;
  trained: TrainingFacts | null;
}

/** The elements that hold data: `network` and `characters` are deflated, in base 64. */
export const PAGE_BLOCKS = ['facts', 'network', 'characters'] as const;
export type PageBlock = (typeof PAGE_BLOCKS)[number];

/** What the build leaves of the page, and where a network's own goes into it. */
export const TITLE_MARK = 'The title of the page';
export const BLOCKS_MARK = '<!-- What this page was exported with. -->';
