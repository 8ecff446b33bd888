// What has to be checked and said where a run continues from a checkpoint.
import type { Settings } from '../hyperparameters';
import type { Counters } from '../model/checkpoint';
import { numberInSentence, problem } from '../problem';
import type { RunRecord } from '../run-files/run-folder';

/** A longer run continues; one that is past its new end cannot. */
export function checkLength({ name, settings }: RunRecord, update: number): void {
  if (settings.lengthUnit !== 'updates' || settings.length >= update) return;
  const [done, wanted] = [update, settings.length].map(numberInSentence);
  throw problem(`The run "${name}" has done ${done} updates already, more than ${wanted}. Choose a larger total.`);
}

export function sentenceOnKernels({ update, kernels: before }: Counters, kernels: Settings['kernels']): string | null {
  if (before === kernels) return null;
  return `This run now uses ${kernels} kernels; up to update ${numberInSentence(update)} it used ${before} ones, so results may differ in the last bits.`;
}
