// What a search is asked: which settings vary, how, and for how long.
import * as v from 'valibot';
import { countWithin, seed, within } from './scalars';

const searchRange = v.union([
  v.object({ name: v.string(), least: v.number(), most: v.number() }),
  v.object({ name: v.string(), choices: v.pipe(v.array(v.string()), v.minLength(1)) }),
]);
/** What a search may vary: a number within bounds, or a choice among some. */
export type SearchRange = v.InferOutput<typeof searchRange>;

export const SEARCH_BOUNDS = { minutes: { least: 0.01, most: 10_000 }, candidates: { least: 2, most: 64 } };
export const searchPlan = v.object({
  ranges: v.pipe(v.array(searchRange), v.minLength(1)),
  /** Training time of all runs together. */
  minutes: within(SEARCH_BOUNDS.minutes),
  candidates: countWithin(SEARCH_BOUNDS.candidates),
  seed,
});
export type SearchPlan = v.InferOutput<typeof searchPlan>;
