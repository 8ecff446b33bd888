import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Settings } from '../../../src-engine/hyperparameters';
import { ModelShelf } from '../../../src-engine/networks/model-shelf';
import { Networks } from '../../../src-engine/networks/networks';
import { decodeModel } from '../../../src-engine/model/model-file';
import type { EngineEvent, RunSummary } from '../../../src-engine/protocol/messages';
import { importRun } from '../../../src-engine/runs/import-run';
import { newRunId } from '../../../src-engine/run-files/run-folder';
import { RunManager } from '../../../src-engine/runs/run-manager';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';

type Kind = EngineEvent['kind'];
type Of<K extends Kind> = Extract<EngineEvent, { kind: K }>;

/** A manager over a folder of its own, with what it has told and a way to wait for more. */
async function managed(folder?: string) {
  const home = folder ?? (await temporaryFolder());
  const text = join(home, 'text.txt');
  if (folder === undefined) await writeFile(text, exampleText(20_000));
  const told: EngineEvent[] = [];
  const watchers = new Set<() => void>();
  const emit = (event: EngineEvent) => {
    told.push(event);
    for (const look of [...watchers]) look();
  };
  const manager = new RunManager({
    files: FILES,
    runsPath: join(home, 'runs'),
    emit,
    writeSample: () => Promise.resolve('words'),
  });
  onTestFinished(() => manager.shutDown().catch(() => undefined));
  let heard = 0;
  /** The first that fits after what the last call found, so that no wait is over before its cause. */
  const until = <K extends Kind>(kind: K, fits: (event: Of<K>) => boolean = () => true): Promise<Of<K>> =>
    new Promise((resolve) => {
      const look = () => {
        const at = told.findIndex((event, index) => index >= heard && event.kind === kind && fits(event as Of<K>));
        if (at < 0) return;
        heard = at + 1;
        watchers.delete(look);
        resolve(told[at] as Of<K>);
      };
      watchers.add(look);
      look();
    });
  const reaches = (state: RunSummary['state'], run?: string) =>
    until('run-changed', ({ run: summary }) => summary.state === state && (run === undefined || summary.id === run));
  const start = async (settings: Partial<Settings>) => {
    const before = told.length;
    await manager.start({ name: 'My text', paths: [text], settings: smallSettings(settings) });
    return told.slice(before).find((event) => event.kind === 'run-started')!.run;
  };
  return { home, manager, told, until, reaches, start };
}

const LONG = { length: 1_000_000 };

test('a run trains, tells its metrics, validations and samples, and is finished', async () => {
  const { start, told, reaches } = await managed();
  const run = await start({ length: 40, validationEvery: 20, sampleEvery: 20 });
  const { run: summary } = await reaches('finished', run);
  expect(summary).toMatchObject({ update: 40, totalUpdates: 40, name: 'My text', textBytes: 20_000 });
  const points = told.flatMap((event) => (event.kind === 'metrics' ? event.points : []));
  expect(points.map(({ update }) => update)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  expect(told.filter(({ kind }) => kind === 'validation').length).toBe(2);
  expect(told.filter(({ kind }) => kind === 'sample').length).toBe(2);
});

test('a paused run goes on where it was, after a restart of the engine too', async () => {
  const first = await managed();
  const run = await first.start(LONG);
  await first.until('metrics');
  await first.manager.pause(run);
  const { update } = (await first.reaches('paused', run)).run;
  await first.manager.shutDown();
  const second = await managed(first.home);
  await second.manager.list();
  expect((await second.until('runs')).runs[0]).toMatchObject({ id: run, state: 'paused', update });
  await second.manager.resume(run);
  expect((await second.until('metrics')).points[0]!.update).toBe(update + 1);
});

test('one run trains at a time: starting another pauses and saves the first', async () => {
  const { home, start, until, reaches, manager } = await managed();
  const first = await start(LONG);
  await until('metrics');
  const second = await start(LONG);
  const { run: paused } = await reaches('paused', first);
  expect(paused.update).toBeGreaterThan(0);
  const checkpoints = await readdir(join(home, 'runs', first, 'checkpoints'));
  expect(checkpoints).toContain(`${paused.update}.safetensors`);
  await reaches('training', second);
  await manager.resume(first);
  await reaches('paused', second);
});

test('a live setting changes while the run trains, others say why they cannot', async () => {
  const { start, until, manager } = await managed();
  const run = await start(LONG);
  await manager.changeSetting(run, 'learningRate', 0.0005);
  const { change } = await until('setting-changed');
  expect(change).toMatchObject({ name: 'learningRate', value: 0.0005 });
  const later = await until('metrics', ({ points }) => points[0]!.update > change.update);
  expect(later.points[0]!.learningRate).toBe(0.0005);
  await expect(manager.changeSetting(run, 'hiddenSize', 4)).rejects.toThrow(
    'Hidden size cannot change while a run trains',
  );
  await expect(manager.changeSetting(run, 'learningRate', -1)).rejects.toThrow('out of range');
});

test('weights are to be had while it trains, and an exported model is read back', async () => {
  const { home, start, until, manager } = await managed();
  const run = await start(LONG);
  await until('metrics');
  const networks = new Networks(manager, new ModelShelf(join(home, 'models')));
  expect((await networks.find(run)).weights.hiddenSize).toBe(21);
  const path = join(home, 'model.safetensors');
  await networks.export(run, path);
  expect(decodeModel(await readFile(path), 'model').Whh.length).toBe(21 * 21);
});

test('what cannot be saved now is kept in memory, and Resume goes on with it once it can be', async () => {
  const { home, start, until, reaches, manager, told } = await managed();
  const run = await start({ ...LONG, checkpointEvery: 50 });
  await until('metrics');
  const checkpoints = join(home, 'runs', run, 'checkpoints');
  await rename(checkpoints, `${checkpoints}-away`);
  const { run: failed } = await reaches('failed', run);
  expect(failed.sentence).toMatch(/\.$/);
  const reached = failed.update;
  await manager.resume(run);
  await until('run-changed', (event) => event.run.state === 'failed' && event.run.update > reached);
  await rename(`${checkpoints}-away`, checkpoints);
  const before = told.length;
  await manager.resume(run);
  await until('metrics', (event) => told.indexOf(event) > before);
  await manager.pause(run);
  const summary = (await reaches('paused', run)).run;
  expect(summary.update).toBeGreaterThan(reached);
});

test('a run whose process died is listed as paused, with its last checkpoint’s update', async () => {
  const { home, start, until, manager } = await managed();
  const run = await start(LONG);
  await until('metrics');
  await manager.pause(run);
  await manager.shutDown();
  const file = join(home, 'runs', run, 'run.json');
  const record = JSON.parse(await readFile(file, 'utf8')) as { update: number };
  await writeFile(file, JSON.stringify({ ...record, state: 'training' }));
  const again = await managed(home);
  await again.manager.list();
  const [listed] = (await again.until('runs')).runs;
  expect(listed).toMatchObject({ state: 'paused', update: record.update });
  expect(listed!.sentence).toContain('It was interrupted');
});

test('folders that are no runs are passed over', async () => {
  const { home, manager, until } = await managed();
  await mkdir(join(home, 'runs', 'something'), { recursive: true });
  await mkdir(join(home, 'runs', 'broken'));
  await writeFile(join(home, 'runs', 'broken', 'run.json'), '{');
  await manager.list();
  expect((await until('runs')).runs).toEqual([]);
});

test('queued runs wait, begin by themselves one after the other, and move up', async () => {
  const { home, start, told, reaches, manager } = await managed();
  const first = await start(LONG);
  const wanted = { name: 'Waiting', paths: [join(home, 'text.txt')] };
  await manager.startLater({ ...wanted, settings: smallSettings({ length: 5 }) });
  await manager.startLater({ ...wanted, settings: smallSettings({ length: 6 }) });
  const [second, third] = told.flatMap((event) => (event.kind === 'run-started' ? [event.run] : [])).slice(1);
  expect((await reaches('queued', second)).run).toMatchObject({ queuePlace: 1, update: 0, totalUpdates: 5 });
  expect((await reaches('queued', third)).run.queuePlace).toBe(2);
  await manager.stop(first);
  await reaches('finished', second);
  await reaches('finished', third);
  const order = told.flatMap((event) =>
    event.kind === 'run-changed' && event.run.state === 'finished' ? [event.run.id] : [],
  );
  expect([...new Set(order)]).toEqual([first, second, third]);
});

test('a queue is remembered over a restart and waits; a run can leave it', async () => {
  const before = await managed();
  await before.start(LONG);
  const wanted = { name: 'Waiting', paths: [join(before.home, 'text.txt')], settings: smallSettings({ length: 5 }) };
  await before.manager.startLater(wanted);
  await before.manager.startLater(wanted);
  await before.manager.shutDown();
  const { manager, until, reaches, told } = await managed(before.home);
  await manager.list();
  const waiting = (await until('runs')).runs.filter(({ state }) => state === 'queued');
  expect(waiting.map(({ queuePlace }) => queuePlace).sort()).toEqual([1, 2]);
  expect(told.some((event) => event.kind === 'metrics')).toBe(false);
  const last = waiting.find(({ queuePlace }) => queuePlace === 2)!.id;
  const first = waiting.find(({ queuePlace }) => queuePlace === 1)!.id;
  await manager.takeFromQueue(first);
  expect((await reaches('paused', first)).run.queuePlace).toBeNull();
  await until('run-changed', ({ run }) => run.id === last && run.queuePlace === 1);
  await manager.resume(last);
  await reaches('finished', last);
});

test('one that cannot begin when its turn comes says why, and the next one does', async () => {
  const { home, start, told, reaches, manager } = await managed();
  const first = await start(LONG);
  const gone = join(home, 'gone.txt');
  await writeFile(gone, exampleText(9000));
  await manager.startLater({ name: 'Gone', paths: [gone], settings: smallSettings({ length: 5 }) });
  await manager.startLater({ name: 'There', paths: [join(home, 'text.txt')], settings: smallSettings({ length: 5 }) });
  const [second, third] = told.flatMap((event) => (event.kind === 'run-started' ? [event.run] : [])).slice(1);
  await rename(gone, join(home, 'elsewhere.txt'));
  await manager.stop(first);
  expect((await reaches('failed', second)).run.sentence).toContain('"gone.txt" is not there');
  await reaches('finished', third);
});

test('a text that has moved is found again; another one is refused', async () => {
  const { home, start, until, reaches, manager } = await managed();
  const run = await start(LONG);
  await until('metrics');
  await manager.shutDown();
  await rename(join(home, 'text.txt'), join(home, 'moved.txt'));
  await manager.resume(run);
  expect((await until('text-lost')).sentence).toContain('"text.txt" is not there');
  await writeFile(join(home, 'other.txt'), exampleText(20_001));
  await expect(manager.locateText(run, [join(home, 'other.txt')])).rejects.toThrow(
    '"other.txt" is not the text that the run was begun with',
  );
  await manager.locateText(run, [join(home, 'moved.txt')]);
  await until('text-located');
  await manager.resume(run);
  expect((await reaches('training', run)).run.id).toBe(run);
});

test('a run is renamed while it trains and at rest', async () => {
  const { home, start, until, manager } = await managed();
  const run = await start(LONG);
  await manager.rename(run, 'Another name');
  await until('run-changed', ({ run: told }) => told.name === 'Another name' && told.state === 'training');
  await manager.shutDown();
  await manager.rename(run, 'A third one');
  const again = await managed(home);
  await again.manager.list();
  expect((await again.until('runs')).runs[0]!.name).toBe('A third one');
});

test('hundreds of runs are told in parts, the newest first', async () => {
  const { home, start, told, manager } = await managed();
  const run = await start({ length: 3 });
  await manager.shutDown();
  const record = await readFile(join(home, 'runs', run, 'run.json'), 'utf8');
  for (let index = 0; index < 200; index++) {
    const folder = join(home, 'runs', newRunId('Copy', Date.UTC(2020, 0, 1, 0, index)));
    await mkdir(folder);
    await writeFile(join(folder, 'run.json'), record);
  }
  await manager.list();
  const parts = told.filter((event): event is Of<'runs'> => event.kind === 'runs');
  expect(parts.length).toBeGreaterThan(2);
  expect([parts[0]!.isFirst, parts.at(-1)!.isLast, parts[0]!.runs[0]!.id]).toEqual([true, true, run]);
  expect(new Set(parts.flatMap(({ runs }) => runs.map(({ id }) => id))).size).toBe(201);
});

test('a run’s folder from elsewhere is copied into the list and goes on there; what is no run is refused', async () => {
  const { home, start, until, reaches, manager } = await managed();
  const run = await start(LONG);
  await until('metrics');
  await manager.shutDown();
  const elsewhere = join(home, 'elsewhere');
  await rename(join(home, 'runs', run), elsewhere);
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const imported = await importRun(elsewhere, join(home, 'runs'), options);
  await manager.tell(imported);
  await manager.resume(imported);
  await reaches('training', imported);
  await expect(importRun(home, join(home, 'runs'), options)).rejects.toThrow('is not a run');
  await expect(importRun(join(home, 'runs', imported), join(home, 'runs'), options)).rejects.toThrow(
    'is in the list already',
  );
  const stopped = { ...options, signal: AbortSignal.abort() };
  await expect(importRun(elsewhere, join(home, 'runs'), stopped)).rejects.toThrow('aborted');
  expect(await readdir(join(home, 'runs'))).toEqual([imported]);
});
