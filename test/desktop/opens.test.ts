// The application as it ships starts, with its inspector switched off, and its engine answers out of the archive.
import { expect, it, onTestFinished } from 'vitest';
import { openProduction } from './production-application';
import { temporaryFolder } from './temporary-folder';

it('the application as it ships opens a window titled Unroll, and the engine reads a sample text', async () => {
  const { page, quit } = await openProduction(temporaryFolder());
  onTestFinished(quit);
  expect(await page.title()).toBe('Unroll');
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  const firstLines = page.getByRole('group', { name: 'First lines' });
  await firstLines.waitFor();
  expect(await firstLines.textContent()).toContain('Call me Ishmael');
});
