// The settings of the group Text: how the text is read, held out and tried.
import type { Setting } from './setting';

// prettier-ignore
export const TEXT_SETTINGS = {
  lanes: {
    kind: 'number', label: 'Lanes', group: 'Text', flag: 'lanes', unit: 'readers',
    default: 32, least: 1, most: 4096, whole: true, scale: 'logarithmic',
    essential: true, slider: true, searchPlace: 4, forGradients: true,
    help: 'How many places in the text are read in parallel (the batch size); more lanes make updates smoother and make better use of the computer.',
  },
  betweenFiles: {
    kind: 'choice', label: 'Between files', group: 'Text', flag: 'between-files',
    default: 'nothing',
    options: [{ value: 'nothing', label: 'Nothing' }, { value: 'line-end', label: 'A line end' }, { value: 'two-line-ends', label: 'Two line ends' }],
    affectsCost: false,
    help: 'What stands between two files of a text that has several. Nothing joins their exact bytes; with line ends, byte-order marks between files are left out.',
  },
  validationShare: {
    kind: 'number', label: 'Held-out text', group: 'Text', flag: 'validation', unit: 'of the text',
    default: 0.05, least: 0, most: 0.5, whole: false, scale: 'linear', zeroMeans: 'nothing',
    slider: true, affectsCost: false,
    help: 'The share at the end of the text that is never trained on; validation predicts it to show how well the network generalises.',
  },
  validationEvery: {
    kind: 'number', label: 'Validate every', group: 'Text', flag: 'validation-every', unit: 'updates', live: true,
    default: 500, least: 0, most: 1e9, whole: true, scale: 'logarithmic', zeroMeans: 'only at the end',
    affectsCost: false,
    help: 'How often the network is evaluated on the held-out text during training.',
  },
  sampleEvery: {
    kind: 'number', label: 'Write a sample every', group: 'Text', flag: 'sample-every', unit: 'updates', live: true,
    default: 0, least: 0, most: 1e9, whole: true, scale: 'logarithmic', zeroMeans: 'by time',
    affectsCost: false,
    help: 'How often the network writes a short sample during training; by time, it writes several in the first minute, then ever fewer.',
  },
} as const satisfies Record<string, Setting>;
