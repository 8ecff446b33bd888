// Tests that the computer's other work changes how many threads train, and never what they learn.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { needs } from '../../needs';
import type { Settings } from '../../../src-engine/hyperparameters';
import { openComputer } from '../../../src-engine/training/computer';
import { createRun, openPool } from '../../../src-engine/runs/open-run';
import type { TrainingObserver } from '../../../src-engine/training/training-parts';
import type { ThreadOptions } from '../../../src-engine/workers/orders';
import { FILES, exampleText, smallSettings, temporaryFolder } from '../built-engine';

/** Trains 60 updates with the thread options that the observer gives; the last checkpoint's bytes. */
async function trained(settings: Settings, observer: TrainingObserver): Promise<Buffer> {
  const folder = await temporaryFolder();
  const text = join(folder, 'text.txt');
  await writeFile(text, exampleText(3000));
  const run = await createRun(FILES, { folder: join(folder, 'run'), name: 'x', paths: [text], settings }, observer);
  // One update an order at first, so that the thread options are asked for often.
  for (const stop of [1, 2, 20, 21, 22, Infinity]) await run.train(stop);
  const { folder: files, record } = run.storage;
  await run.close();
  return readFile(join(files.checkpointsPath, `${record.update}.safetensors`));
}

test.each(['segment', 'sliding'] as const)(
  'a number of threads that changes while it trains leaves the same bits, in %s',
  async (backprop) => {
    const settings = smallSettings({ backprop, truncation: 7, steps: backprop === 'sliding' ? 4 : 0, threads: 3 });
    let asked = 0;
    const threadOptions: ThreadOptions[] = [1, 3, 2].map((threads) => ({ threads, priority: 'normal' }));
    const changing = await trained(settings, { threadOptionsFor: () => threadOptions[(asked += 1) % 3]! });
    expect(asked).toBeGreaterThan(5);
    const weights = (checkpoint: Buffer) => checkpoint.subarray(8 + Number(checkpoint.readBigUInt64LE(0)));
    expect(weights(changing).equals(weights(await trained(settings, {})))).toBe(true);
  },
);

test('half of the threads work where room is left, always at least one', () => {
  const computer = openComputer(() => undefined);
  const threads = (chosen: Partial<Settings>) => computer.threadOptionsFor(smallSettings(chosen)).threads;
  expect(threads({ threads: 8, leaveRoom: 'on-battery' })).toBe(8);
  expect(threads({ threads: 5, leaveRoom: 'always' })).toBe(2);
  computer.setPower(true);
  expect(threads({ threads: 8, leaveRoom: 'on-battery' })).toBe(4);
  expect(threads({ threads: 1, leaveRoom: 'always' })).toBe(1);
  expect(threads({ threads: 6, leaveRoom: 'never' })).toBe(6);
});

/** The nice value of each of this process's threads, by its kernel id. */
async function niceValues(): Promise<number[]> {
  const tasks = await readdir('/proc/self/task');
  // A thread may end between the two looks.
  const stats = await Promise.all(
    tasks.map((task) => readFile(`/proc/self/task/${task}/stat`, 'utf8').catch(() => '')),
  );
  return stats
    .filter((stat) => stat !== '')
    .map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]));
}

test('low priority is taken by the lane workers only, and normal again by new ones', async (context) => {
  needs(context, 'linux');
  // Beside windows all of the unit tests give way a little.
  const low = async () => (await niceValues()).filter((nice) => nice > getPriority()).length;
  const before = await low();
  const { pool } = await openPool(FILES, smallSettings({ threads: 2 }), null, { threads: 2, priority: 'low' });
  onTestFinished(() => pool.close());
  expect((await low()) - before).toBe(2);
  await pool.renew({ threads: 2, priority: 'normal' });
  // A thread that has ended is still listed for a moment.
  await expect.poll(low).toBe(before);
});
