// Tests that preferences are remembered, that a change is heard, and that a file which is wrong in part loses only that part.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';

vi.mock('electron', () => ({ app: {} }));
const { personalPreferences, readPreferences } = await import('../../../src-main/preferences/preferences');

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-preferences-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'not there yet', 'preferences.json');
}

test('without a file there are the defaults, and a change makes one that the next start reads', () => {
  const path = file();
  const first = readPreferences(path);
  expect(personalPreferences(first)).toEqual({
    theme: 'system',
    keepAwake: true,
    notifyAtEnd: true,
    closingWhileTraining: 'ask',
    wasTourLeft: false,
  });
  first.set('theme', 'dark');
  first.assign({ keepAwake: false, zoomPercent: 150 });
  const next = readPreferences(path);
  expect([next.get('theme'), next.get('keepAwake'), next.get('zoomPercent')]).toEqual(['dark', false, 150]);
});

test('a change is heard by those who follow that value, and the same value is none', () => {
  const store = readPreferences(file());
  const changed = vi.fn();
  store.onDidChange('theme', changed);
  store.set('keepAwake', false);
  store.set('theme', 'system');
  expect(changed).not.toHaveBeenCalled();
  store.set('theme', 'light');
  expect(changed).toHaveBeenCalledOnce();
});

test('what is wrong in the file gives way to its default, and the rest stays', () => {
  const path = file();
  readPreferences(path).set('theme', 'dark');
  const written = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...written, zoomPercent: 'all', windowPlace: { bounds: 7 }, unknown: 1 }));
  const store = readPreferences(path);
  expect(store.get('theme')).toBe('dark');
  expect(store.get('zoomPercent')).toBe(100);
  expect(store.get('windowPlace')).toEqual({ bounds: null, maximized: false });
});

test.each(['', '{', '[]', 'null', '"a"'])('a file that holds %s is as good as none', (text) => {
  const path = file();
  readPreferences(path).set('theme', 'dark');
  writeFileSync(path, text);
  expect(readPreferences(path).get('theme')).toBe('system');
});
