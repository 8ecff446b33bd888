// How the learning rate changes over a run, and the two numbers of Adam that depend on the update.
import type { Optimizer, Schedule } from '../hyperparameters';
import { ADAM_BETA1, ADAM_BETA2 } from './constants';

/** The first part of the run in which a cosine schedule rises from 0. */
const WARM_UP_SHARE = 0.02;
/** A cosine schedule ends at this share of the rate it was given. */
const FINAL_SHARE = 0.02;

/** A step schedule has this many stages, each at half the rate of the one before. */
const STEPS_DOWN = 8;

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

/** Where a run stands, as far as a schedule looks at it. */
export interface SchedulePoint {
  /** The share of the run that is done, 0 … 1. */
  shareDone: number;
  /** How often validation has come to rest so far. */
  plateaus: number;
}

function cosineRate(rate: number, done: number): number {
  if (done < WARM_UP_SHARE) return rate * Math.max(done / WARM_UP_SHARE, 0.01);
  const fall = (1 + cosineOfPi((done - WARM_UP_SHARE) / (1 - WARM_UP_SHARE))) / 2;
  return rate * (FINAL_SHARE + (1 - FINAL_SHARE) * fall);
}

/** The rate of an update: half the one before after each eighth of the run (step) or each plateau of the validation (plateau). */
export function scheduledRate(schedule: Schedule, rate: number, { shareDone, plateaus }: SchedulePoint): number {
  const done = Math.min(1, shareDone);
  switch (schedule) {
    case 'constant':
      return rate;
    case 'cosine':
      return cosineRate(rate, done);
    case 'step':
      return rate / 2 ** Math.min(STEPS_DOWN - 1, Math.floor(done * STEPS_DOWN));
    case 'plateau':
      return rate / 2 ** plateaus;
  }
}

export interface StepNumbers {
  /** rate/(1-β₁ᵗ) for Adam and AdamW, else the rate itself. */
  stepSize: number;
  /** √(1-β₂ᵗ) for Adam and AdamW, else 1. */
  secondCorrection: number;
  /** What AdamW leaves of a weight before its step, else 1. */
  decay: number;
}

/** t counts updates from 1, as in PyTorch. */
export function stepNumbers(optimizer: Optimizer, rate: number, t: number, weightDecay: number): StepNumbers {
  if (optimizer !== 'adam' && optimizer !== 'adamw') return { stepSize: rate, secondCorrection: 1, decay: 1 };
  return {
    stepSize: rate / (1 - wholePower(ADAM_BETA1, t)),
    secondCorrection: Math.sqrt(1 - wholePower(ADAM_BETA2, t)),
    decay: optimizer === 'adamw' ? 1 - rate * weightDecay : 1,
  };
}
