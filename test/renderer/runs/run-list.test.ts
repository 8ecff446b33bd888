// Tests how the list of runs is put together from what the engine tells.
import { expect, it } from 'vitest';
import type { RunSummary } from '../../../src-engine/protocol/messages';
import { RunList } from '../../../src-renderer/runs/run-list.svelte';
import { summary } from '../../run-summary';

const run = (id: string, createdMs: number, name = id): RunSummary => summary(id, { createdMs, name });
const ids = (list: RunList): string[] => list.runs.map(({ id }) => id);

it('many runs come in parts; they are shown with the first, and all are known with the last', () => {
  const list = new RunList();
  list.told({ runs: [run('c', 3)], isFirst: true, isLast: false });
  expect([ids(list), list.known, list.isWhole]).toEqual([['c'], true, false]);
  list.told({ runs: [run('a', 1), run('b', 2)], isFirst: false, isLast: true });
  expect([ids(list), list.known, list.isWhole]).toEqual([['c', 'b', 'a'], true, true]);
});

it('reported again, runs that are gone leave the list and new ones stay', () => {
  const list = new RunList();
  list.told({ runs: [run('a', 1), run('b', 2)], isFirst: true, isLast: true });
  list.told({ runs: [run('b', 2)], isFirst: true, isLast: false });
  list.put(run('new', 9));
  list.told({ runs: [], isFirst: false, isLast: true });
  expect(ids(list)).toEqual(['new', 'b']);
});

it('remembered runs are shown at once, stay while the engine tells, and are gone where it does not tell of them', () => {
  const list = new RunList([run('a', 2), run('gone', 1)]);
  expect([ids(list), list.known, list.isWhole]).toEqual([['a', 'gone'], true, false]);
  list.told({ runs: [run('b', 3)], isFirst: true, isLast: false });
  expect(ids(list)).toEqual(['b', 'a', 'gone']);
  list.told({ runs: [run('a', 2, 'renamed')], isFirst: false, isLast: true });
  expect(list.runs.map(({ name }) => name)).toEqual(['b', 'renamed']);
});

it('where there were none the last time, none is waited for', () => {
  expect(new RunList([]).known).toBe(true);
  expect(new RunList().known).toBe(false);
});
