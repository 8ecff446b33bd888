// Everyone can use the window: axe finds nothing in any of its states, light or dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';

async function expectNoViolation(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Electron opens no second page, which axe would otherwise finish its work in.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    expect(found, colorScheme).toEqual([]);
  }
}

it('axe finds no violation at the start, with a text, while it trains and where it writes', async () => {
  const { page, quit } = await openApplication(temporaryFolder());
  onTestFinished(quit);
  const prose = page.getByRole('button', { name: 'Moby-Dick' });
  await prose.waitFor();
  await expectNoViolation(page);
  await prose.click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await expectNoViolation(page);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await expectNoViolation(page);
  await page.getByRole('tab', { name: 'Write' }).click();
  await expectNoViolation(page);
});
