// One writer at a time for a run, whoever the others are and however the last one ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, readdir, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { needs } from '../../needs';
import { createRunFolder, inNewRunFolder } from '../../../src-engine/run-files/run-folder';
import { lockRun, sentenceOnHolder, withRunLock } from '../../../src-engine/run-files/run-lock';
import { temporaryFolder } from '../built-engine';

/** So long a lock is watched where nothing will change it. */
const SHORT_MS = 100;

const locksIn = async (folder: string) => (await readdir(folder)).filter((name) => name.startsWith('run.lock'));

/** The lock of another process or computer, as this one's with something exchanged. */
async function leaveLock(folder: string, facts: Record<string, unknown>): Promise<string> {
  const lock = await lockRun(folder);
  const path = join(folder, (await locksIn(folder))[0]!);
  const holder = JSON.parse(await readFile(path, 'utf8')) as object;
  await lock.release();
  await writeFile(path, JSON.stringify({ ...holder, ...facts }));
  return path;
}

test('a second one is refused by the holder’s name, and may have it once it is released', async () => {
  const folder = await temporaryFolder();
  const lock = await lockRun(folder);
  await expect(lockRun(folder)).rejects.toThrow(`is open in a terminal (process ${process.pid}). Close it there`);
  expect(await sentenceOnHolder(folder)).toContain(`process ${process.pid}`);
  await lock.release();
  expect(await sentenceOnHolder(folder)).toBeNull();
  await withRunLock(folder, () => Promise.resolve());
  expect(await locksIn(folder)).toEqual([]);
});

test('of many at once exactly one gets it, also past a lock that a crash has left', async () => {
  const folder = await temporaryFolder();
  await leaveLock(folder, { processStart: '1' });
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => lockRun(folder)));
  expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  expect((await locksIn(folder)).length).toBe(1);
});

test('a killed process releases it at once', async () => {
  const folder = await temporaryFolder();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  onTestFinished(() => void child.kill('SIGKILL'));
  const start = await readFile(`/proc/${child.pid}/stat`, 'utf8').then(
    (text) => text.slice(text.lastIndexOf(')') + 2).split(' ')[19],
    () => null,
  );
  await leaveLock(folder, { processId: child.pid, processStart: start });
  await expect(lockRun(folder)).rejects.toThrow(`process ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await lockRun(folder)).release();
});

test('a lock of another computer is watched: while it beats it holds, when it does not it is a crash’s', async () => {
  const folder = await temporaryFolder();
  const path = await leaveLock(folder, { place: 'elsewhere', host: 'attic' });
  const beat = setInterval(() => void utimes(path, new Date(), new Date()), 100);
  onTestFinished(() => clearInterval(beat));
  await expect(lockRun(folder)).rejects.toThrow('on attic)');
  clearInterval(beat);
  await (await lockRun(folder, SHORT_MS)).release();
  expect(await locksIn(folder)).toEqual([]);
});

test('who has lost it, as one that did not answer may, hears of it before writing', async () => {
  const folder = await temporaryFolder();
  const lock = await lockRun(folder);
  await lock.check();
  await rename(join(folder, 'run.lock-1'), join(folder, 'away'));
  await leaveLock(folder, { host: 'attic' });
  await expect(lock.check()).rejects.toThrow('on attic)');
});

test('a lock that somebody tidied away is made again', async () => {
  const folder = await temporaryFolder();
  const lock = await lockRun(folder);
  await rename(join(folder, 'run.lock-1'), join(folder, 'away'));
  await lock.check();
  await expect(lockRun(folder)).rejects.toThrow('is open in');
  await lock.release();
});

test('a copy of a locked folder is not locked', async (context) => {
  needs(context, 'linux');
  const home = await temporaryFolder();
  const { folder, lock } = await createRunFolder(join(home, 'run'));
  await cp(folder.path, join(home, 'copy'), { recursive: true });
  await (await lockRun(join(home, 'copy'))).release();
  await lock.release();
});

test.each(['', '{', 'null', '{"token":1}'])('a lock file that holds %j stops nobody for long', async (text) => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'run.lock-3'), text);
  await (await lockRun(folder, SHORT_MS)).release();
});

test('starts in the same millisecond get folders of their own', async () => {
  const home = await temporaryFolder();
  const made = await Promise.all(
    Array.from({ length: 20 }, () => inNewRunFolder(home, 'text', ({ id }) => Promise.resolve(id))),
  );
  expect(new Set(made).size).toBe(20);
  expect((await readdir(home)).length).toBe(20);
});

test('a start that fails leaves no folder', async () => {
  const home = await temporaryFolder();
  await expect(inNewRunFolder(home, 'text', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(home)).toEqual([]);
});

test('a folder with another run’s checkpoints or logs is not taken for a new run', async () => {
  const home = await temporaryFolder();
  const { folder, lock } = await createRunFolder(join(home, 'run'));
  await lock.release();
  await (await createRunFolder(folder.path)).lock.release();
  await writeFile(join(folder.checkpointsPath, '40.safetensors'), '');
  await expect(createRunFolder(folder.path)).rejects.toThrow('contains checkpoints or logs of another run');
  expect(await locksIn(folder.path)).toEqual([]);
});
