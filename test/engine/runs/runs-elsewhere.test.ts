// A run at rest belongs to nobody: another program may go on with it, and the window notices.
import { readFile, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isLockFile } from '../../../src-engine/run-files/run-lock';
import { ENDLESS, managedRuns } from './managed-runs';

test('a run that is paused or finished is open to another program, and what that does with it is told here', async () => {
  const window = await managedRuns();
  const run = await window.start(ENDLESS);
  await window.trains(run);
  const paused = await window.brings(() => window.manager.pause(run), 'paused', run);
  const locks = async () => (await readdir(window.fileOf(run))).filter(isLockFile);
  expect(await locks()).toEqual([]);

  await window.manager.show(run);
  const told = (fits: (sentence: string | null, update: number) => boolean) =>
    window.next('run-changed', (event) => event.run.id === run && fits(event.run.sentence, event.run.update));
  const elsewhere = await managedRuns(window.home);
  const taken = told((sentence) => sentence?.includes(`is open in a terminal (process ${process.pid})`) ?? false);
  await elsewhere.brings(() => elsewhere.manager.resume(run), 'training', run);
  await taken;
  await window.next('history', (event) => event.run === run);
  await expect(window.manager.resume(run)).rejects.toThrow('is open in a terminal');

  const given = told((sentence, update) => sentence === null && update > paused.update);
  const { update } = await elsewhere.brings(() => elsewhere.manager.pause(run), 'paused', run);
  expect((await given).run).toMatchObject({ state: 'paused', update });
  await window.brings(() => window.manager.resume(run), 'training', run);
  await window.brings(() => window.manager.stop(run), 'finished', run);
  expect(await locks()).toEqual([]);
});

test('a run that has ended by itself is open to another program, and its last sample is kept', async () => {
  let write: (text: string) => void = () => undefined;
  const written = new Promise<string>((resolve) => (write = resolve));
  const { home, manager, start, reaches, next, fileOf } = await managedRuns(undefined, () => written);
  const isLast = next('sample', ({ sample }) => sample.update === 40);
  const isFinished = reaches('finished');
  const run = await start({ length: 40, sampleEvery: 40 });
  await isFinished;
  write('words');
  await isLast;
  // What is asked for now comes after the closing.
  await manager.label(run, { name: 'Another' });
  expect(await readFile(fileOf(run, 'samples.jsonl'), 'utf8')).toContain('"update":40');
  const other = await managedRuns(home);
  await other.brings(() => other.manager.trainLonger(run, { length: 60, lengthUnit: 'updates' }), 'finished', run);
});
