// The part of the protocol that is about a run's past: finer stretches of its curve, its checkpoints, going back to one. Declared here, spoken by protocol.ts.
import * as v from 'valibot';
import { count, identifier } from './scalars';

/** More points than a chart has pixels are of no use to it. */
export const MOST_CURVE_POINTS = 2000;
export const MOST_NOTE_CHARACTERS = 500;

/** Something that happened to a run at an update, beside its settings' changes. */
export const runMark = v.object({
  update: count,
  kind: v.picklist(['resumed', 'back']),
  /** Where it stood when the user went back. */
  from: v.nullable(count),
});
export type RunMark = v.InferOutput<typeof runMark>;

/** A run that paused itself because training diverged, and the way out of it. */
export const divergence = v.object({
  update: count,
  /** The checkpoint to go back to; null when there is none. */
  checkpoint: v.nullable(count),
  /** Half of the rate that was too much. */
  learningRate: v.number(),
});
export type Divergence = v.InferOutput<typeof divergence>;

const keptCheckpoint = v.object({
  update: count,
  /** What it takes on the disk. */
  bytes: count,
  /** What the validation at that update gave, where there was one. */
  bitsPerByte: v.nullable(v.number()),
  isBest: v.boolean(),
  note: v.string(),
});
export type KeptCheckpoint = v.InferOutput<typeof keptCheckpoint>;

const checkpointList = v.object({
  /** Oldest first. */
  checkpoints: v.array(keptCheckpoint),
  /** What the logs and everything else of the run take on the disk. */
  otherBytes: count,
});
export type CheckpointList = v.InferOutput<typeof checkpointList>;

// ── page → engine ───────────────────────────────────────────────────────────────────────────────────────────────────

export const checkpointCommands = [
  /** Asks for a run's curve between two updates as finely as it can be drawn; null is the beginning, or the end. */
  v.object({
    kind: v.literal('read-curve'),
    request: identifier,
    run: identifier,
    fromUpdate: v.nullable(v.number()),
    toUpdate: v.nullable(v.number()),
    /** At most; null for as many as a chart can use. */
    points: v.nullable(v.pipe(count, v.minValue(2), v.maxValue(MOST_CURVE_POINTS))),
  }),
  /** Of a run; a model has none. */
  v.object({ kind: v.literal('list-checkpoints'), run: identifier }),
  /** A checkpoint with a note is kept; an empty note takes it away. */
  v.object({
    kind: v.literal('note-checkpoint'),
    run: identifier,
    update: count,
    note: v.pipe(v.string(), v.maxLength(MOST_NOTE_CHARACTERS)),
  }),
  /** Cuts a run back to a checkpoint and trains on from there, with another learning rate where one is given. */
  v.object({
    kind: v.literal('go-back'),
    run: identifier,
    update: count,
    learningRate: v.nullable(v.pipe(v.number(), v.minValue(0))),
  }),
  /** Makes a new run that begins at a checkpoint; `run-started` says its identifier. */
  v.object({ kind: v.literal('branch-run'), run: identifier, update: count }),
];

// ── engine → page ───────────────────────────────────────────────────────────────────────────────────────────────────

export const checkpointEvents = [
  v.object({ kind: v.literal('checkpoints'), run: identifier, ...checkpointList.entries }),
  v.object({ kind: v.literal('checkpoint-saved'), run: identifier, update: count }),
  v.object({ kind: v.literal('marked'), run: identifier, mark: runMark }),
];
