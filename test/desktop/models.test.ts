// Models: those that came along write at one click; files are opened by drop and by a second start, written with, looked into, trained on from, exported; and bad ones refused.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { initialWeights } from '../../src-engine/model/initialise';
import { encodeModel } from '../../src-engine/model/model-file';
import { encodeOnnx } from '../../src-engine/model/onnx-file';
import { encodeSafetensors, type Tensor } from '../../src-engine/model/safetensors';
import { asStateDict, plainRnnOf } from '../fixtures/torch/plain-rnn';
import { answerOpenDialogs, answerSaveDialogs } from './answer-dialogs';
import { dropFiles } from './drop-files';
import { chooseFromMenu } from './menu';
import { openApplication, type OpenApplication } from './packaged-application';
import { openInBrowser } from './plain-browser';
import { axeFaults } from './screen-faults';
import { startAgain } from './second-start';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';

const HIDDEN = 24;
const LSTM: Record<string, Tensor> = {
  weight_ih_l0: { dtype: 'F32', shape: [4 * 3, 256], data: new Float32Array(4 * 3 * 256) },
  weight_hh_l0: { dtype: 'F32', shape: [4 * 3, 3], data: new Float32Array(4 * 3 * 3) },
};

/** The draft as a page, in a browser: it writes the draft's bytes again, asks for no address, and is fit to be used. */
async function generatesInBrowser({ app, page }: OpenApplication, folder: string): Promise<void> {
  const save = async (form: RegExp, path: string): Promise<void> => {
    await answerSaveDialogs(app, path);
    await page.getByRole('button', { name: 'Save text', exact: true }).click();
    await page.getByRole('button', { name: form }).click();
    await page.getByText(`Saved “${basename(path)}”.`).waitFor();
    await page.getByRole('button', { name: 'Show in folder' }).waitFor();
  };
  const [text, exported] = [join(folder, 'draft.txt'), join(folder, 'Queequeg.html')];
  await save(/^Plain text/, text);
  await save(/^Web page/, exported);
  const browser = await openInBrowser(app, exported);
  await browser.page.getByRole('heading', { name: 'Queequeg' }).waitFor();
  await browser.page.getByRole('button', { name: 'Generate' }).click();
  await browser.page
    .getByRole('status')
    .filter({ hasText: /^300 bytes in / })
    .waitFor();
  const written = await browser.page.getByRole('article', { name: 'Generated text' }).textContent();
  expect(written).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(text)));
  for (const colorScheme of ['light', 'dark'] as const) {
    await browser.page.emulateMedia({ colorScheme });
    expect(await axeFaults(browser.page), colorScheme).toEqual([]);
  }
  const width = await browser.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
  expect((await browser.requests()).filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(exported).href]);
  await browser.close();
}

/** One click, and it writes; what it is stands in its head, and it is in the list from then on. */
async function writeAtOnce(page: Page): Promise<void> {
  const list = page.getByRole('navigation', { name: 'Models' });
  const sample = page.getByRole('group', { name: 'Moby-Dick' });
  await sample.waitFor();
  expect(await list.count()).toBe(0);
  await page.getByRole('group', { name: 'The Keeper’s Year' }).getByRole('button', { name: 'Look inside' }).click();
  await page.getByRole('tab', { name: 'Look inside', selected: true }).waitFor();
  await page.getByRole('button', { name: 'New run' }).click();
  await sample.getByRole('button', { name: 'Write at once' }).click();
  await page.getByRole('heading', { name: 'Moby-Dick', level: 1 }).waitFor();
  await page.getByText(/^Trained on Moby-Dick for [\d,]+ updates; \d\.\d\d bits\/byte on held-out text$/).waitFor();
  await page.locator('[role=log][aria-busy=false]').waitFor();
  expect(await page.getByRole('log', { name: 'Generated text' }).textContent()).toMatch(/^The whale .{500}/s);
  await list.getByRole('button', { name: /Moby-Dick/ }).waitFor();
  for (const name of ['The Keeper’s Year', 'Moby-Dick']) {
    await list.getByRole('button', { name: name.replace('’', "'") }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
  }
  // Its draft would go with it.
  await page.getByRole('dialog', { name: 'Remove “Moby-Dick”?' }).getByRole('button', { name: 'Remove' }).click();
  await list.waitFor({ state: 'detached' });
}

it('a model is opened by drop, by dialog and by a second start; writes, is looked into, trained on from and exported', async () => {
  const folder = temporaryFolder();
  const userData = join(folder, 'user-data');
  const weights = initialWeights(HIDDEN, 5, 'uniform');
  const file = join(folder, 'Queequeg.safetensors');
  writeFileSync(file, encodeModel(weights));
  const damaged = join(folder, 'torn.safetensors');
  writeFileSync(damaged, readFileSync(file).subarray(0, 900));
  const other = join(folder, 'Pip.safetensors');
  writeFileSync(other, encodeModel(initialWeights(HIDDEN + 1, 6, 'uniform')));

  const opened = await openApplication(userData);
  const { app, page, quit } = opened;
  onTestFinished(quit);
  await page.getByRole('button', { name: 'Choose a text…' }).first().waitFor();
  await writeAtOnce(page);
  await dropFiles(page, page.locator('main'), [damaged]);
  const refusal = page.getByRole('alert').filter({ hasText: '"torn.safetensors" is not a complete safetensors file' });
  await refusal.waitFor();
  expect(await refusal.textContent()).not.toMatch(/[Uu]nexpected|Error|undefined/);

  await dropFiles(page, page.locator('main'), [file]);
  await page.getByRole('heading', { name: 'Queequeg' }).waitFor();
  await page.getByText(`${HIDDEN} hidden units, ${(HIDDEN * (512 + HIDDEN)).toLocaleString('en')} weights`).waitFor();
  await page.getByRole('textbox', { name: 'Length' }).fill('300');
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  await page.getByRole('button', { name: 'Stop generating' }).waitFor({ state: 'detached' });
  await waitUntil('text is written', async () => {
    const text = await page.getByRole('log', { name: 'Generated text' }).first().textContent();
    return (text ?? '').length > 100;
  });
  await generatesInBrowser(opened, folder);
  await page.getByRole('tab', { name: 'Look inside' }).click();
  await page.getByRole('slider', { name: 'Byte of the text' }).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without it the colours change over a moment, and axe looks at some of between.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeFaults(page), colorScheme).toEqual([]);
  }

  // As PyTorch saves the same network, it is the same model; another network says what it is.
  const saved = join(folder, 'state-dict.safetensors');
  writeFileSync(saved, encodeSafetensors(asStateDict(plainRnnOf(weights), 'model.')));
  await dropFiles(page, page.locator('main'), [saved]);
  await page.getByRole('heading', { name: 'state-dict' }).waitFor();
  await page.getByText(`${HIDDEN} hidden units`).waitFor();
  const lstm = join(folder, 'lstm.safetensors');
  writeFileSync(lstm, encodeSafetensors(LSTM));
  await dropFiles(page, page.locator('main'), [lstm]);
  await page.getByRole('alert').filter({ hasText: '"lstm.safetensors" holds an LSTM' }).waitFor();
  await dropFiles(page, page.locator('main'), [file]);
  await page.getByRole('heading', { name: 'Queequeg' }).waitFor();

  const graph = join(folder, 'Queequeg.onnx');
  await answerSaveDialogs(app, graph);
  await chooseFromMenu(app, 'export-onnx');
  await waitUntil('the graph is exported', () => existsSync(graph));
  expect(new Uint8Array(readFileSync(graph))).toEqual(encodeOnnx(weights, 'Queequeg'));

  // Of the network as it is now, in the menu.
  const taken = join(folder, 'taken.html');
  await answerSaveDialogs(app, taken);
  await chooseFromMenu(app, 'export-page');
  await waitUntil('the page is exported', () => existsSync(taken));
  expect(readFileSync(taken, 'utf8')).toContain('<title>Queequeg</title>');

  expect(await startAgain(userData, [other])).toBe(0);
  await page.getByRole('heading', { name: 'Pip' }).waitFor();
  await answerOpenDialogs(app, [file]);
  await chooseFromMenu(app, 'open-model');
  await page.getByRole('heading', { name: 'Queequeg' }).waitFor();

  // Both models write the same prompt, side by side.
  await page.getByRole('tab', { name: 'Write' }).click();
  await page.getByRole('button', { name: 'Compare with another model' }).click();
  await page.getByRole('combobox', { name: 'Model 2' }).selectOption({ label: 'Pip' });
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  const byBoth = page.getByRole('region', { name: /^Draft, / });
  await waitUntil('both have written', async () => {
    const done = await page.locator('[role=log][aria-busy=false]').count();
    return done === 2 && (await byBoth.count()) === 2;
  });
  const headings = (await byBoth.allTextContents()).join(' ');
  expect([headings.includes('Queequeg'), headings.includes('Pip')]).toEqual([true, true]);

  await page.getByRole('button', { name: 'Continue training' }).click();
  await page.getByText('The new run continues training Queequeg').waitFor();
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await page
    .getByRole('definition')
    .filter({ hasText: `${HIDDEN} units` })
    .waitFor();
  expect(await page.getByRole('textbox', { name: 'Hidden size', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await page.getByRole('navigation', { name: 'Models' }).getByRole('button', { name: /Pip/ }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Models' })
    .getByRole('button', { name: /Pip/ })
    .waitFor({ state: 'detached' });
});
