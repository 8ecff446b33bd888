// The Train and Compare tabs on real training: the chart, its notes and files, checkpoints, a loss that runs away, runs over one another.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { answerSaveDialogs } from './answer-dialogs';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { resize, shownLoss, shownUpdate, SMALLEST, USUAL } from './window';

/** Seldom used settings are folded away. */
async function set(page: Page, label: string, value: string): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLDetailsElement>('aside details')) each.open = true;
  });
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

async function startVerse(page: Page, name: string, settings: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: 'New run' }).click();
  const verse = page.getByRole('button', { name: 'The Keeper’s Year' });
  await verse
    .or(page.getByRole('textbox', { name: 'Run name' }))
    .first()
    .waitFor();
  if (await verse.isVisible()) await verse.click();
  await page.getByRole('textbox', { name: 'Run name' }).fill(name);
  for (const [label, value] of Object.entries(settings)) await set(page, label, value);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
}

const chart = (page: Page) => page.getByRole('application', { name: /^Loss in/ });
const words = async (page: Page): Promise<string> => {
  const id = await chart(page).getAttribute('aria-describedby');
  return (await page.locator(`[id="${id ?? ''}"]`).textContent()) ?? '';
};
const pressed = (page: Page, name: string) => page.getByRole('button', { name, exact: true, pressed: true });

const THREE_LINES_PX = 72;
const SMALL = { 'Hidden size': '24', Lanes: '8', 'Truncation k': '16', 'Train for': '1000' };

it('shows a run’s whole course, goes back in it, recovers from divergence, and compares runs', async () => {
  const folder = temporaryFolder();
  const { page, app, quit } = await openApplication(join(folder, 'user-data'));
  onTestFinished(quit);
  await startVerse(page, 'Calm', { ...SMALL, 'Validate every': '1000000' });
  // The first figures and the first validation come without moving what is below them.
  const topOf = async () => (await chart(page).boundingBox())?.y;
  const [top, firstBest] = [await topOf(), page.getByTestId('best-validation').locator('strong')];
  expect(await firstBest.textContent()).toBe('–');
  await set(page, 'Validate every', '100');
  await waitUntil('the loss is below 5 bits/byte', async () => (await shownLoss(page)) < 5);

  // Notes: a changed setting, and going on after a pause.
  await set(page, 'Learning rate', '0.002');
  await waitUntil('the change is noted', async () => (await words(page)).includes('Learning rate 0.002 at update'));
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await waitUntil('resuming is noted', async () => (await words(page)).includes('Resumed at update'));
  await waitUntil('a checkpoint is due', async () => (await shownUpdate(page)) > 1100);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();

  expect(await firstBest.textContent()).not.toBe('–');
  expect(await topOf()).toBe(top);

  // In the smallest window chart and words are both in sight; what is seldom used is one press away.
  await resize(app, page, SMALLEST, 1);
  const sample = await page.getByRole('group', { name: 'Sample' }).boundingBox();
  expect(sample!.y + THREE_LINES_PX).toBeLessThan(SMALLEST.height);
  await page.getByRole('button', { name: 'Chart options', exact: true }).click();
  await page.getByRole('button', { name: 'Log x' }).click();
  await page.getByRole('button', { name: 'Log x' }).click();
  await page.getByRole('button', { name: 'Hide chart options' }).click();
  await resize(app, page, USUAL, 1);

  // Zoom and pan by keys, buttons and wheel; units and axes.
  await chart(page).focus();
  await page.keyboard.press('+');
  await page.getByRole('button', { name: 'Show all', exact: true, disabled: false }).waitFor();
  await page.keyboard.press('Home');
  await expect.poll(() => pressed(page, 'Follow latest').count()).toBe(0);
  await page.keyboard.press('End');
  await pressed(page, 'Follow latest').waitFor();
  await page.keyboard.press('0');
  await page.getByRole('button', { name: 'Show all', exact: true, disabled: true }).waitFor();
  await chart(page).hover();
  await page.mouse.wheel(0, -200);
  await page.getByRole('button', { name: 'Show all', exact: true, disabled: false }).click();
  for (const axis of ['bytes', 'time', 'updates']) {
    await page.getByRole('combobox', { name: 'Horizontal axis' }).selectOption(axis);
  }
  await page.getByRole('button', { name: 'Log x' }).click();
  await page.getByRole('button', { name: 'Log y' }).click();
  const unit = page.getByRole('radiogroup', { name: 'Loss unit' });
  await unit.getByRole('radio', { name: 'perplexity' }).check({ force: true });
  await waitUntil('it is said in perplexity', async () => (await words(page)).includes('perplexity'));
  await unit.getByRole('radio', { name: 'bits/byte' }).check({ force: true });
  await page.getByRole('button', { name: 'Log x' }).click();
  await page.getByRole('button', { name: 'Log y' }).click();

  // Files.
  for (const form of ['png', 'csv', 'json']) {
    const file = join(folder, `chart.${form}`);
    await answerSaveDialogs(app, file);
    await page.getByRole('button', { name: `Save as ${form.toUpperCase()}…` }).click();
    await waitUntil(`the ${form} is saved`, () => existsSync(file));
  }
  const pipe = join(folder, 'pipe.csv');
  execFileSync('mkfifo', [pipe]);
  await answerSaveDialogs(app, pipe);
  await page.getByRole('button', { name: 'Save as CSV…' }).click();
  await page.getByText('"pipe.csv" is not a file. Choose another name.').waitFor();
  expect(statSync(pipe).isFIFO()).toBe(true);
  const png = readFileSync(join(folder, 'chart.png'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const shownPx = (await chart(page).boundingBox())?.width ?? 0;
  expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * Math.floor(shownPx));
  const [header, ...rows] = readFileSync(join(folder, 'chart.csv'), 'utf8').trim().split('\r\n');
  expect(header).toContain('update,bytes,training_ms,loss_nats');
  expect(rows.length).toBeGreaterThan(50);
  const saved = JSON.parse(readFileSync(join(folder, 'chart.json'), 'utf8')) as { name: string; changes: object[] };
  const changes = [
    { name: 'validationEvery', value: 100 },
    { name: 'learningRate', value: 0.002 },
  ];
  expect(saved).toMatchObject({ name: 'Calm', changes });

  // Checkpoints: a note, and back to one.
  const before = await shownUpdate(page);
  await page.getByText('Checkpoints', { exact: true }).click();
  await page.getByText(/^\s*Unroll keeps the newest two.*They use/).waitFor();
  // Which are kept depends on where the pauses fell.
  const goBack = page.getByRole('button', { name: /^Go back to update [\d,]+…$/, disabled: false }).first();
  const place = /update ([\d,]+)/.exec((await goBack.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  const note = page.getByRole('textbox', { name: `Note on update ${place}` });
  await note.fill('first words');
  await note.press('Tab');
  await goBack.click();
  const dialog = page.getByRole('dialog', { name: `Go back to update ${place}?` });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await shownUpdate(page)).toBe(before);
  await goBack.click();
  await dialog.getByRole('button', { name: 'Go back', exact: true }).click();
  await waitUntil('going back is noted', async () => (await words(page)).includes('Went back from'));
  await waitUntil('it trains on', async () => (await shownUpdate(page)) > Number(place.replaceAll(',', '')));
  await expect.poll(() => note.inputValue()).toBe('first words');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();

  // A loss that runs away.
  await startVerse(page, 'Wild', { ...SMALL, 'Learning rate': '5' });
  const wayOut = page.getByRole('button', { name: /^Go back to update [\d,]+$/ });
  await wayOut.waitFor();
  await page.getByText(/Training diverged at update/).waitFor();
  await page.getByText(/half of that learning rate, 2\.5\./).waitFor();
  await page.getByRole('status').filter({ hasText: 'Paused' }).waitFor();
  await wayOut.click();
  const again = page.getByText(/half of that learning rate, 1\.25\./);
  await again
    .or(page.getByRole('button', { name: 'Pause', exact: true }))
    .first()
    .waitFor();

  // Runs over one another, by keys.
  await page.getByRole('tab', { name: 'Compare' }).click();
  const calm = page.getByRole('checkbox', { name: /^Calm/ });
  await calm.focus();
  await page.keyboard.press('Space');
  const table = page.getByRole('region', { name: 'Results and differing settings' });
  await table.getByRole('columnheader', { name: 'Learning rate' }).waitFor();
  expect(await table.getByRole('columnheader', { name: 'Hidden size' }).count()).toBe(0);
  const best = table.getByRole('columnheader', { name: /^Last loss/ });
  await best.getByRole('button').click();
  await expect.poll(() => best.getAttribute('aria-sort')).toBe('ascending');
  await expect.poll(() => table.getByRole('rowheader').allTextContents()).toEqual(['Calm', 'Wild']);
  const compared = join(folder, 'compared.csv');
  await answerSaveDialogs(app, compared);
  await page.getByRole('button', { name: 'Save as CSV…' }).click();
  await waitUntil('the table is saved', () => existsSync(compared));
  expect(readFileSync(compared, 'utf8')).toMatch(/^name,state,best_validation,.*learningRate.*\r\nCalm,/);
});
