// Threads claim slabs: whoever computes them, every row is computed once in each round.
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src-engine/hyperparameters';
import { memoryFor, memoryLayoutOf, ROW_BLOCK } from '../../../src-engine/model/layout';
import { shapeOf } from '../../../src-engine/model/shape';
import { claimSlabs, offerSlabs, SLAB_WORK } from '../../../src-engine/model/slabs';
import { partOf, type Range } from '../../../src-engine/model/workspace';

const { gradients } = SLAB_WORK;

function workers(hiddenSize: number, threads: number) {
  const shape = shapeOf({ ...defaultSettings(), hiddenSize, lanes: 1, truncation: 2 });
  const layout = memoryLayoutOf(shape, threads);
  const i32 = new Int32Array(memoryFor(layout, shape).buffer);
  return Array.from({ length: threads }, (_, thread) => ({ shape, layout, i32, thread, threads }));
}

/** How often each row was computed. */
function counted(width: number, slabs: readonly Range[]): number[] {
  const times = Array.from({ length: width }, () => 0);
  for (const { first, end } of slabs) for (let row = first; row < end; row++) times[row]! += 1;
  return times;
}

test.each([1, 2, 3, 7, 127])('%d threads compute every row once, in round after round', (threads) => {
  for (const hiddenSize of [1, 8, 100, 128, 1000]) {
    const team = workers(hiddenSize, threads);
    const { width } = team[0]!.shape;
    for (let round = 0; round < 3; round++) {
      const slabs: Range[] = [];
      for (const worker of team) claimSlabs(worker, gradients, (slab) => slabs.push({ ...slab }));
      expect(counted(width, slabs)).toEqual(Array.from({ length: width }, () => 1));
      expect(slabs.every(({ first, end }) => first % ROW_BLOCK === 0 && end > first)).toBe(true);
      for (const worker of team) offerSlabs(worker, gradients);
    }
  }
});

test('each begins with its own part, and takes of another’s what that one has not begun', () => {
  const [first, second] = workers(256, 2);
  const own = partOf(256, { thread: 0, threads: 2 }, ROW_BLOCK);
  const bySecond: Range[] = [];
  const byFirst: Range[] = [];
  claimSlabs(first!, gradients, (slab) => {
    byFirst.push({ ...slab });
    // The other is put aside until the first slab of the first is done.
    if (byFirst.length === 1) claimSlabs(second!, gradients, (taken) => bySecond.push({ ...taken }));
  });
  expect(byFirst).toHaveLength(1);
  expect(byFirst[0]).toMatchObject({ first: own.first });
  expect(bySecond[0]).toMatchObject({ first: own.end });
  expect(bySecond.at(-1)).toMatchObject({ end: own.end });
});
