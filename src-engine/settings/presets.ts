// The presets that come with the application: the best known settings for some minutes of training, on this computer and this text.
// Which ones were tried, and what they reach: docs/performance.md, Learning.
import type { Settings } from '../hyperparameters';

/** What a preset is fitted to. */
export interface PresetFacts {
  /** Of the text; null while none is chosen. */
  textBytes: number | null;
  /** What this computer trains in a second, in units of `costOfByte`; null until it is measured. */
  pace: number | null;
  /** Where it is not for the preset to choose: a model brings it, or the user has said it. */
  hiddenSize?: number | null;
}

export interface BuiltInPreset {
  name: string;
  /** How the command line calls it. */
  flag: string;
  /** One sentence on whom it is for. */
  help: string;
  /** `defaults`: as they are fitted to the text. */
  changes(defaults: Settings, facts: PresetFacts): Partial<Settings>;
}

const WIDTHS = [128, 192, 256, 384, 512, 768, 1024];
const BYTE_VALUES = 256;
/** Bytes of which a text usually consists, of 256. */
const USUAL_ALPHABET = 96;
/** A computer with two cores of some years ago; taken until this one has been measured. */
const USUAL_PACE = 1e11;
/** A shorter text is learned by heart whatever is done, in less than the minutes. */
const LEAST_TEXT_BYTES = 200_000;
/** A longer text is not read through before a run begins, as it has to be to know its bytes. */
const MOST_COUNTED_BYTES = 2e8;
/** A network with more parameters for each byte of the text learns it by heart before it has learned to generalise. */
const MOST_PARAMETERS_A_BYTE = 1.2;
/** With fewer bytes of training for each parameter, a narrower network does better in the same time. */
const LEAST_BYTES_A_PARAMETER = 30;

/**
 * What a byte of training costs with H units and A outputs: multiplications and additions, and as many more as kernels lose where rows
 * are short.
 */
export function costOfByte(hiddenSize: number, outputs = USUAL_ALPHABET): number {
  return 6 * hiddenSize * (hiddenSize + outputs) * (1 + 160 / hiddenSize);
}

/** Weights that learn something: a text's own bytes in Wxh and Who, and Whh. */
const parametersOf = (hiddenSize: number) => hiddenSize * (hiddenSize + 2 * USUAL_ALPHABET);

const twoFigures = (value: number) => Number(value.toPrecision(2));

/** The widest network that the minutes and the text are enough for. */
function widthFor(textBytes: number, bytesIn: (hiddenSize: number) => number): number {
  const isEnough = (hiddenSize: number) =>
    parametersOf(hiddenSize) <= MOST_PARAMETERS_A_BYTE * textBytes &&
    bytesIn(hiddenSize) >= LEAST_BYTES_A_PARAMETER * parametersOf(hiddenSize);
  return WIDTHS.findLast(isEnough) ?? WIDTHS[0] ?? 128;
}

/** The more often each byte is read by the more parameters, the more has to be left out. */
function dropoutFor(hiddenSize: number, textBytes: number, trainedBytes: number): number {
  const crowding = (parametersOf(hiddenSize) / textBytes) * (trainedBytes / textBytes);
  return Number(Math.min(0.5, 0.08 * Math.log2(Math.max(1, crowding))).toFixed(2));
}

/** The best known settings for so many minutes. */
function settingsFor(minutes: number, { validationShare }: Settings, facts: PresetFacts) {
  const { textBytes, pace } = facts;
  if (textBytes === null || textBytes < LEAST_TEXT_BYTES) return {};
  const work = (pace ?? USUAL_PACE) * 60 * minutes;
  const isCounted = textBytes <= MOST_COUNTED_BYTES;
  const bytesIn = (width: number) => work / costOfByte(width, isCounted ? USUAL_ALPHABET : BYTE_VALUES);
  const hiddenSize = facts.hiddenSize ?? widthFor(textBytes, bytesIn);
  const trained = bytesIn(hiddenSize);
  return {
    hiddenSize,
    alphabet: isCounted ? 'occurring' : 'all',
    optimizer: 'adamw',
    weightDecay: 0.05,
    learningRate: twoFigures(0.003 * Math.sqrt(256 / hiddenSize)),
    schedule: 'cosine',
    dropout: dropoutFor(hiddenSize, textBytes, trained),
    lanes: hiddenSize >= 384 ? 64 : 32,
    // In passes over the text, not in minutes: the same seed then gives the same network again.
    length: Math.max(0.01, twoFigures(trained / (textBytes * (1 - validationShare)))),
    lengthUnit: 'epochs',
  } satisfies Partial<Settings>;
}

export const BUILT_IN_PRESETS: BuiltInPreset[] = [
  {
    name: 'Quick look',
    flag: 'quick-look',
    help: 'About a minute, to see whether the text can be learned.',
    changes: (defaults, facts) => ({
      hiddenSize: Math.ceil(defaults.hiddenSize / 2),
      length: 1,
      lengthUnit: 'minutes',
      ...settingsFor(1, defaults, facts),
    }),
  },
  {
    name: 'Balanced',
    flag: 'balanced',
    help: 'As wide and as long as does best in about five minutes on this computer.',
    changes: (defaults, facts) => settingsFor(5, defaults, facts),
  },
  {
    name: 'Best quality',
    flag: 'best-quality',
    help: 'As wide and as long as does best in about a quarter of an hour on this computer.',
    changes: (defaults, facts) => ({
      hiddenSize: 2 * defaults.hiddenSize,
      length: 3 * defaults.length,
      patience: 10,
      ...settingsFor(15, defaults, facts),
      ...(facts.textBytes !== null && facts.textBytes >= LEAST_TEXT_BYTES ? { patience: 0 } : {}),
    }),
  },
  {
    name: 'By the book',
    flag: 'by-the-book',
    help: 'The equations as written: plain gradient descent, one lane, one update per byte.',
    changes: ({ length, lengthUnit, validationEvery, checkpointEvery }) => ({
      backprop: 'sliding',
      truncation: 25,
      steps: 1,
      lanes: 1,
      optimizer: 'sgd',
      // A fifth of the rate at which one of the texts that come with the application no longer holds.
      learningRate: 0.002,
      schedule: 'constant',
      clipNorm: 0,
      clipElement: 0,
      restartShare: 0,
      dropout: 0,
      averaging: 0,
      ...(lengthUnit === 'epochs' ? { length: Math.ceil(length / 10) } : {}),
      // An update is a byte instead of thousands.
      validationEvery: 100 * validationEvery,
      checkpointEvery: 100 * checkpointEvery,
    }),
  },
];

export const PRESET_FLAGS = BUILT_IN_PRESETS.map(({ flag }) => flag);
