// The settings of the group Network: what the network is and how errors flow back through it.
import type { Setting } from './setting';

// prettier-ignore
export const NETWORK_SETTINGS = {
  hiddenSize: {
    kind: 'number', label: 'Hidden size', group: 'Network', flag: 'hidden', unit: 'units',
    default: 128, least: 1, most: 4096, whole: true, scale: 'logarithmic',
    essential: true, slider: true, searchPlace: 2, searchedAtFirst: true, fromModel: true,
    help: 'How many hidden units the network has; more units learn finer detail but train more slowly.',
  },
  backprop: {
    kind: 'choice', label: 'Back-propagation', group: 'Network', flag: 'backprop',
    default: 'segment',
    options: [{ value: 'segment', label: 'Segment' }, { value: 'sliding', label: 'Sliding' }],
    forGradients: true,
    help: 'Segment carries each error back to the start of its segment; sliding carries each through exactly k steps and is slower.',
  },
  truncation: {
    kind: 'number', label: 'Truncation k', group: 'Network', flag: 'truncation', unit: 'bytes',
    default: 64, least: 0, most: 4096, whole: true, scale: 'logarithmic',
    essential: true, slider: true, searchPlace: 3, forGradients: true,
    help: 'How many bytes an error flows back; more lets the network learn longer dependencies.',
  },
  steps: {
    kind: 'number', label: 'Bytes per update', group: 'Network', flag: 'steps', unit: 'bytes per lane',
    default: 0, least: 0, most: 4096, whole: true, scale: 'logarithmic', zeroMeans: 'same as the truncation',
    slider: true, forGradients: true, onlyWith: { setting: 'backprop', value: 'sliding' },
    help: 'Sliding only: how many bytes each lane reads between updates; 1 is pure online learning.',
  },
  alphabet: {
    kind: 'choice', label: 'Alphabet', group: 'Network', flag: 'alphabet',
    default: 'all',
    options: [{ value: 'all', label: 'All 256' }, { value: 'occurring', label: 'Occurring' }],
    help: 'Which bytes the network can predict: all 256, or only those in the text, which is up to twice as fast.',
  },
  initialisation: {
    kind: 'choice', label: 'Initial weights', group: 'Network', flag: 'initialisation',
    default: 'identity',
    options: [{ value: 'identity', label: 'Identity' }, { value: 'orthogonal', label: 'Orthogonal' }, { value: 'uniform', label: 'Uniform' }],
    searchPlace: 8, affectsCost: false, fromModel: true,
    help: 'The recurrent weights before training: half the identity matrix, which already remembers; a random orthogonal matrix; or uniform in ±1/√H.',
  },
} as const satisfies Record<string, Setting>;
