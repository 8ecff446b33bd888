// A run that goes on from another one on another text: with its optimiser and schedule, or with its weights alone.
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Settings } from '../../../src-engine/hyperparameters';
import { createRun } from '../../../src-engine/runs/open-run';
import { originOf, type Origin } from '../../../src-engine/runs/run-origin';
import { runFolder } from '../../../src-engine/run-files/run-folder';
import { FILES, smallSettings } from '../built-engine';
import { managedRuns } from './managed-runs';

const SETTINGS: Partial<Settings> = {
  optimizer: 'adamw',
  schedule: 'cosine',
  restartShare: 0,
  validationShare: 0,
  lengthUnit: 'epochs',
};

/** The weights and moments that it ends with, as they lie in its last checkpoint. */
async function trained(home: string, name: string, settings: Settings, more: { stopAfter?: number } & Partial<Origin>) {
  const folder = join(home, name);
  const { stopAfter, ...origin } = more;
  const run = await createRun(FILES, { folder, name, paths: [join(home, 'text.txt')], settings, ...origin }, {});
  await run.train(stopAfter);
  const { update, totalUpdates } = run;
  await run.close();
  const file = await readFile(join(folder, 'checkpoints', `${update}.safetensors`));
  return { folder: runFolder(folder), totalUpdates, numbers: file.subarray(8 + Number(file.readBigUInt64LE(0))) };
}

test('on the same text, run after run with optimiser and schedule comes to the bits of one long run', async () => {
  const { home } = await managedRuns();
  const long = smallSettings({ ...SETTINGS, length: 3 });
  const whole = await trained(home, 'whole', long, {});
  const first = await trained(home, 'first', long, { stopAfter: whole.totalUpdates / 3 });
  const begun = await originOf(first.folder, long);
  expect(begun.origin).toEqual({ updates: whole.totalUpdates / 3, shareDone: 1 / 3, plateaus: 0 });
  const two = smallSettings({ ...SETTINGS, length: 2 });
  const second = await trained(home, 'second', two, { ...begun, stopAfter: whole.totalUpdates / 3 });
  const third = await trained(
    home,
    'third',
    smallSettings({ ...SETTINGS, length: 1 }),
    await originOf(second.folder, two),
  );
  expect(third.numbers.equals(whole.numbers)).toBe(true);
});

test('with its weights alone the optimiser begins again', async () => {
  const { home } = await managedRuns();
  const settings = smallSettings({ ...SETTINGS, length: 1 });
  const first = await trained(home, 'first', settings, {});
  const begun = await originOf(first.folder, settings);
  const goesOn = await trained(home, 'goes-on', settings, begun);
  const again = await trained(home, 'again', settings, { weights: begun.weights });
  expect(goesOn.numbers.equals(again.numbers)).toBe(false);
});

test('another optimiser, or another hidden size, cannot go on', async () => {
  const { home } = await managedRuns();
  const settings = smallSettings({ ...SETTINGS, length: 1 });
  const { folder } = await trained(home, 'first', settings, {});
  await expect(originOf(folder, { ...settings, optimizer: 'sgd' })).rejects.toThrow(
    "The run's optimizer is adamw, which cannot go on as sgd. Choose adamw, or begin again with the optimizer.",
  );
  await expect(originOf(folder, { ...settings, hiddenSize: 8 })).rejects.toThrow('The run has 21 hidden units, not 8.');
});

test('the window has a run go on from the one that trains, which is saved first, and queues such a run too', async () => {
  const { home, text, manager, start, trains, brings, told, fileOf } = await managedRuns();
  const settings = smallSettings({ ...SETTINGS, lengthUnit: 'updates', length: 5 });
  const first = await start({ ...SETTINGS, lengthUnit: 'updates', length: 1e9 });
  await trains(first);
  const other = join(home, 'other.txt');
  await copyFile(text, other);
  const wanted = { name: 'Other text', paths: [other], settings, goesOnFrom: first };
  await manager.startLater(wanted);
  await brings(() => manager.start(wanted), 'finished');
  const [, queued, goesOn] = told.flatMap((event) => (event.kind === 'run-started' ? [event.run] : []));
  const origins = await Promise.all(
    [queued!, goesOn!].map(async (run) => {
      const record = JSON.parse(await readFile(fileOf(run, 'run.json'), 'utf8')) as { origin: { updates: number } };
      return record.origin.updates;
    }),
  );
  const { update } = JSON.parse(await readFile(fileOf(first, 'run.json'), 'utf8')) as { update: number };
  expect(origins[1]).toBe(update);
  expect(origins[0]).toBeLessThanOrEqual(update);
});
