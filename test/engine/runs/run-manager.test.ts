import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StoredModels } from '../../../src-engine/networks/stored-models';
import { Networks } from '../../../src-engine/networks/networks';
import { decodeModel } from '../../../src-engine/model/model-file';
import { importRun } from '../../../src-engine/runs/import-run';
import { newRunId, readRecord, runFolder, writeRecord } from '../../../src-engine/run-files/run-folder';
import { exampleText, smallSettings } from '../built-engine';
import { ENDLESS, managedRuns } from './managed-runs';

test('a run trains, tells its metrics, validations and samples, and is finished', async () => {
  const { start, told, brings } = await managedRuns();
  const summary = await brings(() => start({ length: 40, validationEvery: 20, sampleEvery: 20 }), 'finished');
  expect(summary).toMatchObject({ update: 40, totalUpdates: 40, name: 'My text', textBytes: 20_000 });
  const points = told.flatMap((event) => (event.kind === 'metrics' ? event.points : []));
  expect(points.map(({ update }) => update)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  expect(told.filter(({ kind }) => kind === 'validation').length).toBe(2);
  expect(told.filter(({ kind }) => kind === 'sample').length).toBe(2);
});

test('a paused run continues where it was, after a restart of the engine too', async () => {
  const first = await managedRuns();
  const run = await first.start(ENDLESS);
  await first.trains(run);
  const { update } = await first.brings(() => first.manager.pause(run), 'paused', run);
  await first.manager.shutDown();
  const { manager, after } = await managedRuns(first.home);
  const listed = await after(() => manager.list(), 'runs');
  expect(listed.runs[0]).toMatchObject({ id: run, state: 'paused', update });
  const goesOn = await after(() => manager.resume(run), 'metrics');
  expect(goesOn.points[0]!.update).toBe(update + 1);
});

test('one run trains at a time: starting another saves the first and queues it, and continuing that queues the other', async () => {
  const { start, trains, reaches, brings, after, told, manager, fileOf } = await managedRuns();
  const first = await start(ENDLESS);
  await trains(first);
  const pausing = reaches('queued', first);
  const second = await start(ENDLESS);
  const { update } = await pausing;
  expect(update).toBeGreaterThan(0);
  expect(JSON.parse(await readFile(fileOf(first, 'run.json'), 'utf8'))).toMatchObject({ state: 'queued', update });
  expect(await readdir(fileOf(first, 'checkpoints'))).toContain(`${update}.safetensors`);

  const from = told.length;
  await trains(second);
  expect(told.slice(from).some((event) => event.kind === 'metrics' && event.run === first)).toBe(false);
  const secondPauses = reaches('queued', second);
  const isFirst = (event: { run: string }) => event.run === first;
  const goesOn = await after(() => manager.resume(first), 'metrics', isFirst);
  expect(goesOn.points[0]!.update).toBe(update + 1);
  const other = await secondPauses;
  expect(await readdir(fileOf(second, 'checkpoints'))).toContain(`${other.update}.safetensors`);
  await brings(() => manager.pause(first), 'paused', first);
});

test('a live setting changes while the run trains, others say why they cannot', async () => {
  const { start, next, after, manager } = await managedRuns();
  const run = await start(ENDLESS);
  const changed = await after(() => manager.changeSetting(run, 'learningRate', 0.0005), 'setting-changed');
  const { change } = changed;
  expect(change).toMatchObject({ name: 'learningRate', value: 0.0005 });
  const later = await next('metrics', ({ points }) => points[0]!.update > change.update);
  expect(later.points[0]!.learningRate).toBe(0.0005);
  await expect(manager.changeSetting(run, 'hiddenSize', 4)).rejects.toThrow('Hidden size can’t change during a run');
  await expect(manager.changeSetting(run, 'learningRate', -1)).rejects.toThrow('out of range');
});

test('weights are to be had while it trains, and an exported model is read back and says what it was trained on', async () => {
  const { home, start, trains, manager } = await managedRuns();
  const run = await start(ENDLESS);
  await trains(run);
  const networks = new Networks(manager, new StoredModels(join(home, 'models')));
  expect((await networks.find(run)).weights.hiddenSize).toBe(21);
  const path = join(home, 'model.safetensors');
  await networks.export(run, path);
  expect(decodeModel(await readFile(path), 'model').Whh.length).toBe(21 * 21);
  const { trained } = await new StoredModels(join(home, 'models')).open(path);
  const { text } = await manager.shelf.recordOf(run);
  expect(trained).toEqual({ text: text.name, updates: expect.any(Number) as number, bitsPerByte: null });
});

test('what cannot be saved now is kept in memory, and Resume continues with it once it can be', async () => {
  const { start, trains, brings, after, manager, fileOf } = await managedRuns();
  const run = await start({ ...ENDLESS, checkpointEvery: 50 });
  await trains(run);
  const checkpoints = fileOf(run, 'checkpoints');
  const failed = await brings(() => rename(checkpoints, `${checkpoints}-away`), 'failed', run);
  expect(failed.sentence).toMatch(/\.$/);
  const again = await brings(() => manager.resume(run), 'failed', run);
  expect(again.update).toBeGreaterThan(failed.update);
  await rename(`${checkpoints}-away`, checkpoints);
  const goesOn = await after(() => manager.resume(run), 'metrics');
  // Of many updates a second not each is told.
  expect(goesOn.points[0]!.update).toBeGreaterThan(again.update);
  const { update } = await brings(() => manager.pause(run), 'paused', run);
  expect(await readdir(checkpoints)).toContain(`${update}.safetensors`);
});

test('a run whose process died is listed as paused, with the update of its newest checkpoint', async () => {
  const { home, start, trains, manager, fileOf } = await managedRuns();
  const run = await start(ENDLESS);
  await trains(run);
  await manager.pause(run);
  await manager.shutDown();
  const file = fileOf(run, 'run.json');
  const record = JSON.parse(await readFile(file, 'utf8')) as { update: number };
  // As it is between writing a checkpoint and saying so.
  await writeFile(file, JSON.stringify({ ...record, state: 'training', update: 0 }));
  const again = await managedRuns(home);
  const [listed] = (await again.after(() => again.manager.list(), 'runs')).runs;
  expect(listed).toMatchObject({ state: 'paused', update: record.update });
  expect(listed!.sentence).toContain('This run was interrupted');
});

test('a slow run is saved by the clock too', async () => {
  const { start, next } = await managedRuns();
  const run = await start({ ...ENDLESS, checkpointEvery: 1e9, checkpointSeconds: 1 });
  const saved = await next('checkpoint-saved', (event) => event.run === run && event.update > 0);
  expect(saved.update).toBeGreaterThan(0);
});

test('a run that is open elsewhere is told so, and is neither trained, changed nor released here', async () => {
  const first = await managedRuns();
  const run = await first.start(ENDLESS);
  await first.trains(run);
  const { manager, after } = await managedRuns(first.home);
  const [listed] = (await after(() => manager.list(), 'runs')).runs;
  expect(listed).toMatchObject({
    state: 'paused',
    sentence: expect.stringContaining(`process ${process.pid}`) as string,
  });
  for (const work of [
    () => manager.resume(run),
    () => manager.goBack(run, 0, null),
    () => manager.label(run, { name: 'Other' }),
    () => manager.changeSetting(run, 'learningRate', 0.1),
    () => manager.release(run),
  ]) {
    await expect(work()).rejects.toThrow('is open in a terminal');
  }
  await first.trains(run);
});

test('folders that are no runs are passed over', async () => {
  const { manager, after, fileOf } = await managedRuns();
  await mkdir(fileOf('something'));
  await mkdir(fileOf('broken'));
  await writeFile(fileOf('broken', 'run.json'), '{');
  expect((await after(() => manager.list(), 'runs')).runs).toEqual([]);
});

test('queued runs wait, begin by themselves one after the other, and move up', async () => {
  const { text, start, told, reaches, after, manager } = await managedRuns();
  const first = await start(ENDLESS);
  const wanted = { name: 'Waiting', paths: [text] };
  const queue = (length: number) =>
    after(
      () => manager.startLater({ ...wanted, settings: smallSettings({ length }) }),
      'run-changed',
      ({ run }) => run.state === 'queued',
    ).then(({ run }) => run);
  const second = await queue(5);
  const third = await queue(6);
  expect(second).toMatchObject({ queuePlace: 1, update: 0, totalUpdates: 5 });
  expect(third.queuePlace).toBe(2);
  const ends = [reaches('finished', second.id), reaches('finished', third.id)];
  const movesUp = after(
    () => manager.stop(first),
    'run-changed',
    ({ run }) => run.id === third.id && run.queuePlace === 1,
  );
  await Promise.all([...ends, movesUp]);
  const order = told.flatMap((event) =>
    event.kind === 'run-changed' && event.run.state === 'finished' ? [event.run.id] : [],
  );
  expect([...new Set(order)]).toEqual([first, second.id, third.id]);
});

test('a queue is remembered over a restart and waits; a run can leave it', async () => {
  const before = await managedRuns();
  await before.start(ENDLESS);
  const wanted = { name: 'Waiting', paths: [before.text], settings: smallSettings({ length: 5 }) };
  await before.manager.startLater(wanted);
  await before.manager.startLater(wanted);
  await before.manager.shutDown();
  const { manager, after, next, brings, told } = await managedRuns(before.home);
  const { runs } = await after(() => manager.list(), 'runs');
  const waiting = runs.filter(({ state }) => state === 'queued');
  expect(waiting.map(({ queuePlace }) => queuePlace ?? 0).sort((one, other) => one - other)).toEqual([1, 2]);
  expect(told.some((event) => event.kind === 'metrics')).toBe(false);
  const last = waiting.find(({ queuePlace }) => queuePlace === 2)!.id;
  const first = waiting.find(({ queuePlace }) => queuePlace === 1)!.id;
  const movesUp = next('run-changed', ({ run }) => run.id === last && run.queuePlace === 1);
  expect((await brings(() => manager.takeFromQueue(first), 'paused', first)).queuePlace).toBeNull();
  await movesUp;
  await brings(() => manager.resume(last), 'finished', last);
});

test('one that cannot begin when its turn comes says why, and the next one does', async () => {
  const { home, text, start, told, reaches, manager } = await managedRuns();
  const first = await start(ENDLESS);
  const gone = join(home, 'gone.txt');
  await writeFile(gone, exampleText(9000));
  await manager.startLater({ name: 'Gone', paths: [gone], settings: smallSettings({ length: 5 }) });
  await manager.startLater({ name: 'There', paths: [text], settings: smallSettings({ length: 5 }) });
  const [second, third] = told.flatMap((event) => (event.kind === 'run-started' ? [event.run] : [])).slice(1);
  await rename(gone, join(home, 'elsewhere.txt'));
  const [fails, finishes] = [reaches('failed', second), reaches('finished', third)];
  await manager.stop(first);
  expect((await fails).sentence).toContain('"gone.txt" was not found');
  await finishes;
});

test('a text that has moved is found again; another one is refused', async () => {
  const { home, text, start, trains, after, brings, manager } = await managedRuns();
  const run = await start(ENDLESS);
  await trains(run);
  await manager.shutDown();
  await rename(text, join(home, 'moved.txt'));
  const lost = await after(() => manager.resume(run), 'text-lost');
  expect(lost.sentence).toContain('"text.txt" was not found');
  await writeFile(join(home, 'other.txt'), exampleText(20_001));
  await expect(manager.texts.locate(run, [join(home, 'other.txt')])).rejects.toThrow(
    '"other.txt" is not the text of this run',
  );
  await after(() => manager.texts.locate(run, [join(home, 'moved.txt')]), 'text-located');
  await brings(() => manager.resume(run), 'training', run);
  await trains(run);
});

test('a run goes on with a changed text where the user says so, once and always, and not with one of another length', async () => {
  const { text, start, trains, after, brings, manager, told } = await managedRuns();
  const run = await start(ENDLESS);
  await trains(run);
  await manager.pause(run);
  await writeFile(text, exampleText(20_000).fill(97, 0, 10));
  const lost = await after(() => manager.resume(run), 'text-lost');
  expect(lost).toMatchObject({
    sentence: expect.stringContaining('let the run go on with this one') as string,
    isAcceptable: true,
  });
  await after(() => manager.texts.accept(run), 'text-located');
  for (let times = 0; times < 2; times += 1) {
    await brings(() => manager.resume(run), 'training', run);
    await trains(run);
    await manager.pause(run);
  }
  expect(told.filter(({ kind }) => kind === 'text-lost').length).toBe(1);

  await writeFile(text, exampleText(20_001));
  const longer = await after(() => manager.resume(run), 'text-lost');
  expect(longer).toMatchObject({
    sentence: expect.stringContaining('it has 20,001 bytes now, and the run needs 20,000') as string,
    isAcceptable: false,
  });
  await expect(manager.texts.accept(run)).rejects.toThrow('it has 20,001 bytes now');
});

test('a run is renamed while it trains and at rest', async () => {
  const { home, start, after, manager } = await managedRuns();
  const run = await start(ENDLESS);
  const isRenamed = ({ run: told }: { run: { name: string; state: string } }) =>
    told.name === 'Another name' && told.state === 'training';
  await after(() => manager.label(run, { name: 'Another name' }), 'run-changed', isRenamed);
  await manager.shutDown();
  await manager.label(run, { name: 'A third one' });
  const again = await managedRuns(home);
  const listed = await again.after(() => again.manager.list(), 'runs');
  expect(listed.runs[0]!.name).toBe('A third one');
});

test('hundreds of runs are reported in parts, the newest first', async () => {
  const { start, told, manager, fileOf } = await managedRuns();
  const run = await start({ length: 3 });
  await manager.shutDown();
  const record = await readFile(fileOf(run, 'run.json'), 'utf8');
  for (let index = 0; index < 200; index++) {
    const copy = newRunId('Copy', Date.UTC(2020, 0, 1, 0, index));
    await mkdir(fileOf(copy));
    await writeFile(fileOf(copy, 'run.json'), record);
  }
  await manager.list();
  const parts = told.flatMap((event) => (event.kind === 'runs' ? [event] : []));
  expect(parts.length).toBeGreaterThan(2);
  expect([parts[0]!.isFirst, parts.at(-1)!.isLast, parts[0]!.runs[0]!.id]).toEqual([true, true, run]);
  expect(new Set(parts.flatMap(({ runs }) => runs.map(({ id }) => id))).size).toBe(201);
});

test('a run’s folder from elsewhere is copied into the list and continues there; what is no run is refused', async () => {
  const { home, start, trains, brings, manager, fileOf } = await managedRuns();
  const run = await start(ENDLESS);
  await trains(run);
  await manager.shutDown();
  const elsewhere = join(home, 'elsewhere');
  await rename(fileOf(run), elsewhere);
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const imported = await importRun(elsewhere, join(home, 'runs'), options);
  await manager.tell(imported);
  await brings(() => manager.resume(imported), 'training', imported);
  await trains(imported);
  await expect(importRun(home, join(home, 'runs'), options)).rejects.toThrow('is not a run');
  await expect(importRun(fileOf(imported), join(home, 'runs'), options)).rejects.toThrow('is already in the list');
  const stopped = { ...options, signal: AbortSignal.abort() };
  const further = await readRecord(runFolder(elsewhere));
  await writeRecord(runFolder(elsewhere), { ...further, elapsedMs: further.elapsedMs + 1 });
  await expect(importRun(elsewhere, join(home, 'runs'), stopped)).rejects.toThrow('aborted');
  expect(await readdir(join(home, 'runs'))).toEqual([imported]);
});
