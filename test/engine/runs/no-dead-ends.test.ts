// What has ended can go on: longer, from a checkpoint as a run of its own, or after another run; with real lane workers.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { StoredModels } from '../../../src-engine/networks/stored-models';
import { initialWeights } from '../../../src-engine/model/initialise';
import { smallSettings } from '../built-engine';
import { ENDLESS, managedRuns } from './managed-runs';

const tensors = (file: Buffer) => file.subarray(8 + Number(file.readBigUInt64LE(0)));

test('a finished run that trains longer comes to the weights of one that was that long from the beginning', async () => {
  const { manager, start, brings, fileOf } = await managedRuns();
  const whole = (await brings(() => start({ length: 60 }), 'finished')).id;
  const { id } = await brings(() => start({ length: 40 }), 'finished');
  await expect(manager.trainLonger(id, { length: 40, lengthUnit: 'updates' })).rejects.toThrow(
    'The run has already trained that long: 40 updates. Enter a longer length.',
  );
  const longer = await brings(() => manager.trainLonger(id, { length: 60, lengthUnit: 'updates' }), 'finished', id);
  expect(longer).toMatchObject({ update: 60, totalUpdates: 60 });
  const files = [whole, id].map((run) => readFile(fileOf(run, 'checkpoints', '60.safetensors')));
  const [one, other] = (await Promise.all(files)).map(tensors);
  expect(one!.equals(other!)).toBe(true);
});

test('a stopped run goes on, and one that ran out of patience does not stop at once again', async () => {
  const { manager, start, trains, brings, after } = await managedRuns();
  const run = await start(ENDLESS);
  await trains(run);
  const { update } = await brings(() => manager.stop(run), 'finished', run);
  const goesOn = await after(
    () => manager.trainLonger(run, { length: update + 5, lengthUnit: 'updates' }),
    'run-changed',
    (event) => event.run.state === 'finished',
  );
  expect(goesOn.run.update).toBe(update + 5);
  const impatient = { length: 100, validationEvery: 5, patience: 1, learningRate: 0.1 };
  const ended = await brings(() => start(impatient), 'finished');
  expect(ended.update).toBeLessThan(100);
  const { id } = ended;
  const again = await brings(() => manager.trainLonger(id, { length: 100, lengthUnit: 'updates' }), 'finished', id);
  expect(again.update).toBe(100);
});

test('a branch begins at a checkpoint with its past, and trains on to the weights of the run that it left', async () => {
  const { manager, start, brings, after, told, fileOf } = await managedRuns();
  const { id } = await brings(() => start({ length: 60, checkpointEvery: 10, validationEvery: 20 }), 'finished');
  const begun = await after(() => manager.branch(id, 50), 'run-started');
  expect(begun.run).not.toBe(id);
  const branch = told.flatMap((event) =>
    event.kind === 'run-changed' && event.run.id === begun.run ? [event.run] : [],
  );
  expect(branch.at(-1)).toMatchObject({ state: 'paused', update: 50, name: 'My text, from 50' });
  const past = await after(() => manager.past.whole(begun.run), 'history');
  expect(past.metrics.at(-1)!.update).toBe(50);
  expect(past.validations.map(({ update }) => update)).toEqual([20, 40]);
  await brings(() => manager.resume(begun.run), 'finished', begun.run);
  const files = [id, begun.run].map((run) => readFile(fileOf(run, 'checkpoints', '60.safetensors')));
  const [one, other] = (await Promise.all(files)).map(tensors);
  expect(one!.equals(other!)).toBe(true);
  await expect(manager.branch(id, 51)).rejects.toThrow('no longer exists');
});

test('what trains waits as the next while another run takes its place, and goes on by itself', async () => {
  const { start, trains, reaches, brings, manager } = await managedRuns();
  const first = await start(ENDLESS);
  await trains(first);
  const [waits, goesOn] = [reaches('queued', first), reaches('training', first)];
  const ends = reaches('finished');
  const second = await start({ length: 30 });
  expect(await waits).toMatchObject({ queuePlace: 1 });
  expect((await ends).id).toBe(second);
  await goesOn;
  await brings(() => manager.pause(first), 'paused', first);
});

test('what trained goes on where the run that was to take its place cannot begin', async () => {
  const { home, start, trains, reaches, manager } = await managedRuns();
  const first = await start(ENDLESS);
  await trains(first);
  const goesOn = reaches('training', first);
  const settings = smallSettings();
  await expect(manager.start({ name: 'Gone', paths: [`${home}/gone.txt`], settings })).rejects.toThrow('gone.txt');
  await goesOn;
});

test('the queue is put in another order, which outlives a restart', async () => {
  const { home, text, start, manager, told } = await managedRuns();
  await start(ENDLESS);
  for (const name of ['A', 'B', 'C']) {
    await manager.startLater({ name, paths: [text], settings: smallSettings({ length: 5 }) });
  }
  const [, a, b, c] = told.flatMap((event) => (event.kind === 'run-started' ? [event.run] : []));
  await manager.moveInQueue(c!, 1);
  await manager.moveInQueue(a!, 9);
  expect(manager.shelf.queue.ids).toEqual([c, b, a]);
  await manager.shutDown();
  const again = await managedRuns(home);
  await again.manager.list();
  expect(again.manager.shelf.queue.ids).toEqual([c, b, a]);
});

test('a run that begins from a model can be queued, and begins with its weights', async () => {
  const { home, text, start, brings, manager, told, fileOf } = await managedRuns();
  const first = await start(ENDLESS);
  const weights = initialWeights(21, 99, smallSettings().initialisation);
  await manager.startLater({ name: 'Later', paths: [text], settings: smallSettings({ length: 5 }), weights });
  const later = told.flatMap((event) => (event.kind === 'run-started' ? [event.run] : []))[1]!;
  const begins = await manager.network(later, 0);
  expect([...begins.weights.Whh]).toEqual([...weights.Whh]);
  await brings(() => manager.stop(first), 'finished', later);
  expect((await readFile(fileOf(later, 'run.json'), 'utf8')).includes('"finished"')).toBe(true);
  expect(new StoredModels(home).holds(later)).toBe(false);
});
