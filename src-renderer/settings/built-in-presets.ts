// The four presets that come with the application: what each changes of the defaults, as they are fitted to the text.
import type { SettingName, Settings } from '../../src-engine/hyperparameters';

export type PresetChanges = (defaults: Settings) => Partial<Record<SettingName, number | string>>;

export interface BuiltInPreset {
  name: string;
  /** One sentence on whom it is for. */
  help: string;
  changes(defaults: Settings): Partial<Settings>;
}

export const BUILT_IN_PRESETS: BuiltInPreset[] = [
  {
    name: 'Quick look',
    help: 'A small network, trained for one minute to see whether it learns.',
    changes: ({ hiddenSize }) => ({ hiddenSize: Math.ceil(hiddenSize / 2), length: 1, lengthUnit: 'minutes' }),
  },
  {
    name: 'Balanced',
    help: 'The defaults, adjusted to the size of the text.',
    changes: () => ({}),
  },
  {
    name: 'Best quality',
    help: 'A network four times as wide, trained up to three times as long. It stops early when validation stops improving.',
    changes: ({ hiddenSize, length }) => ({ hiddenSize: 4 * hiddenSize, length: 3 * length, patience: 10 }),
  },
  {
    name: 'By the book',
    help: 'The equations as written: plain gradient descent, one lane, one update per byte.',
    changes: ({ length, lengthUnit, validationEvery, checkpointEvery }) => ({
      backprop: 'sliding',
      truncation: 25,
      steps: 1,
      lanes: 1,
      initialisation: 'uniform',
      optimizer: 'sgd',
      learningRate: 0.01,
      schedule: 'constant',
      clipNorm: 0,
      clipElement: 0,
      restartShare: 0,
      ...(lengthUnit === 'epochs' ? { length: Math.ceil(length / 10) } : {}),
      // An update is a byte instead of thousands.
      validationEvery: 100 * validationEvery,
      checkpointEvery: 100 * checkpointEvery,
    }),
  },
];
