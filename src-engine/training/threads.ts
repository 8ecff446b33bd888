// How many threads a run's updates keep busy.
import { availableParallelism } from 'node:os';
import type { Settings } from '../hyperparameters';
import { flopPerByte } from '../model/operations';
import { shapeOf } from '../model/shape';

/** Multiplications and additions of an update that make another thread worth its meetings. */
const FLOP_A_THREAD = 3e6;

/** The chosen threads, or as many as the computer has and an update can use. The numbers are the same for any. */
export function threadsFor(settings: Settings): number {
  if (settings.threads > 0) return settings.threads;
  const shape = shapeOf(settings);
  const useful = Math.floor((flopPerByte(shape) * shape.lanes * shape.steps) / FLOP_A_THREAD);
  return Math.max(1, Math.min(useful, availableParallelism()));
}

/** A run's memory has room for every core, so that it may be given more of them while it trains. */
export const mostThreads = (settings: Settings) => Math.max(settings.threads, availableParallelism());
