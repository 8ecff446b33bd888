// The application as it ships trains, writes and shows for an hour, and has another run in its place every minute: nothing grows.
// No test of `npm test`: `npm run soak` drives it, and what it found stands in docs/reliability.md.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { beginRun } from './begin-run';
import { FIGURES_FOLDER, leaveFigures } from './leave-figures';
import { growthAnHour } from './growth';
import { collectGarbage, type Living } from './living';
import { openHandles, processesOf } from './processes';
import { openProduction } from './production-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownUpdate } from './window';

const MINUTES = Number(process.env.UNROLL_SOAK_MINUTES ?? 60);
/** Caches fill and the code is compiled. */
const WARM_MINUTES = Math.min(10, MINUTES / 6);
const MOST_MEGABYTES_AN_HOUR = 5;
const WATCHED_EVERY_MS = 5000;
const SHOWN_MS = 10_000;
/** V8 lets a page's garbage lie while memory is plentiful: so often it is collected, so that what is left is what the page holds. */
const COLLECTED_EVERY_CHANGES = 5;

/** Of one process at one time. */
interface Held {
  minute: number;
  megabytes: number;
  handles: number;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The run is closed in the engine and another one opened there, which writes and is looked into while it trains. */
async function changeRuns(page: Page, to: string): Promise<void> {
  await press(page, 'Pause');
  await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
  await page.getByRole('navigation', { name: 'Runs' }).getByRole('button', { name: to }).click();
  await page.getByRole('heading', { name: to }).waitFor();
  await press(page, 'Resume');
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  const before = await shownUpdate(page);
  await waitUntil(`${to} trains`, async () => (await shownUpdate(page)) > before);
  await page.getByRole('tab', { name: 'Write' }).click();
  await page.getByRole('textbox', { name: 'Length' }).fill('500');
  await press(page, 'Generate');
  await page.getByRole('button', { name: 'Stop generating' }).waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Look inside' }).click();
  await wait(SHOWN_MS);
  await page.getByRole('tab', { name: 'Train' }).click();
}

/** Files of the runs that are nobody's work: a run keeps a checkpoint for each doubling of its length, every draft, and an index once it is long. */
const otherFiles = (runs: string): string[] =>
  readdirSync(runs, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/[\\/](checkpoints|drafts)[\\/]|(run\.lock-\d+|metrics\.index)$/.test(name),
  );

const range = (values: number[]) => `${Math.min(...values)} to ${Math.max(...values)}`;

it('soak', { timeout: (MINUTES + 30) * 60_000 }, async () => {
  if (!existsSync('/proc/self/status'))
    throw new Error('What processes hold is read from /proc, which only Linux has.');
  const userData = temporaryFolder();
  const { page, child, quit } = await openProduction(userData);
  onTestFinished(quit);
  const cdp = await page.context().newCDPSession(page);
  for (const name of ['Odd', 'Even']) {
    await beginRun(page, name);
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Start' });
    await confirm.click({ timeout: 2000 }).catch(() => undefined);
    await waitUntil(`${name} trains`, async () => (await shownUpdate(page)) > 20);
    await press(page, 'Pause');
    await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
  }
  await press(page, 'Resume');

  const history = new Map<string, Held[]>();
  const living: (Living & { minute: number })[] = [];
  const files = new Set<string>();
  const began = performance.now();
  const minute = () => (performance.now() - began) / 60_000;
  const watch = setInterval(() => {
    for (const { name, processId, megabytes } of processesOf(child.pid!)) {
      const key = `${name} ${processId}`;
      const held = { minute: minute(), megabytes, handles: openHandles(processId) };
      history.set(key, [...(history.get(key) ?? []), held]);
    }
  }, WATCHED_EVERY_MS);
  onTestFinished(() => clearInterval(watch));
  let changes = 0;
  for (; minute() < MINUTES; changes += 1) {
    await wait(Math.max(0, (changes + 1 - minute()) * 60_000 - SHOWN_MS));
    await changeRuns(page, changes % 2 === 0 ? 'Odd' : 'Even');
    if (changes % COLLECTED_EVERY_CHANGES === 0) living.push({ minute: minute(), ...(await collectGarbage(cdp)) });
    if (minute() < WARM_MINUTES || changes < 2) for (const name of otherFiles(join(userData, 'runs'))) files.add(name);
  }
  clearInterval(watch);
  const newFiles = otherFiles(join(userData, 'runs')).filter((name) => !files.has(name));

  const rows = [...history].flatMap(([key, all]) => {
    const warm = all.filter((held) => held.minute > WARM_MINUTES);
    if (warm.length < 12) return [];
    const growth = growthAnHour(warm.map((held) => [held.minute, held.megabytes]));
    const handles = growthAnHour(warm.map((held) => [held.minute, held.handles]));
    return [{ name: key.split(' ')[0]!, growth, handles, megabytes: warm.map((held) => held.megabytes), warm }];
  });
  const warmLiving = living.filter((held) => held.minute > WARM_MINUTES);
  const heapGrowth = growthAnHour(warmLiving.map((held) => [held.minute, held.megabytes]));
  const processors = cpus();
  const signed = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  leaveFigures('soak', [
    `${Math.round(minute())} minutes, ${changes} changes of runs, ${processors.length} × ${processors[0]?.model.trim()}; from minute ${Math.round(WARM_MINUTES)} on:`,
    '',
    '| process | memory of its own, MB | growth, MB an hour | handles | growth an hour |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ name, growth, handles, megabytes, warm }) =>
        `| ${name} | ${range(megabytes.map(Math.round))} | ${signed(growth)} | ${range(warm.map((held) => held.handles))} | ${signed(handles)} |`,
    ),
    '',
    `The page's garbage was collected at every ${COLLECTED_EVERY_CHANGES}th change, the engine collects its own. Living in the page's heap then: ${range(warmLiving.map((held) => Math.round(held.megabytes)))} MB, ${signed(heapGrowth)} MB an hour; ${range(warmLiving.map((held) => held.nodes))} nodes, of which each draft's row is some; ${range(warmLiving.map((held) => held.listeners))} listeners.`,
    '',
    `New files in the runs' folders beside checkpoints and drafts: ${newFiles.length}.`,
  ]);
  // Every measurement, for whoever looks for the cause.
  writeFileSync(join(FIGURES_FOLDER, 'soak.json'), JSON.stringify({ history: [...history], living }));
  for (const { name, growth, handles } of rows) {
    expect({ name, isBounded: growth < MOST_MEGABYTES_AN_HOUR, handles: Math.round(handles) }).toEqual({
      name,
      isBounded: true,
      handles: 0,
    });
  }
  expect(heapGrowth).toBeLessThan(MOST_MEGABYTES_AN_HOUR);
  expect(newFiles).toEqual([]);
});
