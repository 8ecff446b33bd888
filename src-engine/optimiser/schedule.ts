// How the learning rate goes over a run, and the two numbers of Adam that depend on the update.
import type { Optimizer, Schedule } from '../hyperparameters';
import { ADAM_BETA1, ADAM_BETA2 } from './adam-constants';

/** The first part of the run in which a cosine schedule rises from 0. */
const WARM_UP_SHARE = 0.02;
/** A cosine schedule ends at this share of the rate it was given. */
const FINAL_SHARE = 0.02;

/** cos(πx) for x in [0, 1] within 1e-14: own arithmetic, since Math.cos may differ between versions of V8. */
export function cosineOfPi(x: number): number {
  // cos(πx) = -sin(π(x - ½)), and sin by its series, |π(x - ½)| ≤ π/2.
  const z = Math.PI * (x - 0.5);
  let term = z;
  let sine = z;
  for (let n = 2; n <= 24; n += 2) {
    term *= -(z * z) / (n * (n + 1));
    sine += term;
  }
  return -sine;
}

/** baseⁿ by repeated squaring: the same bits everywhere, unlike Math.pow. */
export function wholePower(base: number, exponent: number): number {
  let power = 1;
  for (let square = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2), square *= square) {
    if (rest % 2 === 1) power *= square;
  }
  return power;
}

/** The rate of an update; `progress` is the share of the run that is done, 0 … 1. */
export function scheduledRate(schedule: Schedule, rate: number, progress: number): number {
  if (schedule === 'constant') return rate;
  const done = Math.min(1, progress);
  if (done < WARM_UP_SHARE) return rate * Math.max(done / WARM_UP_SHARE, 0.01);
  const fall = (1 + cosineOfPi((done - WARM_UP_SHARE) / (1 - WARM_UP_SHARE))) / 2;
  return rate * (FINAL_SHARE + (1 - FINAL_SHARE) * fall);
}

export interface StepNumbers {
  /** rate/(1-β₁ᵗ); for SGD the rate itself. */
  stepSize: number;
  /** √(1-β₂ᵗ); 1 for SGD. */
  secondCorrection: number;
}

/** t counts updates from 1, as in PyTorch. */
export function stepNumbers(optimizer: Optimizer, rate: number, t: number): StepNumbers {
  if (optimizer === 'sgd') return { stepSize: rate, secondCorrection: 1 };
  return {
    stepSize: rate / (1 - wholePower(ADAM_BETA1, t)),
    secondCorrection: Math.sqrt(1 - wholePower(ADAM_BETA2, t)),
  };
}
