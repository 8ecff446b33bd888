// Tests which runs are picked by clicks and keys, as in any file manager.
import { expect, it } from 'vitest';
import type { RunSummary } from '../../../src-engine/protocol/messages';
import { RunPicks } from '../../../src-renderer/runs/run-picks.svelte';

const runs = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }) as RunSummary);
const picked = (picks: RunPicks): string =>
  picks
    .of(runs)
    .map(({ id }) => id)
    .join('');

it('with Ctrl one after the other, the open run among them; again takes it out', () => {
  const picks = new RunPicks();
  picks.toggle('c', 'a');
  expect(picked(picks)).toBe('ac');
  picks.toggle('e', 'a');
  picks.toggle('a', 'a');
  expect(picked(picks)).toBe('ce');
});

it('with Shift all from the last plain click on, in either direction', () => {
  const picks = new RunPicks();
  picks.begin('c');
  picks.extendTo('e', runs, 'c');
  expect(picked(picks)).toBe('cde');
  picks.extendTo('a', runs, 'c');
  expect(picked(picks)).toBe('abc');
  picks.begin('d');
  expect(picked(picks)).toBe('');
});

it('those that are no longer shown are picked no longer', () => {
  const picks = new RunPicks();
  picks.all(runs);
  picks.keepOnly(runs.slice(1, 3));
  expect(picked(picks)).toBe('bc');
});
