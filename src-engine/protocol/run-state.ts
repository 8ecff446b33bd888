// The states that a run can be in: told to the page and to the host, and stored with the run.
import * as v from 'valibot';

export const runState = v.picklist(['training', 'queued', 'paused', 'finished', 'failed']);
export type RunState = v.InferOutput<typeof runState>;
