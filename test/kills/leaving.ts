// The whole application sleeps for a minute, wakes and goes on; the system ends it, and all is saved. For `npm run test:kill`, which
// puts how long that took into docs/reliability.md.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readRecord, runFolder } from '../../src-engine/run-files/run-folder';
import { leaveFigures } from '../desktop/leave-figures';
import { exampleText, temporaryFolder } from '../engine/built-engine';
import { trainInTerminal } from './killed-processes';

const TIMES = 10;
const ASLEEP_MS = 60_000;
/** In the middle: a busy computer may be slow once. */
const MOST_MS = 2000;
const isDriven = Boolean(process.env.UNROLL_PRODUCTION_EXECUTABLE);

test('the application that sleeps goes on, and where the system ends it all is saved', async ({ skip }) => {
  skip(!isDriven, 'there is no packaged application');
  const { trainInApplication } = await import('./killed-application');
  const home = await temporaryFolder();
  const folder = runFolder(join(home, 'runs', 'left'));
  const text = join(home, 'text.txt');
  await writeFile(text, exampleText(200_000));
  const settings = ['--hidden', '256', '--updates', '1000000000', '--stop-after', '2', '--json'];
  expect(await trainInTerminal(['train', text, ...settings, '--run', folder.path]).finished).toBe('');
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const application = trainInApplication(home, 'left');
    const before = await readRecord(folder);
    await application.tells(3);
    if (time === 0) {
      application.signal('SIGSTOP');
      await wait(ASLEEP_MS);
      application.signal('SIGCONT');
      await application.tells(6);
    }
    times.push(await application.leave());
    const { state, update } = await readRecord(folder);
    expect({ state, isFurther: update > before.update }).toEqual({ state: 'paused', isFurther: true });
    expect(await readdir(folder.checkpointsPath)).toContain(`${update}.safetensors`);
  }
  times.sort((one, other) => one - other);
  expect(times[TIMES / 2]).toBeLessThan(MOST_MS);
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  leaveFigures('leaving', [
    `Asleep for ${ASLEEP_MS / 1000} s, the application went on. Ended ${TIMES} times with SIGTERM while it trained 256 units, it was gone with everything saved after ${seconds(times[TIMES / 2]!)} s in the middle, ${seconds(times.at(-1)!)} s at most.`,
  ]);
});
