// The packaged application starts, and its engine answers out of the archive.
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { openApplication } from './packaged-application';
import { openProduction } from './production-application';
import { temporaryFolder } from './temporary-folder';

/** A sample text goes from the page through the main process to the engine and back. */
async function expectEngineToAnswer(page: Page): Promise<void> {
  expect(await page.title()).toBe('Unroll');
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  const firstLines = page.getByRole('group', { name: 'First lines' });
  await firstLines.waitFor();
  expect(await firstLines.textContent()).toContain('Call me Ishmael');
}

it('the application opens a window titled Unroll, and the engine reads a sample text', async () => {
  const { page, quit } = await openApplication(temporaryFolder());
  onTestFinished(quit);
  await expectEngineToAnswer(page);
});

it('the application as it ships, with its inspector switched off, does the same', async () => {
  const { page, quit } = await openProduction(temporaryFolder());
  onTestFinished(quit);
  await expectEngineToAnswer(page);
});
