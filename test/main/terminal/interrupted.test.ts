// Whatever interrupts training in a terminal is a pause: everything is saved, and the exit code and the last line say what happened.
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { needs } from '../../needs';
import { exampleText } from '../../engine/built-engine';
import { expectSaved, recordOf, runHost, startHost, textAndRun } from './started-host';

const SMALL = ['--hidden', '16', '--lanes', '4', '--truncation', '8', '--checkpoint-every', '1000000'];
const ENDLESS = [...SMALL, '--updates', '1000000000', '--json'];

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s pauses, saves and exits with %d, in train and in resume', async (signal, exitCode) => {
  const { text, run } = await textAndRun();
  for (const words of [
    ['train', text, ...ENDLESS, '--run', run],
    ['resume', run, '--json'],
  ]) {
    const host = startHost(words);
    await host.says('"kind":"progress"');
    host.child.kill(signal);
    const { code, lines, stderr } = await host.ended;
    const updates = await expectSaved(run);
    expect({ code, stderr }).toEqual({ code: exitCode, stderr: '' });
    expect(lines.at(-1)).toMatchObject({ kind: 'paused', run, updates });
  }
});

test.each(['stdout', 'stderr'] as const)('a reader of %s that goes away pauses and saves', async (stream) => {
  const { text, run } = await textAndRun();
  // Without --json, progress goes to standard error.
  const host = startHost(['train', text, ...(stream === 'stdout' ? ENDLESS : ENDLESS.slice(0, -1)), '--run', run]);
  await (stream === 'stdout'
    ? host.says('"update":20,')
    : new Promise((resolve) => host.child.stderr!.once('data', resolve)));
  host.child[stream]!.destroy();
  const { code } = await host.ended;
  await expectSaved(run);
  expect(code).toBe(141);
});

test('the last line says how training ended', async () => {
  const { text, run } = await textAndRun();
  const train = ['train', text, ...SMALL, '--updates', '30', '--run', run, '--json'];
  const stopped = await runHost([...train, '--stop-after', '10']);
  expect(stopped.code).toBe(0);
  expect(stopped.lines.at(-1)).toMatchObject({ kind: 'stopped', updates: 10 });
  const finished = await runHost(['resume', run, '--json']);
  expect(finished.code).toBe(0);
  expect(finished.lines.at(-1)).toMatchObject({ kind: 'finished', updates: 30 });
  const again = await runHost(['resume', run, '--json']);
  expect(again.lines.at(-1)).toMatchObject({ kind: 'finished', updates: 30 });
  expect(again.stderr).toBe('"run" is finished at update 30, so nothing was trained. Choose more updates to go on.\n');
});

test.for(['train', 'generate'])('a full disk under the output of %s is a sentence', async (command, context) => {
  needs(context, 'linux');
  const { text, run } = await textAndRun();
  if (command === 'generate') await runHost(['train', text, ...SMALL, '--updates', '5', '--run', run, '--json']);
  const full = await open('/dev/full', 'w');
  const words = command === 'train' ? ['train', text, ...ENDLESS, '--run', run] : ['generate', run];
  const { code, stderr } = await runHost(words, full.fd);
  await full.close();
  expect(stderr).toBe('"standard output" could not be written: the disk is full. Free some space, then try again.\n');
  expect(code).toBe(1);
  if (command === 'train') await expectSaved(run);
});

test('of two resumes at once one is refused with the other’s name', async () => {
  const { text, run } = await textAndRun();
  await runHost(['train', text, ...ENDLESS, '--run', run, '--stop-after', '5']);
  const first = startHost(['resume', run, '--json']);
  await first.says('"update":20,');
  const second = await runHost(['resume', run, '--json']);
  expect(second.code).toBe(1);
  expect(second.stderr).toContain(`is open in a terminal (process ${first.child.pid}). Close it there`);
  first.child.kill('SIGINT');
  expect((await first.ended).code).toBe(130);
  const logged = (await readFile(join(run, 'metrics.jsonl'), 'utf8')).trim().split('\n');
  const updates = logged.map((line) => (JSON.parse(line) as { update: number }).update);
  expect(updates).toEqual([...new Set(updates)].sort((a, b) => a - b));
});

test('of two starts in one folder one is refused, and neither harms the other', async () => {
  const { text, run } = await textAndRun();
  const train = ['train', text, ...SMALL, '--updates', '40', '--run', run, '--json'];
  const both = await Promise.all([runHost(train), runHost(train)]);
  expect(new Set(both.map(({ code }) => code))).toEqual(new Set([0, 1]));
  expect(both.map(({ stderr }) => stderr).join('')).toMatch(/is open in a terminal|already contains a run/);
  expect(await recordOf(run)).toMatchObject({ state: 'finished', update: 40 });
});

test('a total below what is done is refused, and nothing is changed by it', async () => {
  const { text, run } = await textAndRun();
  await runHost(['train', text, ...SMALL, '--updates', '60', '--stop-after', '40', '--run', run, '--json']);
  const before = await readFile(join(run, 'run.json'), 'utf8');
  const { code, stderr } = await runHost(['resume', run, '--updates', '30', '--json']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/has done 40 updates already, more than 30\. Choose a larger total\.\n$/);
  expect(await readFile(join(run, 'run.json'), 'utf8')).toBe(before);
});

test('an old failure is not told again when a run continues well', async () => {
  const { text, run } = await textAndRun();
  await runHost(['train', text, ...SMALL, '--updates', '60', '--stop-after', '40', '--run', run, '--json']);
  const record = { ...(await recordOf(run)), state: 'failed', sentence: 'The disk is full.' };
  await writeFile(join(run, 'run.json'), JSON.stringify(record));
  const { code, stderr } = await runHost(['resume', run, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(await recordOf(run)).toMatchObject({ state: 'finished', sentence: null });
});

test('a run of a newer version is not called damaged', async () => {
  const { text, run } = await textAndRun();
  await runHost(['train', text, ...SMALL, '--updates', '5', '--run', run, '--json']);
  await writeFile(join(run, 'run.json'), JSON.stringify({ ...(await recordOf(run)), version: 2, state: 'dreaming' }));
  const { stderr } = await runHost(['resume', run]);
  expect(stderr).toContain('was made by a newer version of Unroll. Update Unroll');
});

test('where the newest checkpoint is damaged, generate, evaluate, export and resume take the one before', async () => {
  const { folder, text, run } = await textAndRun();
  const every = [...SMALL.slice(0, -1), '20'];
  await runHost(['train', text, ...every, '--updates', '60', '--stop-after', '45', '--run', run, '--json']);
  const newest = join(run, 'checkpoints', '45.safetensors');
  const bytes = await readFile(newest);
  bytes[bytes.length - 100]! ^= 1;
  await writeFile(newest, bytes);
  const says = 'The checkpoint of update 45 is damaged, so that of update 40 is used.\n';
  for (const words of [
    ['generate', run, '--bytes', '5'],
    ['evaluate', run, text],
    ['export', run, '--out', join(folder, 'model.safetensors')],
    ['resume', run, '--json'],
  ]) {
    const { code, stderr } = await runHost(words);
    expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: says });
  }
  expect((await runHost(['generate', run, '--checkpoint', '45'])).stderr).toContain('has no checkpoint of update 45');
});

test('a text that has moved is found with --text; one that has changed is gone on with only where that is wanted', async () => {
  const { folder, text, run } = await textAndRun();
  const until = (update: number) => ['--stop-after', String(update), '--json'];
  await runHost(['train', text, ...SMALL, '--updates', '60', '--run', run, ...until(10)]);
  const moved = join(folder, 'moved.txt');
  await rename(text, moved);
  expect((await runHost(['resume', run])).stderr).toContain('"text.txt" was not found');
  expect((await runHost(['resume', run, '--text', moved, ...until(20)])).code).toBe(0);
  await writeFile(moved, exampleText(4000).fill(97, 2000, 2010));
  expect((await runHost(['resume', run])).stderr).toContain('"moved.txt" has changed since the run started');
  const { code, lines } = await runHost(['resume', run, '--changed-text', ...until(30)]);
  expect(code).toBe(0);
  expect(lines.at(-1)).toMatchObject({ kind: 'stopped', updates: 30 });
  expect((await runHost(['resume', run, '--json'])).lines.at(-1)).toMatchObject({ kind: 'finished', updates: 60 });
  await writeFile(moved, exampleText(4100));
  expect((await runHost(['resume', run, '--changed-text'])).stderr).toContain('it has 4,100 bytes now');
});
