// A handover's folder: the run as its newest checkpoint has it, or one that goes on from it; whole, or nothing.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runFolderIn } from '../../../src-engine/handover/returned-run';
import { writeHandover, type HandoverOptions } from '../../../src-engine/handover/write-handover';
import type { Settings } from '../../../src-engine/hyperparameters';
import { readNewestCheckpoint } from '../../../src-engine/run-files/checkpoints';
import { readRecord, runFolder } from '../../../src-engine/run-files/run-folder';
import { continueRun, createRun } from '../../../src-engine/runs/open-run';
import { BUILT, exampleText, FILES, smallSettings, temporaryFolder } from '../built-engine';

const ASSETS = new URL('handover/', BUILT);

async function trainedRun(chosen: Partial<Settings> = {}) {
  const folder = await temporaryFolder();
  const text = join(folder, 'a *very* odd `name`.txt');
  writeFileSync(text, exampleText(6000));
  const path = join(folder, 'run');
  const wanted = { folder: path, name: 'a *very* odd `name`.txt', paths: [text], settings: smallSettings(chosen) };
  const run = await createRun(FILES, wanted, {});
  await run.train(20);
  await run.close();
  const out = join(folder, 'out');
  const write = (options: Partial<HandoverOptions> = {}) => writeHandover(ASSETS, runFolder(path), { out, ...options });
  return { folder, path, text, out, write };
}

/** What stands in the folder that was handed over. */
async function handed(out: string) {
  const folder = runFolder(join(out, 'run'));
  const record = await readRecord(folder);
  const newest = await readNewestCheckpoint(folder, record);
  if (!newest) throw new Error('There is no checkpoint.');
  return { folder, record, checkpoint: newest.checkpoint };
}

async function goesOn(out: string, update: number): Promise<void> {
  const run = await continueRun(FILES, join(out, 'run'), {});
  try {
    expect(await run.train(update)).toBe('stopped');
    expect(run.lossNats).toBeLessThan(6);
  } finally {
    await run.close();
  }
}

test('it holds the run byte for byte, and explains itself', async () => {
  const { path, out, write } = await trainedRun();
  mkdirSync(out);
  expect(await write()).toEqual({ folder: out, update: 20, sentences: [] });
  expect(readdirSync(out).sort()).toEqual(['README.md', 'run', 'slurm.sh', 'train.py']);
  for (const file of ['checkpoints/20.safetensors', 'metrics.jsonl']) {
    expect(readFileSync(join(out, 'run', file))).toEqual(readFileSync(join(path, file)));
  }
  const readme = readFileSync(join(out, 'README.md'), 'utf8');
  expect(readme).toContain('# a very odd name .txt, continued in PyTorch');
  expect(readme).not.toMatch(/\{\{|`name`/);
  expect(readFileSync(join(out, 'slurm.sh'), 'utf8')).toContain('#SBATCH --job-name=a-very-odd-name-txt');
  expect(await runFolderIn(out)).toBe(join(out, 'run'));
  expect(await runFolderIn(path)).toBe(path);
  await goesOn(out, 25);
});

test('the text comes along as one file where that is asked for', async () => {
  const { text, out, write } = await trainedRun();
  const shares: number[] = [];
  await write({ copiesText: true, onProgress: (share) => shares.push(share) });
  expect(readFileSync(join(out, 'text', 'text.txt'))).toEqual(readFileSync(text));
  expect(shares.at(-1)).toBe(1);
});

test('with more lanes it is a new run with the weights, the moments and the schedule of this one', async () => {
  const { path, out, write } = await trainedRun({ schedule: 'cosine' });
  await write({ lanes: 9 });
  const { record, checkpoint } = await handed(out);
  const before = await readNewestCheckpoint(runFolder(path), await readRecord(runFolder(path)));
  expect(checkpoint.weights.Whh).toEqual(before?.checkpoint.weights.Whh);
  expect(checkpoint.moments).toEqual(before?.checkpoint.moments);
  expect(record).toMatchObject({ update: 0, settings: { lanes: 9 }, origin: { updates: 20 } });
  expect(record.origin?.shareDone).toBeCloseTo(20 / 60);
  expect(record.name).toContain('(9 lanes)');
  await goesOn(out, 5);
});

test('a wider network begins its optimizer again and goes on with the schedule', async () => {
  const { out, write } = await trainedRun({ averaging: 10 });
  const { sentences } = await write({ hiddenSize: 30, length: { length: 100, lengthUnit: 'updates' } });
  expect(sentences.join()).toContain('The wider network computes what the old one did');
  const { record, checkpoint } = await handed(out);
  expect(record).toMatchObject({
    settings: { hiddenSize: 30, length: 100 },
    origin: { updates: 0 },
    totalUpdates: 100,
  });
  expect(checkpoint.moments.every(({ values }) => values.Whh.every((value) => value === 0))).toBe(true);
  await goesOn(out, 5);
});

test('from scratch it begins from initial weights', async () => {
  const { out, write } = await trainedRun();
  await write({ fromScratch: true, hiddenSize: 12 });
  const { record, checkpoint } = await handed(out);
  expect([record.origin, checkpoint.weights.hiddenSize, checkpoint.weights.Whh[0]]).toEqual([null, 12, 0.5]);
  await goesOn(out, 5);
});

test('a run that is over says so, and what to do', async () => {
  const { write } = await trainedRun({ length: 20 });
  expect((await write()).sentences.join()).toContain('has done all of its 20 updates. Give it more with --updates');
});

test('what cannot be is refused in a sentence, and leaves nothing', async () => {
  const { folder, out, path, write } = await trainedRun();
  const before = readdirSync(folder).sort();
  await expect(write({ hiddenSize: 12 })).rejects.toThrow(
    'The run has 21 hidden units and can go on with more, not with 12.',
  );
  await expect(write({ hiddenSize: 9999 })).rejects.toThrow('out of range');
  await expect(write({ out: path })).rejects.toThrow('"run" is not empty. Choose a new folder.');
  const stop = new AbortController();
  const stopped = write({ copiesText: true, signal: stop.signal, onProgress: () => stop.abort() });
  await expect(stopped).rejects.toThrow();
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(before);
});
