// What the main process and the engine say to each other. It stands by itself, so that the window need not wait for the page's messages.
import * as v from 'valibot';
import { DRAFT_FORMATS } from './draft-formats';
import { runState } from './run-state';
import { bytes, count, identifier, sentence } from './scalars';

export const hostCommand = v.variant('kind', [
  /** Comes with one port: the page's. */
  v.object({ kind: v.literal('attach-page') }),
  v.object({ kind: v.literal('offer-text'), token: identifier, paths: v.array(v.string()) }),
  /** Keeps a text that was pasted, and says where. */
  v.object({ kind: v.literal('keep-text'), request: identifier, name: v.string(), bytes }),
  /** Closes a run's files, so that its folder can be moved away. */
  v.object({ kind: v.literal('release-run'), request: identifier, run: identifier }),
  v.object({
    kind: v.literal('export-model'),
    request: identifier,
    run: identifier,
    /** Of a checkpoint; null: as it is now. */
    update: v.nullable(count),
    path: v.string(),
  }),
  v.object({ kind: v.literal('power'), isOnBattery: v.boolean() }),
  v.object({
    kind: v.literal('export-draft'),
    request: identifier,
    run: identifier,
    draft: identifier,
    format: v.picklist(DRAFT_FORMATS),
    path: v.string(),
  }),
  /** Pause what trains, save it, answer `down`. */
  v.object({ kind: v.literal('shut-down') }),
]);
export type HostCommand = v.InferOutput<typeof hostCommand>;

export const hostEvent = v.variant('kind', [
  v.object({ kind: v.literal('released'), request: identifier, sentence: v.nullable(sentence) }),
  v.object({ kind: v.literal('exported'), request: identifier, sentence: v.nullable(sentence) }),
  /** Where a pasted text lies, or why nowhere. */
  v.object({
    kind: v.literal('kept'),
    request: identifier,
    path: v.nullable(v.string()),
    sentence: v.nullable(sentence),
  }),
  v.object({ kind: v.literal('down') }),
  /** What the kernels compute with, as people call it; when something is computed. */
  v.object({ kind: v.literal('vectors'), label: v.string() }),
  /** A run as it begins, continues and ends: for the task bar, the tray and the system's notifications. */
  v.object({
    kind: v.literal('run-news'),
    run: identifier,
    name: v.string(),
    state: runState,
    sentence: v.nullable(sentence),
    /** How much of the run is done, 0 to 1. */
    share: v.number(),
    bestValidationBitsPerByte: v.nullable(v.number()),
  }),
]);
export type HostEvent = v.InferOutput<typeof hostEvent>;
