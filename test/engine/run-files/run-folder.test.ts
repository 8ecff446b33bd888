// What is wrong with a run's folder is told by its name: the page may not know where it lies.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { defaultSettings } from '../../../src-engine/hyperparameters';
import { sentenceOf } from '../../../src-engine/problem';
import { createRunFolder, readRecord, runFolder } from '../../../src-engine/run-files/run-folder';

const RECORD = {
  format: 'unroll-run',
  version: 1,
  name: 'A run',
  createdMs: 0,
  settings: defaultSettings(),
  text: { name: 'text', paths: [], bytes: 0, fingerprint: '' },
  kernels: 'fast',
  state: 'paused',
  sentence: null,
  update: 0,
  totalUpdates: 0,
  elapsedMs: 0,
  lossNats: null,
  best: null,
  sparkline: [],
};
const WITH_TOO_MANY_UNITS = { ...RECORD, settings: { ...RECORD.settings, hiddenSize: 1e9 } };

async function folderWith(record: string | null): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'unroll-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const path = join(home, 'my-run');
  await mkdir(path);
  if (record !== null) await writeFile(join(path, 'run.json'), record);
  return path;
}

const failure = (work: Promise<unknown>) => work.then(() => 'nothing failed', sentenceOf);

it.each([
  ['holds no run', null, 'is not a run'],
  ['is damaged', '{', 'is damaged'],
  ['has settings that may not be used', JSON.stringify(WITH_TOO_MANY_UNITS), 'cannot be used'],
])('a folder that %s is named without its path', async (_what, record, words) => {
  const path = await folderWith(record);
  const sentence = await failure(readRecord(runFolder(path)));
  expect(sentence).toContain(words);
  expect(sentence).toContain('"my-run"');
  expect(sentence).not.toMatch(/[\\/]/);
});

it('so is one that holds a run already', async () => {
  const sentence = await failure(createRunFolder(await folderWith('{}')));
  expect(sentence).toContain('"my-run" already contains a run');
  expect(sentence).not.toMatch(/[\\/]/);
});
