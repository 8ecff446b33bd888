// Tests that one more row in the table of settings is all that the window needs to have one more setting.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SettingName } from '../../../src-engine/hyperparameters';
import type { RunSummary } from '../../../src-engine/protocol/messages';
import { addSetting, removeAddedSetting } from '../../fixtures/added-setting';

/** The type follows from the table as it is in the sources. */
const ADDED = 'added' as SettingName;
const MODEL = { id: 'm', name: 'm', hiddenSize: 8, optimizer: null };

beforeAll(addSetting);
afterAll(removeAddedSetting);

const settingsModule = () => import('../../../src-renderer/settings/new-run-settings.svelte');

it('is drafted and checked', async () => {
  const { NewRunSettings } = await settingsModule();
  const settings = new NewRunSettings();
  expect(settings.values()).toMatchObject({ added: 3 });
  settings.change(ADDED, 10);
  expect(settings.problem).toBe('Added 10 is out of range. Choose from 1 to 9.');
});

it('stands in its group, in view', async () => {
  const { groupLayout } = await import('../../../src-renderer/settings/setting-layout');
  expect(groupLayout('Text', () => 'segment').essential).toContain(ADDED);
});

it('is fixed where a model brings it, and can change while a run trains', async () => {
  const { NewRunSettings } = await settingsModule();
  const { RunSettings } = await import('../../../src-renderer/settings/run-settings');
  const settings = new NewRunSettings();
  expect(settings.canChange(ADDED)).toBe(true);
  settings.model = MODEL;
  expect(settings.canChange(ADDED)).toBe(false);
  const run = { state: 'training', settings: {} } as RunSummary;
  expect(new RunSettings(run, [], () => {}).canChange(ADDED)).toBe(true);
});

it('is searched, after the others', async () => {
  const { SearchForm } = await import('../../../src-renderer/tune/search-form.svelte');
  const { NewRunSettings } = await settingsModule();
  const settings = new NewRunSettings();
  expect(new SearchForm((name) => settings.valueOf(name)).plan().ranges.at(-1)).toMatchObject({
    name: 'added',
    least: 1,
  });
});

it('is compared where runs differ in it', async () => {
  const { columnsFor } = await import('../../../src-renderer/compare/compare-table');
  const runs = [4, 5].map((added) => ({ settings: { added } }) as unknown as RunSummary);
  expect(columnsFor(runs, 'bits').map(({ key }) => key)).toContain('added');
});
