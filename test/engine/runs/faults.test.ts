// What a computer may do to a run while it trains, each made for real: the run says so in a sentence, and nothing learned is lost.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, readFile, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { needs } from '../../needs';
import { Networks } from '../../../src-engine/networks/networks';
import { StoredModels } from '../../../src-engine/networks/stored-models';
import { readNewestCheckpoint } from '../../../src-engine/run-files/checkpoints';
import { readRecord, runFolder } from '../../../src-engine/run-files/run-folder';
import { exampleText, temporaryFolder } from '../built-engine';
import { ENDLESS, managedRuns } from './managed-runs';

/** The user without rights, by the usual number. */
const NOBODY = 65534;
const DISK_BYTES = 2 ** 20;

async function smallDisk(): Promise<string> {
  const folder = await temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder]);
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]));
  return folder;
}

/** Takes all that is left of a disk, in pieces that become smaller. */
async function fill(folder: string): Promise<void> {
  let number = 0;
  for (let bytes = DISK_BYTES; bytes >= 512;) {
    const path = join(folder, `filler-${(number += 1)}`);
    const fits = await writeFile(path, new Uint8Array(bytes)).then(
      () => true,
      () => false,
    );
    if (fits) continue;
    await rm(path, { force: true });
    bytes /= 2;
  }
}

async function empty(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((each) => each.startsWith('filler'))) {
    await rm(join(folder, name));
  }
}

/** The newest checkpoint of a run at rest, read by the rule for all. */
async function newestOf(path: string): Promise<number> {
  const folder = runFolder(path);
  const newest = await readNewestCheckpoint(folder, await readRecord(folder));
  expect(newest!.damaged).toEqual([]);
  return newest!.checkpoint.counters.update;
}

test('a disk that is full while a checkpoint is written, and freed again, costs nothing', async (context) => {
  needs(context, 'mount');
  const home = await smallDisk();
  await writeFile(join(home, 'text.txt'), exampleText(20_000));
  const { manager, brings, start, trains, fileOf } = await managedRuns(home);
  const run = await start({ ...ENDLESS, checkpointEvery: 50 });
  await trains(run);
  const failed = await brings(() => fill(home), 'failed', run);
  expect(failed.sentence).toMatch(/could not be written: the disk is full\. Free some space/);
  // Whole files stay whole: what is there is still to be read.
  expect(await newestOf(fileOf(run))).toBeLessThanOrEqual(failed.update);
  await empty(home);
  await brings(() => manager.resume(run), 'training', run);
  const { update } = await brings(() => manager.pause(run), 'paused', run);
  expect(update).toBeGreaterThanOrEqual(failed.update);
  await manager.shutDown();
  expect(await newestOf(fileOf(run))).toBe(update);
  const logged = (await readFile(fileOf(run, 'metrics.jsonl'), 'utf8')).trim().split('\n');
  const updates = logged.map((line) => (JSON.parse(line) as { update: number }).update);
  expect(updates).toEqual([...new Set(updates)].sort((one, other) => one - other));
});

test('an export onto a full disk leaves the file that was there', async (context) => {
  needs(context, 'mount');
  const disk = await smallDisk();
  const { home, manager, start, brings } = await managedRuns();
  const run = await start({ length: 10 });
  await brings(() => Promise.resolve(), 'finished', run);
  const networks = new Networks(manager, new StoredModels(join(home, 'models')));
  const path = join(disk, 'model.safetensors');
  await networks.export(run, path);
  const before = await readFile(path);
  await fill(disk);
  await expect(networks.export(run, path)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(await readFile(path)).toEqual(before);
  expect((await readdir(disk)).filter((name) => !name.startsWith('filler'))).toEqual(['model.safetensors']);
});

/** Root may write anywhere: it is nobody until the test ends, or until this is called again with false. */
function beOrdinary(isOrdinary: boolean): void {
  if (process.getuid?.() !== 0) return;
  process.seteuid?.(isOrdinary ? NOBODY : 0);
}

test('a folder that becomes read-only is a sentence, and writable again costs nothing', async (context) => {
  needs(context, 'signals');
  const { home, manager, brings, start, trains, fileOf } = await managedRuns();
  const run = await start({ ...ENDLESS, checkpointEvery: 50 });
  await trains(run);
  for (const folder of [home, join(home, 'runs'), fileOf(run)]) await chmod(folder, 0o777);
  const isReadOnly = async () => {
    await chmod(fileOf(run, 'checkpoints'), 0o555);
    beOrdinary(true);
    onTestFinished(() => beOrdinary(false));
  };
  const failed = await brings(isReadOnly, 'failed', run);
  expect(failed.sentence).toMatch(/access was denied/);
  // What cannot be saved is not closed either.
  await manager.pause(run);
  beOrdinary(false);
  await chmod(fileOf(run, 'checkpoints'), 0o700);
  const goesOn = trains(run);
  await brings(() => manager.resume(run), 'training', run);
  expect((await goesOn).points[0]!.update).toBeGreaterThan(failed.update);
});

test('a folder that is removed while training is a sentence; the application goes on', async () => {
  const { manager, brings, start, trains, fileOf, home } = await managedRuns();
  const run = await start({ ...ENDLESS, checkpointEvery: 50 });
  await trains(run);
  const failed = await brings(() => rename(fileOf(run), join(home, 'elsewhere')), 'failed', run);
  expect(failed.sentence).toMatch(/^".+" was not found\. .+\.$/);
  // Put back, it continues with what was only in memory.
  await rename(join(home, 'elsewhere'), fileOf(run));
  await brings(() => manager.resume(run), 'training', run);
  const { update } = await brings(() => manager.pause(run), 'paused', run);
  expect(update).toBeGreaterThanOrEqual(failed.update);
});

test('a text that is cut short while training is a sentence, and what was learned is saved', async () => {
  const { brings, start, trains, text, fileOf } = await managedRuns();
  await writeFile(text, exampleText(6_000_000));
  const run = await start({ ...ENDLESS, lanes: 1, truncation: 64 });
  await trains(run);
  const failed = await brings(() => truncate(text, 100), 'failed', run);
  expect(failed.sentence).toMatch(/is now shorter than|no longer has/);
  // At once, not only when the application is left.
  expect(await newestOf(fileOf(run))).toBe(failed.update);
});

test('a text that is replaced by another, then removed, while training is told, and training goes on', async (context) => {
  // Windows lets nobody do that to an open file.
  needs(context, 'signals');
  const { start, trains, text, next, home } = await managedRuns();
  await writeFile(text, exampleText(2_000_000));
  const run = await start(ENDLESS);
  await trains(run);
  const told = next('text-lost', (event) => event.run === run);
  await writeFile(join(home, 'other.txt'), exampleText(2_000_000).fill(97, 900_000));
  await rename(join(home, 'other.txt'), text);
  expect((await told).sentence).toContain('has changed since the run started');
  await trains(run);
  const toldAgain = next('text-lost', (event) => event.run === run);
  await rm(text);
  expect((await toldAgain).sentence).toContain('has been moved or deleted');
  await trains(run);
});

test('a clock that is set back and forward disturbs neither training nor saving', async () => {
  const { manager, start, trains, next, brings, fileOf } = await managedRuns();
  const real = Date.now;
  let shiftMs = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => real() + shiftMs);
  onTestFinished(() => void vi.restoreAllMocks());
  const run = await start({ ...ENDLESS, checkpointEvery: 1e9, checkpointSeconds: 1 });
  await trains(run);
  for (const days of [-3650, 3650]) {
    shiftMs = days * 86_400_000;
    await next('checkpoint-saved', (event) => event.run === run);
  }
  const { update, elapsedMs } = await brings(() => manager.pause(run), 'paused', run);
  expect(elapsedMs).toBeGreaterThan(0);
  expect(elapsedMs).toBeLessThan(86_400_000);
  await manager.shutDown();
  expect(await newestOf(fileOf(run))).toBe(update);
});
