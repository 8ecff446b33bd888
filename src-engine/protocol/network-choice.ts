// The network that is meant wherever one is asked for, and what is known of how it was trained.
import * as v from 'valibot';
import { count, identifier } from './scalars';

/** A run's, as it is now or at the checkpoint of an update; or a model's. */
export const networkChoice = v.object({ run: identifier, update: v.nullable(count) });
export type NetworkChoice = v.InferOutput<typeof networkChoice>;

/** On which text, for how many updates, and how well it predicted what was held out; null where that was not measured. */
export const trainingFacts = v.object({ text: v.string(), updates: count, bitsPerByte: v.nullable(v.number()) });
export type TrainingFacts = v.InferOutput<typeof trainingFacts>;
