// Begins a run on a sample text, for tests that need one to be training.
import type { Page } from 'playwright-core';

async function begin(page: Page, name: string, prepare: () => Promise<void>): Promise<void> {
  // The second press drops the previous text.
  for (let press = 0; press < 2; press += 1) await page.getByRole('button', { name: 'New run' }).click();
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await page.getByRole('textbox', { name: 'Run name' }).fill(name);
  await page.getByRole('textbox', { name: 'Hidden size', exact: true }).fill('48');
  await prepare();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

/** What an earlier run was given by hand stays, so both are given. */
async function trainFor(page: Page, length: string, unit: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Length unit' }).selectOption(unit);
  await page.getByRole('textbox', { name: 'Train for', exact: true }).fill(length);
}

/** It trains for longer than a test lasts. */
export async function beginRun(page: Page, name: string, prepare = () => Promise.resolve()): Promise<void> {
  await begin(page, name, async () => {
    await trainFor(page, '1000', 'Epochs');
    await prepare();
  });
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
}

/** Resolves when it is finished by itself. */
export async function doShortRun(page: Page, name: string): Promise<void> {
  await begin(page, name, () => trainFor(page, '30', 'Updates'));
  await page.getByRole('heading', { name }).waitFor();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
}

/** Not only those that the text has, as the preset has it that is fitted to a text once that is counted. */
export async function predictEveryByte(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLDetailsElement>('aside details')) each.open = true;
  });
  await page.getByRole('radio', { name: 'All 256', exact: true }).check({ force: true });
}
