// Measures the heat map of the largest network in the packaged application, for docs/performance.md. No test: nothing is asserted.
import { cpus } from 'node:os';
import type { Page } from 'playwright-core';
import { it, onTestFinished } from 'vitest';
import { framesTold, framesWhile } from './frames';
import { leaveFigures } from './leave-figures';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';

const HIDDEN_SIZE = '1024';
const NOTCHES = 90;

async function trainALittle(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await page.getByRole('textbox', { name: 'Hidden size', exact: true }).fill(HIDDEN_SIZE);
  await page.getByRole('combobox', { name: 'Length unit' }).selectOption('Updates');
  await page.getByRole('textbox', { name: 'Train for', exact: true }).fill('5');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
}

it('measures looking inside', async () => {
  const { page, quit } = await openApplication(temporaryFolder());
  onTestFinished(quit);
  await trainALittle(page);
  await page.getByRole('tab', { name: 'Look inside' }).click();
  await page.getByRole('slider', { name: 'Byte of the text' }).waitFor();
  const map = page.getByRole('group', { name: /^Heat map of 1,024 units over 2,000 bytes/ });
  const began = Date.now();
  await page.getByRole('radio', { name: 'Heat map', exact: true }).check({ force: true });
  await map.waitFor();
  const openingMs = Date.now() - began;
  await map.hover();
  const zooming = await framesWhile(page, async () => {
    for (let notch = 0; notch < NOTCHES; notch++) await page.mouse.wheel(0, notch < NOTCHES / 2 ? -60 : 60);
  });
  const dragging = await framesWhile(page, async () => {
    for (let notch = 0; notch < 6; notch++) await page.mouse.wheel(0, -120);
    await page.mouse.down();
    for (let step = 0; step < NOTCHES; step++) await page.mouse.move(600 + 2 * (step % 30), 560 + (step % 20));
    await page.mouse.up();
  });
  leaveFigures('look', [
    `Electron ${await page.evaluate(() => /Electron\/(\S+)/.exec(navigator.userAgent)?.[1] ?? '')}, ${cpus().length} × ${cpus()[0]?.model.trim()}, no graphics card; the heat map of 1,024 units over 2,000 bytes.`,
    '',
    `- From the click to the picture: ${openingMs} ms.`,
    `- Zooming with the wheel: ${framesTold(zooming)}.`,
    `- Dragging it: ${framesTold(dragging)}.`,
  ]);
});
