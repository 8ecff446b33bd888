// Begins a run on a sample text, for tests that need one to be training.
import type { Page } from 'playwright-core';

/** The text is long: it trains for as long as a test may last. */
export async function beginRun(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await page.getByRole('textbox', { name: 'Name of the run' }).fill(name);
  await page.getByRole('textbox', { name: 'Hidden size', exact: true }).fill('48');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
}
