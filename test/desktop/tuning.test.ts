// Settings in the packaged application: presets, what a run costs, a learning rate found, settings searched, the computer's power.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { actInMain } from './in-main';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownUpdate } from './window';

async function chooseVerse(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'The Keeper’s Year' }).click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
}

const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const preset = (page: Page): Locator => page.getByRole('combobox', { name: 'Preset' });
const shownPreset = (page: Page): Promise<string | null> => preset(page).locator('option:checked').textContent();

/** What stands under a heading of the cost line. */
async function costOf(page: Page, label: string): Promise<string> {
  const fact = page.getByRole('region', { name: 'Estimated cost' }).locator('.fact').filter({ hasText: label });
  return (await fact.count()) === 1 ? ((await fact.locator('dd').textContent()) ?? '') : '';
}

it('a run’s cost is measured, values are checked as they are typed, presets are chosen, saved, and there again', async () => {
  const userData = temporaryFolder();
  const first = await openApplication(userData);
  onTestFinished(() => first.quit());
  const { page } = first;
  await chooseVerse(page);
  await waitUntil('the speed is measured', async () => /\d.*\/s/.test(await costOf(page, 'Speed')));
  expect(await costOf(page, 'Memory')).toMatch(/\d/);
  await waitUntil('the text is counted in', async () => /\d/.test(await costOf(page, 'Epoch time')));

  await field(page, 'Hidden size').fill('0');
  await page.getByText('Hidden size 0 is out of range').first().waitFor();
  expect(await page.getByRole('button', { name: 'Start', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: /^Reset Hidden size/ }).click();
  expect(await shownPreset(page)).toBe('Balanced');

  await preset(page).selectOption('By the book');
  expect(await field(page, 'Lanes').inputValue()).toBe('1');
  await field(page, 'Hidden size').fill('40');
  const parameters = 2 * 256 * 40 + 40 * 40;
  await waitUntil('the cost is that of 40 units', async () =>
    (await costOf(page, 'Parameters')).startsWith(String(parameters / 1000).slice(0, 3)),
  );
  await page.getByRole('button', { name: 'Save as a preset…' }).click();
  await field(page, 'Preset name').fill('Mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Rename…' }).click();
  await field(page, 'Preset name').fill('Ours');
  await field(page, 'Preset name').press('Enter');
  expect(await shownPreset(page)).toBe('Ours');
  await first.quit();

  const second = await openApplication(userData);
  onTestFinished(() => second.quit());
  await chooseVerse(second.page);
  await preset(second.page).selectOption('Ours');
  expect(await field(second.page, 'Hidden size').inputValue()).toBe('40');
  await second.page.getByRole('button', { name: 'Delete', exact: true }).click();
  await waitUntil(
    'it is deleted',
    async () => (await preset(second.page).locator('option', { hasText: 'Ours' }).count()) === 0,
  );
});

/** One file of the only run there is. */
function runFile(userData: string, name: string): string {
  const runs = join(userData, 'runs');
  return readFileSync(join(runs, readdirSync(runs)[0] ?? '', name), 'utf8');
}

it('an unlimited run trains, takes live changes to its journal, and leaves room on battery', async () => {
  const userData = temporaryFolder();
  const { app, page, quit } = await openApplication(userData);
  onTestFinished(quit);
  await chooseVerse(page);
  await page.getByRole('combobox', { name: 'Length unit' }).selectOption('Unlimited');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await page.getByText(/^Update .*unlimited/).waitFor();
  expect(await field(page, 'Hidden size').count()).toBe(0);
  await page.getByText('What has no control was fixed when the run started.').waitFor();
  await field(page, 'Learning rate').fill('0.0005');
  await field(page, 'Learning rate').press('Enter');
  await waitUntil('the change is journalled', () => runFile(userData, 'changes.jsonl').includes('0.0005'));

  await actInMain(app, ({ powerMonitor }) => powerMonitor.emit('on-battery'), null);
  await page.getByText('On battery now: using half of the threads.').waitFor();
  const before = await shownUpdate(page);
  await waitUntil('it trains on', async () => (await shownUpdate(page)) > before);
  await actInMain(app, ({ powerMonitor }) => powerMonitor.emit('on-ac'), null);
  await page.getByText('On mains power now: using all threads.').waitFor();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
});

it('a learning rate is found and taken, and settings are searched on real runs that stay', async () => {
  const { page, quit } = await openApplication(temporaryFolder());
  onTestFinished(quit);
  await chooseVerse(page);
  await page.getByRole('button', { name: 'Find a learning rate' }).click();
  await page.getByRole('progressbar', { name: 'Progress of the test' }).waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  // Pressed again while the first test is still ending, it begins another.
  await page.getByRole('button', { name: 'Find a learning rate' }).click();
  const take = page.getByRole('button', { name: 'Use this rate' });
  await take.waitFor();
  const suggestion = Number.parseFloat(
    (await page.getByText('Suggested learning rate:').locator('strong').textContent()) ?? '',
  );
  expect(suggestion).toBeGreaterThan(0);
  await take.click();
  expect(Number(await field(page, 'Learning rate').inputValue())).toBe(suggestion);
  expect(await page.getByRole('navigation', { name: 'Runs' }).getByRole('listitem').count()).toBe(0);

  await page.getByRole('button', { name: 'Find good settings…' }).click();
  await field(page, 'Hidden size from').fill('16');
  await field(page, 'Hidden size to').fill('64');
  await field(page, 'Total minutes').fill('0.1');
  await field(page, 'Networks to try').fill('4');
  await page.getByRole('button', { name: 'Start search' }).click();
  await page.getByText('The search is finished.').waitFor();
  const best = page.getByRole('group', { name: 'Candidates' }).locator('tbody tr').first();
  expect(await best.getByText('Best').count()).toBe(1);
  const [hidden] = (await best.locator('td').allTextContents()).slice(1);
  await page.getByRole('button', { name: /^Use these settings/ }).click();
  expect(await field(page, 'Hidden size').inputValue()).toBe(hidden);
  expect(
    await page
      .getByRole('navigation', { name: 'Runs' })
      .getByRole('button', { name: /Search \d: / })
      .count(),
  ).toBe(4);
});
