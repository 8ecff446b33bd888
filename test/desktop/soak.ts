// The application as it ships trains, writes and shows for an hour, and has another run in its place every minute: nothing grows.
// No test of `npm test`: `npm run soak` drives it, and what it found stands in docs/reliability.md.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { beginRun } from './begin-run';
import { FIGURES_FOLDER, leaveFigures } from './leave-figures';
import { openProduction } from './production-application';
import { growthFrom, tableOf, watchProcesses } from './soak-watch';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownUpdate } from './window';

const MINUTES = Number(process.env.UNROLL_SOAK_MINUTES ?? 60);
const WARM_MINUTES = Math.min(10, MINUTES / 2);
/** Of these: caches fill, the code is compiled, and the heaps break up as far as they ever will, while runs change as fast as they can. */
const QUICK_MINUTES = WARM_MINUTES / 2;
const MOST_MEGABYTES_AN_HOUR = 5;
/** One that comes once and stays makes up to two. */
const MOST_HANDLES_AN_HOUR = 3;
const CHANGED_EVERY_MS = 60_000;
/** In less of them after the first there are too few points for a slope. */
const FEWEST_MINUTES = 20;
const SHOWN_MS = 10_000;
const SHOWN_QUICK_MS = 1000;
/** A browser lets a page's garbage lie while memory is plentiful. */
const COLLECTED_EVERY_CHANGES = 5;
/** On a busy computer something may be slow once. */
const MOST_FAILED_IN_A_ROW = 3;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The run is closed in the engine and another one opened there, which writes and is looked into while it trains. */
async function changeRuns(page: Page, to: string, shownMs: number): Promise<void> {
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
  await wait(shownMs);
  await page.getByRole('tab', { name: 'Train' }).click();
}

/** On a fast computer a run of a thousand epochs would end within the hour. */
const EPOCHS = '1000000';

async function beginBoth(page: Page): Promise<void> {
  for (const name of ['Odd', 'Even']) {
    await beginRun(page, name, () => page.getByRole('textbox', { name: 'Train for', exact: true }).fill(EPOCHS));
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Start' });
    await confirm.click({ timeout: 2000 }).catch(() => undefined);
    await waitUntil(`${name} trains`, async () => (await shownUpdate(page)) > 20);
    await press(page, 'Pause');
    await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
  }
  await press(page, 'Resume');
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
}

/** After a change that failed: whatever is open is closed, and a run trains. */
async function beginAgain(page: Page): Promise<void> {
  console.log(`The window showed:\n${(await page.locator('body').innerText()).replaceAll(/\n+/g, '\n')}`);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Train' }).click();
  const resume = page.getByRole('button', { name: 'Resume', exact: true });
  if (await resume.isVisible()) await resume.click();
}

/** Files of the runs that are nobody's work: a run keeps a checkpoint for each doubling of its length, every draft, and an index once it is long. */
const otherFiles = (runs: string): string[] =>
  readdirSync(runs, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/[\\/](checkpoints|drafts)[\\/]|(run\.lock-\d+|metrics\.index)$/.test(name),
  );

it('soak', { timeout: (MINUTES + 30) * 60_000 }, async () => {
  if (!existsSync('/proc/self/status'))
    throw new Error('What processes hold is read from /proc, which only Linux has.');
  const userData = temporaryFolder();
  const { page, child, quit } = await openProduction(userData);
  onTestFinished(quit);
  await beginBoth(page);
  const watch = watchProcesses(child.pid!, await page.context().newCDPSession(page));
  onTestFinished(watch.close);
  const { watched, minute } = watch;
  mkdirSync(FIGURES_FOLDER, { recursive: true });
  const keep = (more = {}) => writeFileSync(join(FIGURES_FOLDER, 'soak.json'), JSON.stringify({ ...more, ...watched }));

  let changes = 0;
  let failed = 0;
  const change = async (shownMs: number) => {
    try {
      await changeRuns(page, changes % 2 === 0 ? 'Odd' : 'Even', shownMs);
      failed = 0;
    } catch (error) {
      console.log(`A change of runs failed in minute ${Math.round(minute())}: ${String(error)}`);
      if (++failed === MOST_FAILED_IN_A_ROW) throw error;
      await beginAgain(page);
    }
    changes += 1;
  };
  while (minute() < QUICK_MINUTES) await change(SHOWN_QUICK_MS);
  let next = performance.now();
  const changeInTime = async () => {
    next += CHANGED_EVERY_MS;
    await wait(Math.max(0, next - performance.now() - SHOWN_MS));
    await change(SHOWN_MS);
  };
  while (minute() < WARM_MINUTES) await changeInTime();
  const warmChanges = changes;
  const from = minute();
  const files = new Set(otherFiles(join(userData, 'runs')));
  await watch.collect();
  while (minute() < MINUTES) {
    await changeInTime();
    if ((changes - warmChanges) % COLLECTED_EVERY_CHANGES > 0) continue;
    await watch.collect();
    keep();
  }
  watch.close();
  const newFiles = otherFiles(join(userData, 'runs')).filter((name) => !files.has(name));

  const growth = growthFrom(from, watched);
  const grew = growth.filter(
    ({ megabytesAnHour, handlesAnHour }) =>
      megabytesAnHour >= MOST_MEGABYTES_AN_HOUR || handlesAnHour >= MOST_HANDLES_AN_HOUR,
  );
  const kept =
    grew.length + newFiles.length === 0
      ? `Kept: no process grew by ${MOST_MEGABYTES_AN_HOUR} MB an hour or by handles, and no file was left.`
      : `Not kept: too much grew in ${[...grew.map(({ name }) => name), ...newFiles].join(', ')}.`;
  const verdict = MINUTES - WARM_MINUTES < FEWEST_MINUTES ? 'Too short to tell what grows.' : kept;
  leaveFigures('soak', [
    `${Math.round(minute())} minutes, of which the first ${Math.round(from)} do not count, with ${warmChanges} changes of runs in these and ${changes - warmChanges} after. ${verdict}`,
    '',
    ...tableOf(growth, watched.collected),
  ]);
  keep({ verdict, growth, newFiles });
  expect(verdict).not.toMatch(/^Not kept/);
});
