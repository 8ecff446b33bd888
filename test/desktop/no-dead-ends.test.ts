// What has ended can go on, and nothing is lost by starting something else: in the packaged application, as the user would do it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { answerOpenDialogs, answerSaveDialogs } from './answer-dialogs';
import { beginRun, doShortRun } from './begin-run';
import { actInMain, readInMain } from './in-main';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownUpdate } from './window';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const row = (page: Page, name: RegExp) => page.getByRole('navigation', { name: 'Runs' }).getByRole('button', { name });
const stateOf = (page: Page, state: string) => page.getByRole('status').filter({ hasText: state });

/** Of the pointer; what a key does is none. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const count = { clicks: 0 };
    addEventListener('click', ({ detail }) => (count.clicks += Math.sign(detail)), true);
    Object.assign(window, { counted: count });
  });
  return () => page.evaluate(() => (window as unknown as { counted: { clicks: number } }).counted.clicks);
}

it('a finished run trains longer, branches and is continued on another text; another run waits its turn', async () => {
  const folder = temporaryFolder();
  const { app, page, quit } = await openApplication(join(folder, 'user-data'));
  onTestFinished(quit);

  // From the empty window to a saved text.
  const clicks = await countClicks(page);
  await answerSaveDialogs(app, join(folder, 'first.txt'));
  await button(page, /^The Keeper’s Year/).click();
  await button(page, 'Start').click();
  await page.getByRole('tab', { name: 'Write', exact: true }).click();
  await button(page, 'Generate').click();
  await page.locator('[role=log][aria-busy=false]').waitFor();
  await button(page, 'Save text').click();
  await button(page, /^Plain text/).click();
  await page.getByRole('status').filter({ hasText: 'Saved “first.txt”.' }).waitFor();
  expect(statSync(join(folder, 'first.txt')).size).toBeGreaterThan(100);
  expect(await clicks()).toBeLessThanOrEqual(6);
  await button(page, 'Stop').click();
  await stateOf(page, 'Finished').waitFor();

  // A new run opens on Train, with words of its first moments; its primary action at the end is to train longer.
  await doShortRun(page, 'Short');
  expect(await page.getByRole('tab', { name: 'Train', exact: true }).getAttribute('aria-selected')).toBe('true');
  const scrubber = page.getByRole('slider', { name: 'Samples, from the first to the newest' });
  await expect.poll(() => scrubber.getAttribute('aria-valuetext')).toBe('update 30');
  await scrubber.press('Home');
  expect(await scrubber.getAttribute('aria-valuetext')).toBe('update 0');
  await button(page, 'Train longer…').click();
  const longer = page.getByRole('dialog', { name: 'Train “Short” longer' });
  const length = longer.getByRole('textbox', { name: 'Length in all' });
  expect(await length.inputValue()).toBe('60');
  await length.fill('20');
  await longer.getByText('Enter more than the 30 updates it has done.').waitFor();
  expect(await longer.getByRole('button', { name: 'Train longer' }).isDisabled()).toBe(true);
  await length.fill('50');
  await longer.getByRole('button', { name: 'Train longer' }).click();
  await waitUntil('it has trained longer', async () => (await shownUpdate(page)) === 50);
  await stateOf(page, 'Finished').waitFor();

  // A branch is a run of its own, at its checkpoint.
  await page.getByText('Checkpoints', { exact: true }).click();
  await page.getByRole('button', { name: 'Branch from here, update 30' }).click();
  await page.getByRole('heading', { name: 'Short, from 30', level: 1 }).waitFor();
  await stateOf(page, 'Paused').waitFor();
  await waitUntil('it stands at its checkpoint', async () => (await shownUpdate(page)) === 30);

  // Ctrl+Enter in the prompt generates; a save says that it is done, and where.
  await page.getByRole('tab', { name: 'Write', exact: true }).click();
  await page.getByRole('textbox', { name: 'Prompt' }).fill('The ');
  await page.keyboard.press('Control+Enter');
  await page.locator('[role=log][aria-busy=false]').waitFor();
  await page.getByText('Short, from 30, update 30', { exact: true }).first().waitFor();
  await answerSaveDialogs(app, join(folder, 'words.txt'));
  await button(page, 'Save text').click();
  await button(page, /^Plain text/).click();
  const saved = page.getByRole('status').filter({ hasText: 'Saved “words.txt”.' });
  await saved.waitFor();
  await actInMain(
    app,
    ({ shell }) => {
      shell.showItemInFolder = (path) => void Object.assign(globalThis, { shownPath: path });
    },
    null,
  );
  await saved.getByRole('button', { name: 'Show in folder' }).click();
  await expect
    .poll(() => readInMain(app, () => (globalThis as unknown as { shownPath?: string }).shownPath, null))
    .toBe(join(folder, 'words.txt'));
  expect(await stateOf(page, 'Paused').count()).toBe(1);

  // What is typed wrong stays, marked, and nothing is generated with it.
  await page.getByRole('textbox', { name: 'Temperature', exact: true }).fill('1000');
  await button(page, 'Generate').click();
  await page.getByRole('alert').filter({ hasText: 'Temperature must be from 0 to 100.' }).waitFor();

  // Another run while one trains: the question, and the one that waits goes on by itself.
  await beginRun(page, 'Long');
  await row(page, /^Short, from 30/).click();
  await button(page, 'Resume').click();
  const turn = page.getByRole('dialog', { name: '“Long” is training' });
  await turn.getByRole('button', { name: 'Cancel' }).click();
  await button(page, 'Resume').click();
  await turn.getByRole('button', { name: 'Now' }).click();
  await row(page, /^Short, from 30.*Finished/).waitFor();
  await row(page, /^Long.*Training/).waitFor();
  await button(page, 'Train longer…').click();
  await page.getByRole('textbox', { name: 'Length in all' }).fill('70');
  await page.getByRole('dialog').getByRole('button', { name: 'Train longer' }).click();
  await turn.getByRole('button', { name: 'After it' }).click();
  await row(page, /^Short, from 30.*next/).waitFor();

  // Stop is no trap either.
  await row(page, /^Long/).click();
  await button(page, 'Stop').click();
  await stateOf(page, 'Finished').waitFor();
  await row(page, /^Short, from 30.*Finished/).waitFor();
  await button(page, 'Train longer…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Train longer' }).click();
  await stateOf(page, 'Training').waitFor();

  // On another text, with what was learned.
  await answerOpenDialogs(app, [join(folder, 'words.txt')]);
  await button(page, 'Continue on another text…').click();
  await page.getByText('The new run continues training Long').waitFor();
  const optimiser = page.getByRole('radiogroup', { name: 'Optimiser and schedule' });
  expect(await optimiser.getByRole('radio', { name: 'begin again' }).isChecked()).toBe(true);
  expect(await page.getByRole('combobox', { name: 'Optimiser' }).count()).toBe(1);
  await optimiser.getByRole('radio', { name: 'go on' }).check({ force: true });
  await page.getByRole('combobox', { name: 'Optimiser' }).waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Length unit' }).selectOption('Updates');
  await page.getByRole('textbox', { name: 'Train for', exact: true }).fill('3');
  await page.getByRole('textbox', { name: 'Run name' }).fill('Goes on');
  await button(page, 'Start').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Now' }).click();
  await row(page, /^Goes on.*Finished/).waitFor();
  const runs = join(folder, 'user-data', 'runs');
  const [name = ''] = readdirSync(runs).filter((each) => each.startsWith('Goes-on'));
  const { origin } = JSON.parse(readFileSync(join(runs, name, 'run.json'), 'utf8')) as { origin: { updates: number } };
  expect(origin.updates).toBeGreaterThan(0);
});
