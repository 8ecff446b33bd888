// Tests that no source lists settings by their names beside the one table.
import { expect, test } from 'vitest';
import { SETTING_NAMES } from '../../src-engine/hyperparameters';
import { allSources, scriptIn } from './read-imports';
import { settingListsIn } from './setting-lists';

test('a list of settings is found, a list of other things is not', () => {
  const found = settingListsIn(
    `const a = new Set(['seed', 'lanes']); const b: SettingName[] = ['hiddenSize']; f(['seed', 'temperature'], []);`,
    SETTING_NAMES,
  );
  expect(found).toEqual([`['seed', 'lanes']`, `['hiddenSize']`]);
});

test('nothing but the table says which settings are of a kind', () => {
  const lists = allSources().flatMap((file) =>
    settingListsIn(scriptIn(file), SETTING_NAMES).map((list) => `${file}: ${list}`),
  );
  expect(lists).toEqual([]);
});
