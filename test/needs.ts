// What a test may need of the machine: where that is missing, the test is skipped and says why.
import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';
import { findPython } from './handover/pytorch';

const starts = (program: string, ...words: string[]) => spawnSync(program, words).status === 0;
const isLinux = process.platform === 'linux';

const NEEDS = {
  linux: { reason: 'it needs Linux', isMet: () => isLinux },
  signals: { reason: 'Windows has no such signals, pipes and devices', isMet: () => process.platform !== 'win32' },
  mount: {
    reason: 'it needs a user who may mount a disk, as root on Linux',
    isMet: () => isLinux && process.getuid?.() === 0 && starts('mount', '--version'),
  },
  prlimit: { reason: 'it needs prlimit', isMet: () => starts('prlimit', '--version') },
  faketime: { reason: 'it needs faketime', isMet: () => starts('faketime', '-f', '+1y', 'true') },
  namespaces: {
    reason: 'it needs a user who may make network namespaces, as root on Linux',
    isMet: () => isLinux && process.getuid?.() === 0 && starts('ip', 'netns'),
  },
  torch: { reason: 'it needs a Python with PyTorch and numpy on Linux', isMet: () => isLinux && findPython() !== null },
} as const;

export function needs({ skip }: TestContext, name: keyof typeof NEEDS): void {
  const { reason, isMet } = NEEDS[name];
  skip(!isMet(), reason);
}
