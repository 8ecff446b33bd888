// The network that is meant wherever one is asked for.
import * as v from 'valibot';
import { count, identifier } from './scalars';

/** A run's, as it is now or at the checkpoint of an update; or a model's. */
export const networkChoice = v.object({ run: identifier, update: v.nullable(count) });
export type NetworkChoice = v.InferOutput<typeof networkChoice>;
