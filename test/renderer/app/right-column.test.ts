// Tests which controls stand on the right, and that folding them away is remembered for each tab.
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { RightColumn } from '../../../src-renderer/app/right-column.svelte';
import type { Selection } from '../../../src-renderer/app/selection.svelte';

const of = (tab: string, run: object | null = {}, model: object | null = null) =>
  new RightColumn({ tab, run, model } as Selection);

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
  onTestFinished(() => void vi.unstubAllGlobals());
});

it('holds the controls of what is in the middle', () => {
  expect(['train', 'write', 'look', 'compare'].map((tab) => of(tab).kind)).toEqual([
    'settings',
    'write',
    'look',
    'compare',
  ]);
  expect(of('compare', null).kind).toBe('settings');
  expect(of('train', null, {}).kind).toBe('write');
});

it('is folded away for one kind of controls and not for the others, also after a restart', () => {
  of('write').toggle();
  expect([of('write').isFolded, of('train').isFolded]).toEqual([true, false]);
  of('write').toggle();
  expect(of('write').isFolded).toBe(false);
});
