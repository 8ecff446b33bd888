// What a computer may do to a process that trains, each made for real: it sleeps, runs out of files, out of memory, or its clock jumps.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { needs } from '../../needs';
import { expectSaved, recordOf, runHost, startHost, textAndRun } from './started-host';

const SMALL = ['--hidden', '16', '--lanes', '4', '--truncation', '8', '--checkpoint-every', '1000000'];
const ENDLESS = [...SMALL, '--updates', '1000000000', '--json'];

test('a process that sleeps keeps its run, and goes on when it wakes', async (context) => {
  needs(context, 'signals');
  const { text, run } = await textAndRun();
  const host = startHost(['train', text, ...ENDLESS, '--run', run]);
  await host.says('"kind":"progress"');
  host.child.kill('SIGSTOP');
  const second = await runHost(['resume', run, '--json']);
  expect(second.stderr).toContain(`is open in a terminal (process ${host.child.pid}).`);
  host.child.kill('SIGCONT');
  host.child.kill('SIGINT');
  expect((await host.ended).code).toBe(130);
  await expectSaved(run);
});

test('a process that may open no more files ends with a sentence, and its newest checkpoint is whole', async (context) => {
  needs(context, 'prlimit');
  const { text, run } = await textAndRun();
  const host = startHost(['train', text, ...ENDLESS, '--run', run]);
  await host.says('"kind":"progress"');
  spawnSync('prlimit', ['--pid', String(host.child.pid), '--nofile=3:3']);
  const { code, stderr } = await host.ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/could not be opened: too many files are open\. Close some, then try again\.\n$/);
  const resumed = await runHost(['resume', run, '--stop-after', '5', '--json']);
  expect(resumed.lines.at(-1)).toMatchObject({ kind: 'stopped' });
});

test('without the memory to begin there is a sentence, and no run', async (context) => {
  needs(context, 'prlimit');
  const { text, run } = await textAndRun();
  const host = startHost(['train', text, ...ENDLESS, '--run', run], 'pipe', {}, ['prlimit', '--as=3000000000']);
  const { code, stderr } = await host.ended;
  expect(stderr).toMatch(/^There is not enough free memory\. [^\n]+\.\n$/);
  expect(code).toBe(1);
  expect(existsSync(join(run, 'run.json'))).toBe(false);
});

test('a process that gets no more memory dies as if it were killed, and its run goes on from its newest checkpoint', async (context) => {
  needs(context, 'prlimit');
  const { text, run } = await textAndRun();
  // Each checkpoint takes some megabytes of memory.
  const large = ['--hidden', '512', '--lanes', '4', '--truncation', '8', '--checkpoint-every', '20'];
  const host = startHost(['train', text, ...large, '--updates', '1000000000', '--json', '--run', run]);
  // Told before its checkpoint is written; by then it is.
  await host.says('"update":41,');
  spawnSync('prlimit', ['--pid', String(host.child.pid), '--as=1']);
  const { code } = await host.ended;
  expect(code).not.toBe(0);
  expect((await recordOf(run)).state).toBe('training');
  // The record is written after its checkpoint, and may not have been any more.
  const names = await readdir(join(run, 'checkpoints'));
  const newest = Math.max(...names.map((name) => Number(/^(\d+)\.safetensors$/.exec(name)?.[1] ?? -1)));
  expect(newest).toBeGreaterThanOrEqual(20);
  const resumed = await runHost(['resume', run, '--stop-after', String(newest + 5), '--json']);
  expect(resumed.lines.at(-1)).toMatchObject({ kind: 'stopped', updates: newest + 5 });
});

/** What `faketime` would load into a program, so that its clock can be set while it runs. */
function clockLibrary(): string {
  const printed = execFileSync('faketime', ['-f', '+0', 'env'], { encoding: 'utf8' });
  return /^LD_PRELOAD=(\S+)$/m.exec(printed)![1]!;
}

test('a clock that is set ten years back and forward changes nothing, neither for training nor for the lock', async (context) => {
  needs(context, 'faketime');
  const { folder, text, run } = await textAndRun();
  const clock = join(folder, 'clock');
  const set = async (offset: string) => {
    await writeFile(`${clock}.new`, offset);
    await rename(`${clock}.new`, clock);
  };
  await set('+0');
  const env = {
    LD_PRELOAD: clockLibrary(),
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_NO_CACHE: '1',
    // As when someone sets the clock: what counts from the start goes on.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  const saved = (host: ReturnType<typeof startHost>) => host.says('"kind":"progress"');
  const host = startHost(['train', text, ...ENDLESS, '--checkpoint-seconds', '1', '--run', run], 'pipe', env);
  await saved(host);
  for (const offset of ['-3650d', '+3650d']) {
    const { update } = await recordOf(run);
    await set(offset);
    await expect.poll(async () => (await recordOf(run)).update).toBeGreaterThan(update);
    expect((await runHost(['resume', run])).stderr).toContain('is open in a terminal');
  }
  host.child.kill('SIGINT');
  const { code, stderr, lines } = await host.ended;
  expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
  const elapsed = lines.flatMap((line) => ('elapsed_seconds' in line ? [Number(line.elapsed_seconds)] : []));
  expect(elapsed).toEqual([...elapsed].sort((one, other) => one - other));
  expect(elapsed.at(-1)).toBeLessThan(86_400);
  const update = await expectSaved(run);
  expect((await runHost(['resume', run, '--stop-after', String(update + 5), '--json'])).code).toBe(0);
});
