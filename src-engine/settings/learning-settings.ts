// The settings of the group Learning: how its weights are learned, and for how long.
import { GREATEST_SEED } from '../protocol/scalars';
import type { Setting } from './setting';

// prettier-ignore
export const LEARNING_SETTINGS = {
  optimizer: {
    kind: 'choice', label: 'Optimiser', group: 'Learning', flag: 'optimizer',
    default: 'adam',
    options: [
      { value: 'adam', label: 'Adam' }, { value: 'adamw', label: 'AdamW' }, { value: 'rmsprop', label: 'RMSprop' },
      { value: 'adagrad', label: 'Adagrad' }, { value: 'momentum', label: 'Momentum (Nesterov)' }, { value: 'sgd', label: 'SGD' },
    ],
    essential: true, searchPlace: 7,
    help: 'Adam fits its step to each weight and learns fast; SGD takes the plain gradient, as in the books.',
  },
  learningRate: {
    kind: 'number', label: 'Learning rate', group: 'Learning', flag: 'learning-rate', unit: '', live: true,
    default: 0.003, least: 1e-7, most: 10, whole: false, scale: 'logarithmic',
    essential: true, slider: true, searchPlace: 1, searchedAtFirst: true, affectsCost: false,
    help: 'How far each update moves the weights; too small learns slowly, too large makes the loss jump.',
  },
  schedule: {
    kind: 'choice', label: 'Schedule', group: 'Learning', flag: 'schedule',
    default: 'constant',
    options: [{ value: 'constant', label: 'Constant' }, { value: 'cosine', label: 'Warm-up, then cosine' },
      { value: 'step', label: 'Steps down' }, { value: 'plateau', label: 'Halve on plateau' }],
    affectsCost: false,
    help: 'How the learning rate goes over the run: as it is, a short rise and a long fall, halved every eighth, or halved when validation rests.',
  },
  clipNorm: {
    kind: 'number', label: 'Clip gradient norm', group: 'Learning', flag: 'clip-norm', unit: '', live: true,
    default: 1, least: 0, most: 1e6, whole: false, scale: 'logarithmic', zeroMeans: 'off',
    slider: true, searchPlace: 5,
    help: 'A gradient longer than this is shortened to it, so that one rare passage cannot upset the weights.',
  },
  clipElement: {
    kind: 'number', label: 'Clip each element', group: 'Learning', flag: 'clip-element', unit: '', live: true,
    default: 0, least: 0, most: 1e6, whole: false, scale: 'logarithmic', zeroMeans: 'off',
    help: 'Every element of the gradient is held within plus or minus this, after clipping by norm.',
  },
  patience: {
    kind: 'number', label: 'Stop early after', group: 'Learning', flag: 'patience', unit: 'validations', live: true,
    default: 0, least: 0, most: 1000, whole: true, scale: 'linear', zeroMeans: 'never',
    essential: true, affectsCost: false,
    help: 'The run is finished when so many validations in a row were no better than the best before them.',
  },
  length: {
    kind: 'number', label: 'Train for', group: 'Learning', unit: '',
    default: 10, least: 0.001, most: 1e12, whole: false, scale: 'logarithmic',
    essential: true, affectsCost: false, unitChoice: 'lengthUnit',
    help: 'When the run is finished; it can be stopped at any moment before that, and lengthened afterwards.',
  },
  lengthUnit: {
    kind: 'choice', label: 'Counted in', group: 'Learning',
    default: 'epochs',
    options: [{ value: 'epochs', label: 'Epochs' }, { value: 'updates', label: 'Updates' }, { value: 'minutes', label: 'Minutes' }, { value: 'told', label: 'Until I stop it' }],
    affectsCost: false, withoutNumber: 'told',
    help: 'An epoch reads the whole text once; an update is one step of learning.',
  },
  restartShare: {
    kind: 'number', label: 'Restart share', group: 'Learning', flag: 'restart-share', unit: '',
    default: 0.03, least: 0, most: 1, whole: false, scale: 'linear', zeroMeans: 'never',
    slider: true, searchPlace: 6,
    help: 'The probability, per lane and update, that a lane begins anew from the zero state, as generated text does: so that it learns to begin.',
  },
  seed: {
    kind: 'number', label: 'Seed', group: 'Learning', flag: 'seed', unit: '',
    default: 1, least: 0, most: GREATEST_SEED, whole: true, scale: 'linear',
    essential: true, affectsCost: false,
    help: 'Where chance begins; the same seed on the same text gives the same network, byte for byte.',
  },
} as const satisfies Record<string, Setting>;
