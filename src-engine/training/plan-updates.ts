// Writes down for the lane workers what each of the next updates needs: the step's numbers, and which lanes restart.
import { PLAN_FIELDS } from '../model/layout';
import { dropoutKey, nextUniform, type RandomState } from '../model/random';
import type { Workspace } from '../model/workspace';
import { scheduledRate, stepNumbers } from '../optimiser/schedule';
import type { Settings } from '../hyperparameters';

/** Between two of these no moment can fade from 2⁻¹⁰⁰ to where arithmetic is slow: Adam's m, which fades fastest, loses ten bits. */
const DROP_FADED_EVERY = 64;

export interface PlannedUpdate {
  /** Counts from 0: the updates done before it. */
  update: number;
  /** Those of the run that this one goes on from, whose optimiser it has. */
  stepsBefore?: number;
  settings: Settings;
  updatesPerEpoch: number;
  shareDone: number;
  plateaus: number;
}

/** Plans the update at place `index` of an order; returns its learning rate. Draws one number a lane when lanes may restart. */
export function planUpdate(work: Workspace, index: number, planned: PlannedUpdate, restarts: RandomState): number {
  const { layout, shape, f64, u8 } = work;
  const { settings, update, stepsBefore = 0 } = planned;
  const rate = scheduledRate(settings.schedule, settings.learningRate, planned);
  const steps = stepsBefore + update + 1;
  const { stepSize, secondCorrection, decay } = stepNumbers(settings.optimizer, rate, steps, settings.weightDecay);
  const { clipNorm, clipElement, seed, averaging } = settings;
  const dropsFaded = update % DROP_FADED_EVERY === 0 ? 1 : 0;
  const key = dropoutKey(seed, update);
  // At first the plain average of all weights so far, so that the initial ones soon count for nothing.
  const averageShare = 1 / Math.max(1, Math.min(averaging, update + 1));
  const numbers = [clipNorm, clipElement || Infinity, stepSize, secondCorrection, decay, dropsFaded, key, averageShare];
  f64.set(numbers, layout.plan / 8 + index * PLAN_FIELDS.length);
  const epochBegins = update % planned.updatesPerEpoch === 0;
  const begins = layout.begins + index * shape.lanes;
  for (let lane = 0; lane < shape.lanes; lane++) {
    const drawn = settings.restartShare > 0 && nextUniform(restarts) < settings.restartShare;
    u8[begins + lane] = epochBegins || drawn ? 1 : 0;
  }
  return rate;
}
