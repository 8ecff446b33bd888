// Which of the two blocks of moments an optimiser keeps: what a checkpoint has to hold of it.
import type { Optimizer } from '../hyperparameters';

export type Moments = 'firstMoments' | 'secondMoments';

/** firstMoments: Adam's m, momentum's buffer. secondMoments: Adam's and RMSprop's v, Adagrad's sum. */
export const MOMENTS_OF: Record<Optimizer, Moments[]> = {
  sgd: [],
  momentum: ['firstMoments'],
  rmsprop: ['secondMoments'],
  adagrad: ['secondMoments'],
  adam: ['firstMoments', 'secondMoments'],
  adamw: ['firstMoments', 'secondMoments'],
};
