// The list of runs and models as the engine leaves it for the next start: the window shows it until the engine is there.
import * as v from 'valibot';
import { modelSummary, runSummary } from './messages';

export const LIST_VERSION = 1;
/** More than a window shows. */
export const MOST_REMEMBERED = 100;

export const rememberedList = v.object({
  version: v.literal(LIST_VERSION),
  /** The newest first. */
  runs: v.pipe(v.array(runSummary), v.maxLength(MOST_REMEMBERED)),
  models: v.pipe(v.array(modelSummary), v.maxLength(MOST_REMEMBERED)),
});
export type RememberedList = v.InferOutput<typeof rememberedList>;
