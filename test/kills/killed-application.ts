// Starts the whole packaged application on a run and has it go on with it, so that a test can kill all of it, or one of its processes first.
import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { DEADLINE_MS } from '../deadline';
import { launchFlags, productionExecutable } from '../desktop/packaged-application';
import { processesOf } from '../desktop/processes';
import { debuggingAddress } from '../desktop/production-application';
import { waitUntil } from '../desktop/wait-until';
import { counter, type Trainer } from './killed-processes';

const MOST_MS_BETWEEN = 50;

async function pressResume(child: ChildProcess): Promise<void> {
  const browser = await chromium.connectOverCDP(await debuggingAddress(child), { timeout: DEADLINE_MS });
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  await waitUntil('the window opens', () => pages().length > 0);
  const page = pages()[0]!;
  page.setDefaultTimeout(DEADLINE_MS);
  await page.getByRole('navigation', { name: 'Runs' }).getByRole('listitem').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
}

async function isFinished(run: string): Promise<boolean> {
  const record = JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as { state: string };
  return record.state === 'finished';
}

export interface TrainingApplication extends Trainer {
  /** To all of it. */
  signal(signal: NodeJS.Signals): void;
  /** As at log-out; resolves to the milliseconds until nothing of it runs any more. */
  leave(): Promise<number>;
}

/** `home` is the application's folder for its data, `run` the name of the only run in it. */
export function trainInApplication(home: string, run: string): TrainingApplication {
  const folder = join(home, 'runs', run);
  const child = spawn(productionExecutable(), [...launchFlags(home), '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: one signal reaches all of it.
    detached: true,
  });
  const points = counter(child);
  // As a run is written to, it goes on: no message of the window is waited for.
  const watcher = watch(folder, (_event, name) => name === 'metrics.jsonl' && points.add(1));
  const killAll = () => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  };
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let isOver = false;
  void ended.then(() => (isOver = true));
  let isKilled = false;
  let complaint = '';
  const resumed = pressResume(child).catch((error: unknown) => {
    // Killed while it starts, it cannot be told to go on.
    if (!isKilled) complaint = String(error);
    killAll();
  });
  const finish = async () => {
    await resumed;
    await waitUntil('the run is finished or all is killed', async () => isOver || (await isFinished(folder)));
    killAll();
    await ended;
    watcher.close();
    return complaint;
  };
  return {
    tells: points.reaches,
    finished: finish(),
    signal: (signal) => process.kill(-child.pid!, signal),
    async leave() {
      isKilled = true;
      const startedMs = performance.now();
      child.kill('SIGTERM');
      await ended;
      return performance.now() - startedMs;
    },
    async kill(random) {
      isKilled = true;
      const family = processesOf(child.pid!);
      const isGone = () => family.every(({ processId }) => processesOf(processId).length === 0);
      const others = family.filter(({ name }) => name !== 'main');
      const first = random();
      if (first < 0.25) {
        // The main process alone: the others end by themselves, and the engine writes no more.
        child.kill('SIGKILL');
        await waitUntil('no process outlives the application', isGone);
      } else if (first < 0.5 && others.length > 0) {
        const { processId } = others[Math.floor(random() * others.length)]!;
        process.kill(processId, 'SIGKILL');
        await wait(random() * MOST_MS_BETWEEN);
      }
      killAll();
      await waitUntil('the application is gone', isGone);
      await this.finished;
    },
  };
}
