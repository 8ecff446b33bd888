// Look inside and By the book in the packaged application: on a network that trains, and on one of its checkpoints.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'iconv-lite';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { addGradients, walkOn, zeroNetwork } from '../../src-engine/kernels/reference';
import { beginLane } from '../../src-engine/kernels/reference-updates';
import { decodeModel } from '../../src-engine/model/model-file';
import { worstShare } from '../fixtures/golden';
import { answerSaveDialogs } from './answer-dialogs';
import { beginRun, predictEveryByte } from './begin-run';
import { dropFiles } from './drop-files';
import { readInMain } from './in-main';
import { openApplication, type OpenApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownLoss } from './window';

const PROSE = fileURLToPath(new URL('../../out/samples/Moby-Dick.txt', import.meta.url));
const TYPED = 'He said: "Call 7 (or 9) men, Starbuck."\nAnd so "they" came [all 12 of them], and (late) sat "down".\n';

const byteOfText = (page: Page) => page.getByRole('slider', { name: 'Byte of the text' });
const show = (page: Page, view: string) => page.getByRole('radio', { name: view, exact: true }).check({ force: true });
const weights = (page: Page) => page.getByRole('combobox', { name: 'Checkpoint' });

/** The update whose weights are shown, while they are the current ones. */
async function shownWeights(page: Page): Promise<number> {
  const label = (await weights(page).locator('option').first().textContent()) ?? '';
  return Number(/update ([\d,]+)/.exec(label)?.[1]?.replaceAll(',', '') ?? NaN);
}

interface Copied {
  t: number;
  x: number[];
  target: number;
  dWxh: number[][];
  dWhh: number[][];
  dWho: number[][];
}

async function copiedNumbers({ app, page }: OpenApplication): Promise<Copied> {
  await page.getByRole('button', { name: 'Copy as JSON' }).click();
  await page.getByText('Copied as JSON.').waitFor();
  return JSON.parse(await readInMain(app, ({ clipboard }) => clipboard.readText(), null)) as Copied;
}

async function exportedNetwork({ app, page }: OpenApplication, path: string) {
  await answerSaveDialogs(app, path);
  await page.getByRole('tab', { name: 'Write' }).click();
  await page.getByRole('button', { name: 'Export model…' }).click();
  await waitUntil('the model is exported', () => existsSync(path));
  await page.getByRole('tab', { name: 'Look inside' }).click();
  return decodeModel(readFileSync(path), path);
}

/** The numbers of the page against the equations in float64, with the weights of the exported model and the bytes of the file. */
async function expectReferenceGradients(opened: OpenApplication, folder: string, truncation: number): Promise<void> {
  const copied = await copiedNumbers(opened);
  const { hiddenSize, Wxh, Whh, Who } = await exportedNetwork(opened, join(folder, 'model.safetensors'));
  const network = {
    hiddenSize,
    Wxh: Float64Array.from(Wxh),
    Whh: Float64Array.from(Whh),
    Who: Float64Array.from(Who),
  };
  const text = readFileSync(PROSE).subarray(0, copied.t + 2);
  expect(copied.target).toBe(text[copied.t + 1]);
  const walk = walkOn(network, beginLane(hiddenSize), text.subarray(0, copied.t + 1));
  const gradients = zeroNetwork(hiddenSize);
  addGradients(gradients, network, walk, { t: copied.t, target: copied.target, truncation, share: 1 });
  for (const name of ['Wxh', 'Whh', 'Who'] as const) {
    expect(worstShare(copied[`d${name}`].flat(), gradients[name]), name).toBeLessThan(1e-5);
  }
}

it('a network is looked into while it trains and at a checkpoint: units, heat map, weights, gradient flow, by the book', async () => {
  const folder = temporaryFolder();
  const opened = await openApplication(join(folder, 'user-data'));
  const { page, quit } = opened;
  onTestFinished(quit);
  // As the float64 equations do, which know of no smaller alphabet.
  await beginRun(page, 'Ishmael', () => predictEveryByte(page));
  await page.getByRole('tab', { name: 'Look inside' }).click();
  await byteOfText(page).waitFor();
  const before = await shownWeights(page);
  await waitUntil('the weights of a later moment are shown', async () => (await shownWeights(page)) > before);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();

  await byteOfText(page).press('Home');
  await byteOfText(page).press('ArrowRight');
  await waitUntil('the second byte is told', async () =>
    /^Byte 1, H: unit \d+ at -?[\d.]+\. Most likely next: /.test(
      (await byteOfText(page).getAttribute('aria-valuetext')) ?? '',
    ),
  );

  await show(page, 'Typed');
  await page.getByRole('textbox', { name: /^Text to read/ }).fill(TYPED);
  // Until it has been read, the best units are those of the text before.
  await expect.poll(() => byteOfText(page).getAttribute('aria-valuemax')).toBe(String(TYPED.length - 1));
  for (const feature of ['Quotes', 'Brackets', 'Line position', 'Capitals', 'Digits', 'Spaces']) {
    const best = page.getByRole('button', { name: new RegExp(`^${feature} unit \\d+`) });
    await best.click();
    const unit = /unit (\d+)/.exec((await best.textContent()) ?? '')?.[1];
    await waitUntil(`${feature} names its unit`, async () => {
      return (await page.getByRole('textbox', { name: 'Unit', exact: true }).inputValue()) === unit;
    });
  }

  await show(page, 'From the text');
  await show(page, 'Heat map');
  const map = page.getByRole('group', { name: /^Heat map of 48 units over 2,000 bytes/ });
  await map.press('+');
  await page.getByText(/^Unit \d+ at -?[\d.]+ after byte \d+/).waitFor();

  await show(page, 'Weights');
  await show(page, 'Who: state to byte');
  await page.getByRole('group', { name: /^Who, 48 rows by 256 columns/ }).waitFor();

  await show(page, 'Gradient flow');
  await page.getByRole('img', { name: /error/ }).waitFor();
  await page.getByRole('region', { name: 'Saturation' }).getByText('Share of all activations').waitFor();

  await show(page, 'By the book');
  const book = page.getByRole('tabpanel', { name: 'Look inside' });
  await book.getByRole('textbox', { name: 'Truncation k', exact: true }).fill('9');
  await book.getByRole('textbox', { name: 'Byte t' }).fill('120');
  await page.getByRole('heading', { name: 'Backward through time: the 10 terms of the sums' }).waitFor();
  await waitUntil('byte 120 is worked through', async () => (await copiedNumbers(opened)).t === 120);
  await expectReferenceGradients(opened, folder, 9);

  await weights(page).focus();
  await waitUntil('a checkpoint is offered', async () => (await weights(page).locator('option').count()) > 1);
  await weights(page).selectOption({ index: 1 });
  await page.getByRole('heading', { name: 'Forward: the state' }).waitFor();
});

it('a text in another encoding is trained on, written in and looked into as it reads, and so is a draft', async () => {
  const folder = temporaryFolder();
  const { page, quit } = await openApplication(join(folder, 'user-data'));
  onTestFinished(quit);
  const path = join(folder, 'été.txt');
  writeFileSync(path, encode('été, forêt, thé, café, dîner, hôtel, naïf, élève.\n'.repeat(400), 'windows-1252'));
  await dropFiles(page, page.getByRole('navigation'), [path]);
  await page.getByRole('combobox', { name: 'Read as' }).waitFor();
  await expect.poll(() => page.getByRole('combobox', { name: 'Read as' }).inputValue()).toBe('windows-1252');
  await page.getByRole('textbox', { name: 'Hidden size', exact: true }).fill('48');
  await page.getByRole('textbox', { name: 'Train for', exact: true }).fill('100000');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await waitUntil('it has learned the words', async () => (await shownLoss(page)) < 1);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();

  await page.getByRole('tab', { name: 'Write' }).click();
  await page.getByRole('textbox', { name: 'Prompt' }).fill('thé, ');
  await page.getByRole('textbox', { name: 'Length', exact: true }).fill('60');
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  // Five letters were given; of the sixty after them some have accents too.
  await expect.poll(() => page.getByRole('log').textContent()).toMatch(/^\s*thé, (?=.*[éêîôïè]).{60}/s);

  await page.getByRole('tab', { name: 'Look inside' }).click();
  const told = () => byteOfText(page).getAttribute('aria-valuetext');
  await byteOfText(page).press('Home');
  await expect.poll(told).toMatch(/^Byte 0, é: unit/);
  await show(page, 'Generated');
  await page.getByRole('combobox', { name: 'Draft' }).selectOption({ index: 1 });
  await expect.poll(() => byteOfText(page).getAttribute('aria-valuemax')).toBe('64');
  await byteOfText(page).press('Home');
  await byteOfText(page).press('ArrowRight');
  await byteOfText(page).press('ArrowRight');
  await expect.poll(told).toMatch(/^Byte 2, é: unit/);
  await show(page, 'Typed');
  await page.getByRole('textbox', { name: /^Text to read/ }).fill('né');
  await expect.poll(() => byteOfText(page).getAttribute('aria-valuemax')).toBe('1');
});
