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
    help: 'Adam adapts the step to each weight and learns fast; SGD follows the plain gradient, as in textbooks.',
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
      { value: 'step', label: 'Stepped down' }, { value: 'plateau', label: 'Halve on plateau' }],
    affectsCost: false,
    help: 'How the learning rate changes: constant, warm-up then cosine, stepped down (halved after each eighth), or halved when validation stops improving.',
  },
  clipNorm: {
    kind: 'number', label: 'Clip gradient norm', group: 'Learning', flag: 'clip-norm', unit: '', live: true,
    default: 1, least: 0, most: 1e6, whole: false, scale: 'logarithmic', zeroMeans: 'off',
    slider: true, searchPlace: 5,
    help: 'Scales down any gradient with a larger norm, so that one unusual passage cannot upset the weights.',
  },
  clipElement: {
    kind: 'number', label: 'Clip gradient elements', group: 'Learning', flag: 'clip-element', unit: '', live: true,
    default: 0, least: 0, most: 1e6, whole: false, scale: 'logarithmic', zeroMeans: 'off',
    help: 'Limits each element of the gradient to plus or minus this value, after clipping by norm.',
  },
  weightDecay: {
    kind: 'number', label: 'Weight decay', group: 'Learning', flag: 'weight-decay', unit: '', live: true,
    default: 0.01, least: 0, most: 10, whole: false, scale: 'logarithmic', zeroMeans: 'off',
    affectsCost: false, onlyWith: { setting: 'optimizer', value: 'adamw' },
    help: 'AdamW only: how fast every weight shrinks by itself, times the learning rate; more keeps weights small and the network from learning by heart.',
  },
  dropout: {
    kind: 'number', label: 'Dropout', group: 'Learning', flag: 'dropout', unit: '',
    default: 0, least: 0, most: 0.9, whole: false, scale: 'linear', zeroMeans: 'off',
    slider: true, searchPlace: 9,
    help: 'The share of each state’s units, others for every byte, that the prediction must do without during training; keeps the network from learning the text by heart.',
  },
  averaging: {
    kind: 'number', label: 'Average weights over', group: 'Learning', flag: 'averaging', unit: 'updates',
    default: 0, least: 0, most: 1e6, whole: true, scale: 'logarithmic', zeroMeans: 'off',
    help: 'Writes, validates and saves with a moving average of the weights over about this many updates, which is steadier than the weights of any one of them.',
  },
  patience: {
    kind: 'number', label: 'Stop early after', group: 'Learning', flag: 'patience', unit: 'validations', live: true,
    default: 0, least: 0, most: 1000, whole: true, scale: 'linear', zeroMeans: 'never',
    essential: true, affectsCost: false,
    help: 'Ends the run after this many validations in a row without improvement.',
  },
  length: {
    kind: 'number', label: 'Train for', group: 'Learning', unit: '',
    default: 10, least: 0.001, most: 1e12, whole: false, scale: 'logarithmic',
    essential: true, affectsCost: false, unitChoice: 'lengthUnit',
    help: 'How long to train; you can stop earlier at any time, and train the run longer later.',
  },
  lengthUnit: {
    kind: 'choice', label: 'Length unit', group: 'Learning',
    default: 'epochs',
    options: [{ value: 'epochs', label: 'Epochs' }, { value: 'updates', label: 'Updates' }, { value: 'minutes', label: 'Minutes' }, { value: 'told', label: 'Unlimited' }],
    affectsCost: false, withoutNumber: 'told',
    help: 'An epoch is one pass over the whole text; an update is one step of the optimiser.',
  },
  restartShare: {
    kind: 'number', label: 'Restart probability', group: 'Learning', flag: 'restart-share', unit: '',
    default: 0.03, least: 0, most: 1, whole: false, scale: 'linear', zeroMeans: 'never',
    slider: true, searchPlace: 6,
    help: 'The probability, per lane and update, of restarting from the zero state, where generated text starts too; the network learns to start well.',
  },
  seed: {
    kind: 'number', label: 'Seed', group: 'Learning', flag: 'seed', unit: '',
    default: 1, least: 0, most: GREATEST_SEED, whole: true, scale: 'linear',
    essential: true, affectsCost: false,
    help: 'Starts the random numbers; the same seed, text and settings give the same network, byte for byte.',
  },
} as const satisfies Record<string, Setting>;
