// Tests that one more row in the table of settings is all that the command line and the files of a run need to have one more setting.
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SettingName } from '../../../src-engine/hyperparameters';
import type { RunRecord } from '../../../src-engine/run-files/run-folder';
import { temporaryFolder } from '../../engine/built-engine';
import { addSetting, removeAddedSetting } from '../../fixtures/added-setting';

/** The type follows from the table as it is in the sources. */
const ADDED = 'added' as SettingName;

beforeAll(addSetting);
afterAll(removeAddedSetting);

test('it is an option of the command line', async () => {
  const { addSettingOptions, chosenSettings } = await import('../../../src-main/terminal/usage');
  const command = addSettingOptions(new Command('train'));
  expect(command.helpInformation()).toContain('--added <n>');
  command.parse(['--added', '4'], { from: 'user' });
  expect(chosenSettings(command.opts())).toEqual({ added: 4 });
  expect(() => chosenSettings({ added: '10' })).toThrow('Added 10 is out of range.');
});

test('a run that trains takes a change of it', async () => {
  const { checkChange } = await import('../../../src-engine/run-files/setting-changes');
  checkChange(ADDED, 4);
  expect(() => checkChange(ADDED, 10)).toThrow('Added 10 is out of range.');
});

test('a run keeps it', async () => {
  const { defaultSettings } = await import('../../../src-engine/hyperparameters');
  const { createRunFolder, readRecord, writeRecord } = await import('../../../src-engine/run-files/run-folder');
  const { folder } = await createRunFolder(join(await temporaryFolder(), 'run'));
  const record: RunRecord = {
    format: 'unroll-run',
    version: 1,
    name: 'run',
    createdMs: 0,
    settings: { ...defaultSettings(), [ADDED]: 7 },
    text: {
      name: 'a.txt',
      paths: ['/a.txt'],
      bytes: 1,
      fingerprint: '',
      checksum: null,
      facts: null,
      encoding: 'utf-8',
    },
    alphabet: null,
    kernels: 'strict',
    vectors: null,
    state: 'paused',
    queuedMs: null,
    isSeeded: false,
    sentence: null,
    update: 0,
    totalUpdates: 1,
    elapsedMs: 0,
    lossNats: null,
    best: null,
    divergence: null,
    sparkline: [],
    colour: null,
    isArchived: false,
    origin: null,
  };
  await writeRecord(folder, record);
  expect((await readRecord(folder)).settings).toMatchObject({ added: 7 });
});
