// The settings of the group Computer: what the computer gives to a run, and how it keeps it.
import type { Setting } from './setting';

// prettier-ignore
export const COMPUTER_SETTINGS = {
  checkpointEvery: {
    kind: 'number', label: 'Checkpoint every', group: 'Computer', flag: 'checkpoint-every', unit: 'updates', live: true,
    default: 500, least: 1, most: 1e9, whole: true, scale: 'logarithmic',
    affectsCost: false,
    help: 'How often everything learned is saved, so that a crash costs no more than this many updates.',
  },
  threads: {
    kind: 'number', label: 'Threads', group: 'Computer', flag: 'threads', unit: '', live: true,
    default: 0, least: 0, most: 64, whole: true, scale: 'linear', zeroMeans: 'every core',
    slider: true, affectsCost: false, forGradients: true,
    help: 'How many cores work on it; the result is the same for any number.',
  },
  leaveRoom: {
    kind: 'choice', label: 'Leave room for other work', group: 'Computer', live: true,
    default: 'on-battery',
    options: [{ value: 'on-battery', label: 'On battery' }, { value: 'always', label: 'Always' }, { value: 'never', label: 'Never' }],
    essential: true, affectsCost: false,
    help: 'Only half of the threads work then, so that the computer stays cool and quick; the result is the same.',
  },
  priority: {
    kind: 'choice', label: 'Priority', group: 'Computer', live: true,
    default: 'low',
    options: [{ value: 'low', label: 'Low' }, { value: 'normal', label: 'Normal' }],
    help: 'Low lets all other programs go first, this window too, and takes what is left; normal takes its share beside them.',
  },
  kernels: {
    kind: 'choice', label: 'Arithmetic', group: 'Computer', flag: 'kernels',
    default: 'fast',
    options: [{ value: 'fast', label: 'Fast' }, { value: 'strict', label: 'Strict' }],
    forGradients: true,
    help: 'Fast fuses multiply and add; strict gives the same bits on every machine and is slower.',
  },
} as const satisfies Record<string, Setting>;
