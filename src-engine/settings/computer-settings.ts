// The settings of the group Computer: what the computer gives to a run, and how it keeps it.
import type { Setting } from './setting';

// prettier-ignore
export const COMPUTER_SETTINGS = {
  checkpointEvery: {
    kind: 'number', label: 'Checkpoint every', group: 'Computer', flag: 'checkpoint-every', unit: 'updates', live: true,
    default: 500, least: 1, most: 1e9, whole: true, scale: 'logarithmic',
    affectsCost: false,
    help: 'How often all progress is saved; a crash costs at most this many updates.',
  },
  checkpointSeconds: {
    kind: 'number', label: 'Also checkpoint after', group: 'Computer', flag: 'checkpoint-seconds', unit: 'seconds', live: true,
    default: 30, least: 0, most: 86_400, whole: true, scale: 'logarithmic', zeroMeans: 'off',
    affectsCost: false,
    help: 'How long a crash may cost at most, however slow the updates; saving never takes more than a twentieth of the time.',
  },
  threads: {
    kind: 'number', label: 'Threads', group: 'Computer', flag: 'threads', unit: '', live: true,
    default: 0, least: 0, most: 64, whole: true, scale: 'linear', zeroMeans: 'all cores',
    slider: true, affectsCost: false, forGradients: true,
    help: 'How many cores train; the result is the same for any number.',
  },
  leaveRoom: {
    kind: 'choice', label: 'Leave room for other work', group: 'Computer', live: true,
    default: 'on-battery',
    options: [{ value: 'on-battery', label: 'On battery' }, { value: 'always', label: 'Always' }, { value: 'never', label: 'Never' }],
    essential: true, affectsCost: false,
    help: 'When to use only half of the threads, so that the computer stays cool and responsive; the result is the same.',
  },
  priority: {
    kind: 'choice', label: 'Priority', group: 'Computer', live: true,
    default: 'low',
    options: [{ value: 'low', label: 'Low' }, { value: 'normal', label: 'Normal' }],
    help: 'Low gives way to all other programs, including this window; normal competes with them equally.',
  },
  kernels: {
    kind: 'choice', label: 'Arithmetic', group: 'Computer', flag: 'kernels',
    default: 'fast',
    options: [{ value: 'fast', label: 'Fast' }, { value: 'strict', label: 'Strict' }],
    forGradients: true,
    help: 'Fast fuses multiply and add; strict gives the same bits on every machine but is slower.',
  },
} as const satisfies Record<string, Setting>;
