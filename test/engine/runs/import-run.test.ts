// Tests that a run's folder comes into the list whole and ready to go on, or not at all with a sentence that says why.
import { chmod, cp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockRun } from '../../../src-engine/run-files/run-lock';
import { readRecord, runFolder, writeRecord } from '../../../src-engine/run-files/run-folder';
import { importRun } from '../../../src-engine/runs/import-run';
import { continueRun, createRun } from '../../../src-engine/runs/open-run';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';

/** A run of eight updates with a checkpoint of every second one, as it came from somewhere else. */
async function runFromElsewhere() {
  const home = await temporaryFolder();
  const text = join(home, 'text.txt');
  await writeFile(text, exampleText(2000));
  const settings = smallSettings({ hiddenSize: 5, lanes: 2, truncation: 4, length: 8, threads: 1, checkpointEvery: 2 });
  const folder = join(home, 'elsewhere');
  const run = await createRun(FILES, { folder, name: 'Whale', paths: [text], settings }, {});
  await run.train();
  await run.close();
  const runs = join(home, 'runs');
  const notices: string[] = [];
  const take = () =>
    importRun(folder, runs, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onNotice: (sentence) => notices.push(sentence),
    });
  const checkpoints = async () =>
    (await readdir(join(folder, 'checkpoints'))).map((name) => join(folder, 'checkpoints', name));
  return { home, folder, runs, take, notices, checkpoints };
}

const listed = (runs: string) => readdir(runs).catch(() => []);

test('it is there with every byte of its files, and its own are as they were', async () => {
  const { folder, runs, take, notices } = await runFromElsewhere();
  const before = await readdir(folder, { recursive: true });
  const id = await take();
  const copied = await readdir(join(runs, id), { recursive: true });
  expect(copied.toSorted()).toEqual(before.toSorted());
  for (const name of ['metrics.jsonl', join('checkpoints', '8.safetensors')])
    expect((await readFile(join(runs, id, name))).equals(await readFile(join(folder, name)))).toBe(true);
  expect(await readdir(folder, { recursive: true })).toEqual(before);
  expect([await listed(runs), notices]).toEqual([[id], []]);
});

test('from a disk that can only be read it can be written to, and goes on', async () => {
  const { folder, runs, take } = await runFromElsewhere();
  for (const name of await readdir(folder)) if (name.endsWith('l')) await chmod(join(folder, name), 0o444);
  const id = await take();
  const path = join(runs, id);
  // Root may write to what is read-only.
  expect((await stat(join(path, 'metrics.jsonl'))).mode & 0o200).toBe(0o200);
  const record = await readRecord(runFolder(path));
  await writeFile(
    join(path, 'run.json'),
    JSON.stringify({ ...record, settings: { ...record.settings, length: 12 }, state: 'paused' }),
  );
  const again = await continueRun(FILES, path, {});
  await again.train();
  await again.close();
  expect((await readRecord(runFolder(path))).update).toBe(12);
});

test('one that is open elsewhere is refused by its holder’s name, and taken once it is closed', async () => {
  const { folder, runs, take } = await runFromElsewhere();
  const lock = await lockRun(folder);
  await expect(take()).rejects.toThrow(`The run in "elsewhere" is open in a terminal (process ${process.pid})`);
  expect(await listed(runs)).toEqual([]);
  await lock.release();
  const id = await take();
  const locks = (await readdir(join(runs, id))).concat(await readdir(folder)).filter((name) => name.includes('lock'));
  expect([await listed(runs), locks]).toEqual([[id], []]);
});

test('one whose newest checkpoint is damaged goes on from the one before, and says so', async () => {
  const { folder, runs, take, notices } = await runFromElsewhere();
  await truncate(join(folder, 'checkpoints', '8.safetensors'), 1000);
  expect(await listed(runs)).not.toContain(await take());
  expect(notices).toEqual(['The checkpoint of update 8 is damaged, so that of update 6 is used.']);
});

test.each<[string, (parts: Awaited<ReturnType<typeof runFromElsewhere>>) => Promise<void>, RegExp]>([
  [
    'every checkpoint is damaged',
    async ({ checkpoints }) => {
      for (const path of await checkpoints()) await writeFile(path, 'x');
    },
    /^No checkpoint of "elsewhere" can be used\. Of the newest: "8\.safetensors" is not a complete/,
  ],
  [
    'no checkpoint came along',
    async ({ folder }) => rm(join(folder, 'checkpoints'), { recursive: true }),
    /^"elsewhere" has no checkpoint, so the run cannot go on\. Copy the whole folder/,
  ],
  [
    'the checkpoints are another run’s',
    async ({ folder, checkpoints }) => {
      const record = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')) as { settings: object };
      expect((await checkpoints()).length).toBeGreaterThan(1);
      const settings = { ...record.settings, hiddenSize: 6 };
      await writeFile(join(folder, 'run.json'), JSON.stringify({ ...record, settings }));
    },
    /^No checkpoint of "elsewhere" can be used\. Of the newest: "8\.safetensors" /,
  ],
  [
    'its record is damaged',
    async ({ folder }) => writeFile(join(folder, 'run.json'), '{"name":'),
    /run\.json of "elsewhere" is damaged/,
  ],
])('where %s it is refused, and nothing is left behind', async (_, harm, wanted) => {
  const parts = await runFromElsewhere();
  await harm(parts);
  await expect(parts.take()).rejects.toThrow(wanted);
  expect(await listed(parts.runs)).toEqual([]);
});

test('a copy of its folder that was made while it was open counts as closed', async () => {
  const { home, folder, runs } = await runFromElsewhere();
  const lock = await lockRun(folder);
  const copy = join(home, 'copy');
  await cp(folder, copy, { recursive: true });
  await lock.release();
  const id = await importRun(copy, runs, { signal: new AbortController().signal, onProgress: () => undefined });
  expect(await listed(runs)).toEqual([id]);
});

test('it is taken once as it stands, whatever it was renamed to, and again when it has gone on', async () => {
  const { folder, runs, take } = await runFromElsewhere();
  const id = await take();
  const copied = await readRecord(runFolder(join(runs, id)));
  await writeRecord(runFolder(join(runs, id)), { ...copied, name: 'Moby' });
  await expect(take()).rejects.toThrow('"elsewhere" is already in the list, as "Moby". Choose another run folder.');
  expect(await listed(runs)).toEqual([id]);
  const further = await readRecord(runFolder(folder));
  await writeRecord(runFolder(folder), { ...further, elapsedMs: further.elapsedMs + 1 });
  expect(await listed(runs)).not.toContain(await take());
});
