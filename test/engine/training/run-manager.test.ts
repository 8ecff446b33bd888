import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Settings } from '../../../src-engine/hyperparameters';
import { ModelShelf } from '../../../src-engine/model-shelf';
import { Networks } from '../../../src-engine/networks';
import { decodeModel } from '../../../src-engine/model/model-file';
import type { EngineEvent, RunSummary } from '../../../src-engine/protocol';
import { RunManager } from '../../../src-engine/training/run-manager';
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
  const until = <K extends Kind>(kind: K, fits: (event: Of<K>) => boolean = () => true): Promise<Of<K>> =>
    new Promise((resolve) => {
      const look = () => {
        const found = told.find((event): event is Of<K> => event.kind === kind && fits(event as Of<K>));
        if (!found) return;
        watchers.delete(look);
        resolve(found);
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
  const { start, until, reaches, manager } = await managed();
  const first = await start(LONG);
  await until('metrics');
  const second = await start(LONG);
  await reaches('paused', first);
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
