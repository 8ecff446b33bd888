// The question on closing the window while a run trains: its answer is kept only where that is asked for.
import type { BrowserWindow, MessageBoxOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import type { PreferenceStore } from '../../../src-main/preferences/preferences';

const asked: MessageBoxOptions[] = [];
let answer = { response: 1, checkboxChecked: false };
vi.mock('electron', () => ({
  dialog: {
    showMessageBox: (_window: unknown, options: MessageBoxOptions) => {
      asked.push(options);
      return Promise.resolve(answer);
    },
  },
}));

test('“don’t ask again” is not ticked beforehand, and only an answer with it is kept', async () => {
  const { askAboutClosing } = await import('../../../src-main/signs/closing-question');
  const kept: unknown[] = [];
  const preferences = { set: (...change: unknown[]) => kept.push(change) } as unknown as PreferenceStore;
  const ask = () => askAboutClosing({} as BrowserWindow, 'Ahab', preferences);
  expect(await ask()).toBe('quit');
  expect(asked[0]!.checkboxChecked).toBe(false);
  expect(kept).toEqual([]);
  answer = { response: 2, checkboxChecked: true };
  expect(await ask()).toBe('cancel');
  expect(kept).toEqual([]);
  answer = { response: 0, checkboxChecked: true };
  expect(await ask()).toBe('background');
  expect(kept).toEqual([['closingWhileTraining', 'background']]);
});
