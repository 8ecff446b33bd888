// The engine's public face: every message that goes in and comes out, declared once, typed at both ends, validated on arrival.
import * as v from 'valibot';
import { LENGTH_UNITS } from '../hyperparameters';
import { runColour, runListCommands, runListEvents } from './run-list';
import { documentCommands, documentEvents } from './documents';
import { encodingName, textCommands, textEvents } from './texts';
import { scoringCommands, scoringEvents } from './scoring';
import { copyCommands, copyEvents } from './copies';
import { writingCommands, writingEvents } from './writing';
import { inspectionCommands, inspectionEvents } from './inspection';
import { handoverCommands, handoverEvents } from './handing-over';
import { checkpointCommands, checkpointEvents, divergence, runMark } from './checkpoints';
import { trainingFacts } from './network-choice';
import { runState } from './run-state';
import { searchPlan } from './search-plan';
import { count, identifier, sentence, settingsRecord, settingValue } from './scalars';

// ── page → engine ───────────────────────────────────────────────────────────────────────────────────────────────────

export const engineCommand = v.variant('kind', [
  /** Asks for what is known of the computer, and for the search that is under way. */
  v.object({ kind: v.literal('tell-tuning') }),
  /** Asks what a run would cost; without a token for no text in particular. A later one takes the place of an earlier one. */
  v.object({ kind: v.literal('estimate-cost'), token: v.nullable(identifier), settings: settingsRecord }),
  v.object({ kind: v.literal('find-learning-rate'), token: identifier, settings: settingsRecord }),
  v.object({ kind: v.literal('stop-finding-learning-rate') }),
  v.object({
    kind: v.literal('start-search'),
    token: identifier,
    name: v.string(),
    settings: settingsRecord,
    encoding: encodingName,
    plan: searchPlan,
  }),
  v.object({ kind: v.literal('cancel-search') }),
  ...textCommands,
  ...documentCommands,
  v.object({
    kind: v.literal('start-run'),
    token: identifier,
    name: v.string(),
    settings: settingsRecord,
    /** What the text's bytes mean. */
    encoding: encodingName,
    /** It is queued. */
    isQueued: v.boolean(),
    /** Goes on from this model's weights, which bring their hidden size; null begins with random ones. */
    model: v.nullable(identifier),
    /** The model is a run, whose optimiser and schedule go on too. */
    keepsOptimiser: v.boolean(),
  }),
  v.object({ kind: v.literal('list-models') }),
  /** The token stands for one file; the model is kept, and reported by `model-opened`. */
  v.object({ kind: v.literal('open-model'), token: identifier }),
  v.object({ kind: v.literal('remove-model'), model: identifier }),
  ...runListCommands,
  /** Asks for a run's history; metrics, validations and samples of the opened run follow as they come. */
  v.object({ kind: v.literal('open-run'), run: identifier }),
  v.object({ kind: v.literal('pause-run'), run: identifier }),
  v.object({ kind: v.literal('resume-run'), run: identifier }),
  /** Ends a run at its current update; it can be trained longer, generate and be exported. */
  v.object({ kind: v.literal('stop-run'), run: identifier }),
  /** Breaks off the validation under way; training goes on. */
  v.object({ kind: v.literal('skip-validation'), run: identifier }),
  /** Trains a run on that has ended or rests, until it is as long as this in all. */
  v.object({
    kind: v.literal('train-longer'),
    run: identifier,
    length: v.number(),
    lengthUnit: v.picklist(LENGTH_UNITS),
    /** It is queued. */
    isQueued: v.boolean(),
  }),
  v.object({ kind: v.literal('change-setting'), run: identifier, name: v.string(), value: settingValue }),
  ...writingCommands,
  ...copyCommands,
  ...scoringCommands,
  ...inspectionCommands,
  ...checkpointCommands,
  ...handoverCommands,
]);
export type EngineCommand = v.InferOutput<typeof engineCommand>;

// ── engine → page ───────────────────────────────────────────────────────────────────────────────────────────────────

export const runSummary = v.object({
  id: identifier,
  name: v.string(),
  state: runState,
  /** Its place in the queue, from 1. */
  queuePlace: v.nullable(count),
  /** Why it failed or was paused by itself. */
  sentence: v.nullable(sentence),
  textName: v.string(),
  textBytes: count,
  textEncoding: encodingName,
  settings: settingsRecord,
  createdMs: v.number(),
  update: count,
  /** Where it will be finished; an estimate when the length is counted in minutes, 0 when it is unlimited. */
  totalUpdates: count,
  elapsedMs: v.number(),
  lossNats: v.nullable(v.number()),
  bestValidationBitsPerByte: v.nullable(v.number()),
  /** At most 60 losses in nats, oldest first. */
  sparkline: v.array(v.number()),
  /** Only of a run that paused itself for it. */
  divergence: v.optional(divergence),
  colour: runColour,
  isArchived: v.boolean(),
});
export type RunSummary = v.InferOutput<typeof runSummary>;

export const metricPoint = v.object({
  update: count,
  /** Bytes trained on since the run began. */
  bytes: count,
  /** Training time without pauses. */
  elapsedMs: v.number(),
  /** Mean, least and greatest over the updates that this point represents. */
  lossNats: v.number(),
  leastLossNats: v.number(),
  greatestLossNats: v.number(),
  /** Before clipping. */
  gradientNorm: v.number(),
  learningRate: v.number(),
  bytesPerSecond: v.number(),
});
export type MetricPoint = v.InferOutput<typeof metricPoint>;

export const validationPoint = v.object({
  update: count,
  bytes: count,
  elapsedMs: v.number(),
  bitsPerByte: v.number(),
});
export type ValidationPoint = v.InferOutput<typeof validationPoint>;

export const sample = v.object({ update: count, text: v.string() });
export type Sample = v.InferOutput<typeof sample>;

export const settingChange = v.object({ update: count, name: v.string(), value: settingValue });
export type SettingChange = v.InferOutput<typeof settingChange>;

const cost = v.object({
  state: v.picklist(['without-text', 'measuring', 'waiting', 'measured', 'impossible']),
  /** Null where it depends on a text that is not chosen yet; the memory is then that for all 256 bytes. */
  parameters: v.nullable(count),
  memoryBytes: v.number(),
  /** Null until it is measured. */
  bytesPerSecond: v.nullable(v.number()),
  /** How fast this computer is, as the presets count it; null where nothing was measured that says so. */
  pace: v.nullable(v.number()),
  /** Bytes trained on in an epoch and in the whole run; null where that is not known beforehand. */
  epochBytes: v.nullable(v.number()),
  runBytes: v.nullable(v.number()),
  /** Why it is impossible. */
  sentence: v.nullable(sentence),
});
export type Cost = v.InferOutput<typeof cost>;

const rangePoint = v.object({ learningRate: v.number(), lossNats: v.number() });
/** What a network loses at a rate, while the rate rises from point to point. */
export type RangePoint = v.InferOutput<typeof rangePoint>;

const searchCandidate = v.object({
  /** Counts from 1; the first is the settings as they were. */
  number: count,
  /** The searched settings only. */
  values: settingsRecord,
  run: v.nullable(identifier),
  state: v.picklist(['waiting', 'training', 'resting', 'out', 'best', 'failed']),
  /** Rounds it has been through. */
  rounds: count,
  /** After the first round, in which all train equally long; and after its last. */
  firstBitsPerByte: v.nullable(v.number()),
  bitsPerByte: v.nullable(v.number()),
  sentence: v.nullable(sentence),
});
export type SearchCandidate = v.InferOutput<typeof searchCandidate>;

const search = v.object({
  state: v.picklist(['searching', 'finished', 'ended']),
  /** Why it ended before its time. */
  sentence: v.nullable(sentence),
  name: v.string(),
  plan: searchPlan,
  /** How many train in each round, and how long each of them has trained at its end. */
  rounds: v.array(v.object({ candidates: count, untilMs: v.number() })),
  /** Counts from 1. */
  round: count,
  spentMs: v.number(),
  candidates: v.array(searchCandidate),
});
export type Search = v.InferOutput<typeof search>;

export const modelSummary = v.object({
  id: identifier,
  name: v.string(),
  hiddenSize: count,
  openedMs: v.number(),
  /** null where its file does not say. */
  trained: v.nullable(trainingFacts),
});
/** A model that was opened from a file; wherever a run's network may be asked for, its identifier may be used instead of the run's. */
export type ModelSummary = v.InferOutput<typeof modelSummary>;

export const engineEvent = v.variant('kind', [
  /** The runs, newest first, a part after the other where there are many. */
  v.object({ kind: v.literal('runs'), runs: v.array(runSummary), isFirst: v.boolean(), isLast: v.boolean() }),
  ...runListEvents,
  v.object({ kind: v.literal('run-changed'), run: runSummary }),
  v.object({ kind: v.literal('run-started'), run: identifier }),
  /** The newest first. */
  v.object({ kind: v.literal('models'), models: v.array(modelSummary) }),
  /** `token`: the one that it was opened by. */
  v.object({ kind: v.literal('model-opened'), model: identifier, token: identifier }),
  v.object({
    kind: v.literal('history'),
    run: identifier,
    /** At most 2,000, oldest first. */
    metrics: v.array(metricPoint),
    /** How many recorded points each of them represents. */
    recordsPerPoint: count,
    validations: v.array(validationPoint),
    /** At most 200 of all, oldest first. */
    samples: v.array(sample),
    changes: v.array(settingChange),
    marks: v.array(runMark),
  }),
  /** Answers read-curve: at most 2,000 points of the stretch, each standing for equally many recorded ones. */
  v.object({
    kind: v.literal('curve'),
    request: identifier,
    run: identifier,
    metrics: v.array(metricPoint),
    recordsPerPoint: count,
    validations: v.array(validationPoint),
  }),
  v.object({ kind: v.literal('metrics'), run: identifier, points: v.array(metricPoint) }),
  /** Of a validation that takes long: how much of the text is predicted; 1 when it is over, also where it was broken off. */
  v.object({ kind: v.literal('validating'), run: identifier, share: v.number() }),
  v.object({ kind: v.literal('validation'), run: identifier, point: validationPoint }),
  v.object({ kind: v.literal('sample'), run: identifier, sample }),
  v.object({ kind: v.literal('setting-changed'), run: identifier, change: settingChange }),
  v.object({ kind: v.literal('cost'), cost }),
  /** One more point of the range test. */
  v.object({ kind: v.literal('range-point'), point: rangePoint, share: v.number() }),
  /** It has ended: with a suggested rate, or without one and a message why. */
  v.object({
    kind: v.literal('range-ended'),
    learningRate: v.nullable(v.number()),
    sentence: v.nullable(sentence),
  }),
  /** Null when there has been none since the engine was started. */
  v.object({ kind: v.literal('search'), search: v.nullable(search) }),
  v.object({ kind: v.literal('computer'), isOnBattery: v.boolean() }),
  ...textEvents,
  ...documentEvents,
  ...writingEvents,
  ...copyEvents,
  ...scoringEvents,
  ...inspectionEvents,
  ...checkpointEvents,
  ...handoverEvents,
  /** A command that could not be done. */
  v.object({ kind: v.literal('failed'), command: v.string(), sentence }),
]);
export type EngineEvent = v.InferOutput<typeof engineEvent>;
