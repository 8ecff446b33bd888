// Going back to a checkpoint, and the way out of a divergence, with real lane workers.
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Settings } from '../../../src-engine/hyperparameters';
import { readRecord } from '../../../src-engine/run-files/run-folder';
import { sentenceOnHolder } from '../../../src-engine/run-files/run-lock';
import { createRun } from '../../../src-engine/runs/open-run';
import { restAfterDivergence } from '../../../src-engine/runs/rest-after-divergence';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';
import { ENDLESS, managedRuns } from './managed-runs';

/** A manager whose runs are begun and waited for until they rest. */
async function resting() {
  const { manager, next, start: begin, fileOf } = await managedRuns();
  const start = async (settings: Partial<Settings>) => {
    const rests = next('run-changed', ({ run }) => run.state !== 'training');
    await begin(settings);
    return (await rests).run;
  };
  return { manager, next, start, fileOf };
}

test('going back cuts the run and trains on from there, to the same weights as if nothing had been', async () => {
  const { manager, next, start, fileOf } = await resting();
  const { id } = await start({ length: 60, checkpointEvery: 10, validationEvery: 20 });
  const last = fileOf(id, 'checkpoints', '60.safetensors');
  const before = await readFile(last);
  const history = next('history');
  const ended = next('run-changed', ({ run }) => run.state === 'finished');
  await expect(manager.goBack(id, 31, null)).rejects.toThrow('no longer exists');
  const kept = (await readdir(fileOf(id, 'checkpoints'))).map((name) => Number.parseInt(name, 10));
  const target = Math.max(...kept.filter((update) => update < 50));
  await manager.goBack(id, target, null);
  const cut = await history;
  expect(cut.metrics.at(-1)!.update).toBe(target);
  expect(cut.validations.every(({ update }) => update <= target)).toBe(true);
  expect(cut.marks).toEqual([{ update: target, kind: 'back', from: 60 }]);
  await ended;
  const tensors = (file: Buffer) => file.subarray(8 + Number(file.readBigUInt64LE(0)));
  expect(tensors(await readFile(last)).equals(tensors(before))).toBe(true);
});

test('an absurd learning rate pauses the run with a reason, and the way out trains on with half of it', async () => {
  const { manager, next, start } = await resting();
  const run = await start({ ...ENDLESS, learningRate: 5, checkpointEvery: 20 });
  expect(run.state).toBe('paused');
  expect(run.sentence).toMatch(/^Training diverged at update \d/);
  expect(run.divergence).toMatchObject({ learningRate: 2.5 });
  const { checkpoint, learningRate } = run.divergence!;
  const goesOn = next('metrics', ({ points }) => points[0]!.update > checkpoint!);
  await manager.goBack(run.id, checkpoint!, learningRate);
  expect((await goesOn).points[0]).toMatchObject({ update: checkpoint! + 1, learningRate: 2.5 });
});

test('others may open a diverged run only when its record says how it rests', async () => {
  const home = await temporaryFolder();
  const text = join(home, 'text.txt');
  await writeFile(text, exampleText(20_000));
  const wanted = { folder: join(home, 'run'), name: 'Diverged', paths: [text], settings: smallSettings() };
  const run = await createRun(FILES, wanted, {});
  await run.train(20);
  const { folder } = run.storage;
  const close = run.close.bind(run);
  let atClosing: Awaited<ReturnType<typeof readRecord>> | null = null;
  run.close = async () => {
    atClosing ??= await readRecord(folder);
    await close();
  };
  await restAfterDivergence(run, 'Training diverged.');
  expect(atClosing).toMatchObject({ state: 'paused', sentence: 'Training diverged.', divergence: { update: 20 } });
  expect(await sentenceOnHolder(folder.path)).toBeNull();
});

test('checkpoints are reported with their validations and sizes; one with a note is kept', async () => {
  const { manager, next, start, fileOf } = await resting();
  const { id } = await start({ length: 200, checkpointEvery: 20, validationEvery: 20 });
  const told = next('checkpoints');
  await manager.past.tellCheckpoints(id);
  const { checkpoints, otherBytes } = await told;
  expect(checkpoints.map(({ update }) => update)).toContain(200);
  expect(checkpoints.filter(({ isBest }) => isBest).length).toBe(1);
  expect(checkpoints.at(-1)!.bitsPerByte).toBeGreaterThan(0);
  const { size } = await stat(fileOf(id, 'checkpoints', '200.safetensors'));
  expect(checkpoints.at(-1)!.bytes).toBe(size);
  expect(otherBytes).toBeGreaterThan(0);
  const noted = next('checkpoints');
  await manager.past.noteCheckpoint(id, 200, ' first words ');
  expect((await noted).checkpoints.at(-1)!.note).toBe('first words');
  await expect(manager.past.noteCheckpoint(id, 7, 'x')).rejects.toThrow('no longer exists');
});
