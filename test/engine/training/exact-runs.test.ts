import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, describe } from 'vitest';
import type { SettingName, Settings } from '../../../src-engine/hyperparameters';
import { decodeSafetensors } from '../../../src-engine/model/safetensors';
import { continueRun, createRun } from '../../../src-engine/runs/open-run';
import type { TrainingRun } from '../../../src-engine/training/training-run';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';

const SCHEDULES: [string, Partial<Settings>][] = [
  ['segment', { backprop: 'segment' }],
  ['sliding', { backprop: 'sliding', truncation: 7, steps: 4 }],
  [
    'segment under dropout, with an average of the weights',
    { dropout: 0.3, averaging: 20, optimizer: 'adamw', weightDecay: 0.5 },
  ],
  [
    'sliding under dropout, with an average of the weights',
    { backprop: 'sliding', truncation: 7, steps: 4, dropout: 0.3, averaging: 20, optimizer: 'sgd' },
  ],
];

interface Change {
  after: number;
  name: SettingName;
  value: number;
}

/** SHA-256 of the run's last checkpoint: weights, moments, lane states, generator, counters. */
async function fingerprintOf(run: TrainingRun): Promise<string> {
  const { folder, record } = run.storage;
  const file = `${record.update}.safetensors`;
  const { tensors, metadata } = decodeSafetensors(await readFile(join(folder.checkpointsPath, file)), file);
  const hash = createHash('sha256').update(`${metadata.update} ${metadata.restarts}`);
  for (const name of Object.keys(tensors).sort()) hash.update(name).update(tensors[name]!.data);
  return hash.digest('hex');
}

/** Trains to the end with stops at `stops`, each time going on from the folder alone, with some settings `changed`. */
async function trainWithStops(
  settings: Settings,
  stops: number[],
  changes: Change[] = [],
  changed: Partial<Settings> = {},
): Promise<string> {
  const folder = await temporaryFolder();
  const text = join(folder, 'text.txt');
  await writeFile(text, exampleText(3000));
  let run = await createRun(FILES, { folder: join(folder, 'run'), name: 'test', paths: [text], settings }, {});
  for (const stop of [...stops, Infinity]) {
    for (const { after, name, value } of changes.filter(
      (change) => change.after < stop && change.after >= run.update,
    )) {
      await run.train(after);
      await run.changeSetting(name, value);
    }
    await run.train(stop);
    if (stop === Infinity) break;
    await run.close();
    run = await continueRun(FILES, join(folder, 'run'), {}, { changes: changed });
  }
  const print = await fingerprintOf(run);
  await run.close();
  return print;
}

describe.each(SCHEDULES)('a run in %s', (_, schedule) => {
  test('has the same bits for 1, 2, 3 and 4 threads', async () => {
    const prints = [];
    for (const threads of [1, 2, 3, 4])
      prints.push(await trainWithStops(smallSettings({ ...schedule, threads, length: 200 }), []));
    expect(new Set(prints).size).toBe(1);
  });

  test('has the same bits whether threads keep to their lanes or share the output layer', async () => {
    const prints = [];
    for (const threads of [1, 2, 5])
      prints.push(await trainWithStops(smallSettings({ ...schedule, threads, lanes: 34, length: 40 }), []));
    expect(new Set(prints).size).toBe(1);
  });

  test('has the same bits when it goes on with other vectors', async () => {
    const settings = smallSettings({ ...schedule });
    const whole = await trainWithStops(settings, []);
    expect(await trainWithStops(settings, [30], [], { vectors: 'wasm' })).toBe(whole);
    expect(await trainWithStops({ ...settings, vectors: 'wasm' }, [30], [], { vectors: 'auto' })).toBe(whole);
  });

  test('has the same bits after a stop at any update', async () => {
    const settings = smallSettings({ ...schedule, schedule: 'cosine', restartShare: 0.1 });
    const whole = await trainWithStops(settings, []);
    expect(await trainWithStops(settings, [1, 17, 18, 59])).toBe(whole);
  });

  test('takes up a changed setting at the same update again when it continues from before it', async () => {
    const settings = smallSettings({ ...schedule });
    const change: Change = { after: 30, name: 'learningRate', value: 0.01 };
    const whole = await trainWithStops(settings, [], [change]);
    expect(await trainWithStops(settings, [20, 40], [change])).toBe(whole);
    expect(await trainWithStops(settings, [])).not.toBe(whole);
  });

  test('differs with another seed', async () => {
    const one = await trainWithStops(smallSettings({ ...schedule, seed: 1 }), []);
    expect(await trainWithStops(smallSettings({ ...schedule, seed: 2 }), [])).not.toBe(one);
  });
});
