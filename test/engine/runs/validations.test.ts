// A validation that takes long says how far it is, and can be broken off; training goes on.
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { exampleText } from '../built-engine';
import { ENDLESS, managedRuns } from './managed-runs';

test('a long validation is told as it proceeds and ends where it is skipped, without a result', async () => {
  const { text, start, trains, next, manager, told } = await managedRuns();
  await writeFile(text, exampleText(20_000_000));
  const isUnderWay = next('validating', ({ share }) => share > 0 && share < 1);
  const run = await start({ ...ENDLESS, validationEvery: 50, validationShare: 0.5 });
  await isUnderWay;
  const isOver = next('validating', ({ share }) => share === 1);
  manager.skipValidation(run);
  await isOver;
  await trains(run);
  expect(told.filter(({ kind }) => kind === 'validation')).toEqual([]);
});
