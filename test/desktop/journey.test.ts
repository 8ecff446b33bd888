// The main job, from a dropped file to exported text and model, in the packaged application, as the user would do it.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { decodeSafetensors } from '../../src-engine/model/safetensors';
import { answerSaveDialogs } from './answer-dialogs';
import { dropFiles } from './drop-files';
import { expectNoRequests } from './network-log';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownLoss, shownUpdate } from './window';

const PROSE = fileURLToPath(new URL('../../out/samples/Moby-Dick.txt', import.meta.url));
/** A network that knows nothing needs 8 bits for a byte: it has to have learned this much. */
const LOSS_TO_REACH_BITS_PER_BYTE = 4;
const LETTERS = 2000;
const HIDDEN = 96;

async function set(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(value);
  await field.press('Enter');
}

async function dropAndStart(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Choose a text…' }).first().waitFor();
  await dropFiles(page, page.locator('main'), [file]);
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await page.getByText('whale.txt').first().waitFor();
  await set(page, 'Hidden size', String(HIDDEN));
  await set(page, 'Learning rate', '0.003');
  await set(page, 'Truncation k', '32');
  await set(page, 'Lanes', '24');
  await set(page, 'Seed', '7');
  await page.getByRole('combobox', { name: 'Optimiser' }).selectOption('Adam');
  await page.getByRole('textbox', { name: 'Run name' }).fill('Ahab');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
}

async function generateWhileTraining(page: Page): Promise<string> {
  await page.getByRole('tab', { name: 'Write' }).click();
  await page.getByRole('textbox', { name: 'Prompt' }).fill('The whale ');
  await page.getByRole('textbox', { name: 'Length' }).fill(String(LETTERS));
  await page.getByRole('textbox', { name: 'Temperature', exact: true }).fill('0.7');
  const before = await shownUpdate(page);
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  await page.getByRole('button', { name: 'Stop generating' }).waitFor({ state: 'detached' });
  await waitUntil('training has gone on meanwhile', async () => (await shownUpdate(page)) > before);
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  // What has arrived is drawn at the next frame.
  await page.locator('[role=log][aria-busy=false]').waitFor();
  return (await page.getByRole('log', { name: 'Generated text' }).textContent()) ?? '';
}

/** It comes by itself at the very first start, goes through its steps and is left by Escape. */
async function leaveTheTour(page: Page): Promise<void> {
  const tour = page.getByRole('complementary', { name: 'Begin in the middle' });
  await tour.waitFor();
  await tour.getByRole('button', { name: 'Next' }).click();
  const second = page.getByRole('complementary', { name: 'The controls are on the right' });
  await second.getByText('Step 2 of 4').waitFor();
  await page.keyboard.press('Escape');
  await second.waitFor({ state: 'detached' });
}

/** The engine begins after that: the window remembered its list. */
const wasListedBeforeItWasDrawn = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [listed, drawn] = ['first-runs', 'first-paint'].map((name) => performance.getEntriesByName(name)[0]);
    return listed !== undefined && drawn !== undefined && listed.startTime < drawn.startTime;
  });

it('drop a text, train, watch the loss fall, generate meanwhile, export, close, reopen, find the run', async () => {
  const folder = temporaryFolder();
  const text = join(folder, 'whale.txt');
  copyFileSync(PROSE, text);
  const userData = join(folder, 'user-data');

  const netLog = join(folder, 'network.json');
  const first = await openApplication(userData, { switches: [`--log-net-log=${netLog}`], withTour: true });
  onTestFinished(() => first.quit());
  await leaveTheTour(first.page);
  await dropAndStart(first.page, text);
  await waitUntil(
    `the loss is below ${LOSS_TO_REACH_BITS_PER_BYTE} bits/byte`,
    async () => (await shownLoss(first.page)) < LOSS_TO_REACH_BITS_PER_BYTE,
  );

  await set(first.page, 'Learning rate', '0.001');
  const generated = await generateWhileTraining(first.page);
  expect(generated.length).toBeGreaterThan(LETTERS / 2);

  const textFile = join(folder, 'written.txt');
  await answerSaveDialogs(first.app, textFile);
  await first.page.getByRole('button', { name: 'Save text' }).click();
  await first.page.getByRole('button', { name: 'Plain text' }).click();
  await waitUntil('the text is saved', () => existsSync(textFile));
  expect(readFileSync(textFile, 'utf8').trim()).toBe(generated.trim());

  const modelFile = join(folder, 'ahab.safetensors');
  await answerSaveDialogs(first.app, modelFile);
  await first.page.getByRole('button', { name: 'Export model…' }).click();
  await waitUntil('the model is exported', () => existsSync(modelFile));
  const { tensors } = decodeSafetensors(readFileSync(modelFile), modelFile);
  const shapes = Object.entries(tensors).map(([name, tensor]) => [name, tensor.shape]);
  expect(Object.fromEntries(shapes)).toEqual({ Wxh: [256, HIDDEN], Whh: [HIDDEN, HIDDEN], Who: [HIDDEN, 256] });

  await first.page.getByRole('button', { name: 'Pause', exact: true }).click();
  await first.page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
  const pausedAt = await shownUpdate(first.page);
  // Then no run is open at the next start, and nothing there asks for the engine.
  await first.page.getByRole('button', { name: 'New run' }).click();
  await first.quit();
  expectNoRequests(readFileSync(netLog, 'utf8'));

  const second = await openApplication(userData);
  onTestFinished(() => second.quit());
  const { page } = second;
  await page.getByRole('navigation', { name: 'Runs' }).getByRole('button', { name: 'Ahab' }).click();
  expect(await wasListedBeforeItWasDrawn(page)).toBe(true);
  expect(await shownUpdate(page)).toBe(pausedAt);
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await waitUntil('it goes on from there', async () => (await shownUpdate(page)) > pausedAt);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
});
