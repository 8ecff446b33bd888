// What the window asks about the inside of a network, and the answers: the part of the protocol that Look inside and By the book use.
import * as v from 'valibot';
import { networkChoice } from './network-choice';
import { bytes, count, floats, identifier, seed, sentence } from './scalars';
import { encodingName } from './texts';

/** Bytes of a text that are looked at: 2,000 columns of a picture, and a byte to be predicted. */
export const MOST_INSPECTED_BYTES = 2000;
/** Applications of Whh that an error is followed back through. */
const MOST_FLOW_STEPS = 512;

/** What a unit may follow: inside quotes, inside brackets, bytes since the line began; the byte just read being a capital, a digit, a space. */
export const TEXT_FEATURES = ['quotes', 'brackets', 'line', 'capitals', 'digits', 'spaces'] as const;
export type TextFeature = (typeof TEXT_FEATURES)[number];

// ── page → engine ───────────────────────────────────────────────────────────────────────────────────────────────────

const inspectedText = v.variant('kind', [
  v.object({ kind: v.literal('given'), bytes: v.pipe(bytes, v.maxLength(MOST_INSPECTED_BYTES)) }),
  /** Read in the encoding of the run's text. */
  v.object({ kind: v.literal('typed'), text: v.pipe(v.string(), v.maxLength(MOST_INSPECTED_BYTES)) }),
  /** From this byte of the run's text on. */
  v.object({ kind: v.literal('corpus'), offset: count }),
  /** From this byte of one of the run's drafts on. */
  v.object({ kind: v.literal('draft'), draft: identifier, offset: count }),
  /** Written by the network itself. */
  v.object({ kind: v.literal('generated'), seed }),
]);
export type InspectedText = v.InferOutput<typeof inspectedText>;

export const inspectionCommands = [
  v.object({
    kind: v.literal('read-inside'),
    request: identifier,
    network: networkChoice,
    text: inspectedText,
    flowSteps: v.pipe(count, v.minValue(1), v.maxValue(MOST_FLOW_STEPS)),
  }),
  v.object({ kind: v.literal('show-weights'), request: identifier, network: networkChoice }),
  /** One byte of a text by the book: the error of the byte after `position` flows back through at most `truncation` steps. */
  v.object({
    kind: v.literal('work-through'),
    request: identifier,
    network: networkChoice,
    bytes: v.pipe(bytes, v.minLength(2), v.maxLength(MOST_INSPECTED_BYTES)),
    position: count,
    truncation: v.pipe(count, v.maxValue(MOST_INSPECTED_BYTES)),
  }),
] as const;

// ── engine → page ───────────────────────────────────────────────────────────────────────────────────────────────────

const gradientFlow = v.object({ median: v.array(v.number()), low: v.array(v.number()), high: v.array(v.number()) });
/** ‖δ_{t-i}‖ / ‖δ_t‖ for i = 0, 1, …; a tenth of the errors lies below `low`, a tenth above `high`. */
export type GradientFlow = v.InferOutput<typeof gradientFlow>;

const score = v.nullable(floats);
const reading = v.object({
  hiddenSize: count,
  /** n bytes. */
  bytes,
  /** s_t after each byte (n,H). */
  activations: floats,
  /** The five most likely next bytes after each, and their probabilities (n,5). */
  topBytes: bytes,
  probabilities: floats,
  /** The correlation of each unit with each feature (H); null where the text has none of it. */
  scores: v.object({
    quotes: score,
    brackets: score,
    line: score,
    capitals: score,
    digits: score,
    spaces: score,
  } satisfies Record<TextFeature, typeof score>),
  /** The share of the text over which each unit is saturated (H). */
  saturated: floats,
  flow: v.nullable(gradientFlow),
});
export type Reading = v.InferOutput<typeof reading>;

const workedExample = v.object({
  hiddenSize: count,
  /** t. */
  position: count,
  /** x_{t-k} … x_t: k+1 bytes, fewer where the text begins. */
  bytes,
  /** x_{t+1}. */
  target: count,
  /** s_{t-k-1} … s_t, (k+2,H). */
  states: floats,
  /** What tanh is taken of, in two parts: Wxh[x_t] and s_{t-1}·Whh (H). */
  fromByte: floats,
  fromState: floats,
  /** o_t, p_t and p_t - y_t (256). */
  logits: floats,
  prediction: floats,
  error: floats,
  /** (p_t - y_t)·Whoᵀ (H). */
  throughWho: floats,
  /** δ_{t-k} … δ_t, (k+1,H). */
  deltas: floats,
  /** E_t. */
  lossNats: v.number(),
  /** The gradients of E_t: (256,H), (H,H), (H,256). */
  dWxh: floats,
  dWhh: floats,
  dWho: floats,
});
export type WorkedExample = v.InferOutput<typeof workedExample>;

const matrices = v.object({ hiddenSize: count, Wxh: floats, Whh: floats, Who: floats });
export type ShownWeights = v.InferOutput<typeof matrices>;

export const inspectionEvents = [
  /** `update` is what the weights had learned; null for a model. `offset` is where the text begins in the run's or the draft's `textBytes`. */
  v.object({
    kind: v.literal('inside'),
    request: identifier,
    update: v.nullable(count),
    reading,
    /** What the bytes mean. */
    encoding: encodingName,
    place: v.nullable(v.object({ offset: count, textBytes: count })),
  }),
  v.object({ kind: v.literal('weights'), request: identifier, update: v.nullable(count), weights: matrices }),
  v.object({
    kind: v.literal('worked-through'),
    request: identifier,
    update: v.nullable(count),
    example: workedExample,
  }),
  v.object({ kind: v.literal('inspection-failed'), request: identifier, sentence }),
] as const;
