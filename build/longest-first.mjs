// Says in which order vitest takes the unit tests: the longest files first, so that no worker is left with one of them at the end.
import { BaseSequencer } from 'vitest/node';

/** What takes many seconds, the longest first, by a piece of its path. Vitest itself knows how long files take only where they ran before. */
const LONG = [
  'test/handover/handover',
  'terminal/terminal.test',
  'training/exact-runs',
  'kernels/native',
  'terminal/interrupted',
  'kernels/neon',
  'training/zero-state',
  'terminal/odd-inputs',
  'guide/commands',
  'training/by-the-book',
  'kernels/finite-differences',
  'runs/faults',
  'runs/run-manager',
  'documents/hostile',
  'runs/no-dead-ends',
  'texts/sample-networks',
  'run-files/read-curve',
];

export class LongestFirst {
  constructor(vitest) {
    this.usual = new BaseSequencer(vitest);
  }

  shard(files) {
    return this.usual.shard(files);
  }

  async sort(files) {
    const rank = ({ moduleId }) => {
      const place = LONG.findIndex((piece) => moduleId.includes(piece));
      return place < 0 ? LONG.length : place;
    };
    return (await this.usual.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
