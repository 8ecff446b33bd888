// The Write tab in the packaged application, as the user uses it while a network trains: drafts, reading, alternatives, export, and again after a restart.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { predictEveryByte } from './begin-run';
import { answerSaveDialogs } from './answer-dialogs';
import { waitForFocus } from './focus';
import { readInMain } from './in-main';
import { openApplication, type OpenApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownLoss, shownUpdate } from './window';

const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const drafts = (page: Page): Locator => page.getByRole('region', { name: /^Draft, / });
const texts = (page: Page): Locator => page.getByRole('log', { name: 'Generated text' });
const drawn = async (page: Page): Promise<string> =>
  (await texts(page).first().locator('.content').textContent()) ?? '';

/** Characters without a picture are drawn as marks, which are no text. Which have none is the page's Unicode to say, which may be older than Node's. */
const withoutMarked = (page: Page, text: string): Promise<string> =>
  page.evaluate(
    (whole) => whole.replace(/(?!\n|\t|\u200c|\u200d|\ufe0f)[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/gu, ''),
    text,
  );

/** Once all of it is written and drawn. */
async function textOf(page: Page): Promise<string> {
  await page.locator('[role=log][aria-busy=false]').first().waitFor();
  return drawn(page);
}

async function trainAndShowWrite(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  await field(page, 'Hidden size').fill('128');
  // A network of before the first update then writes bytes that the text does not have.
  await predictEveryByte(page);
  await button(page, 'Start').click();
  await button(page, 'Pause').waitFor();
  // Before that it writes any bytes, of which hardly four in a row stand in a text, and many have no picture.
  await waitUntil('it has learned which bytes are common', async () => (await shownLoss(page)) < 4);
  await page.getByRole('tab', { name: 'Write' }).click();
}

async function generate(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await field(page, name).fill(value);
  await button(page, 'Generate').click();
  await button(page, 'Generate').waitFor();
  await waitUntil('all drafts are written', async () => (await page.getByText('Generating…').count()) === 0);
}

async function save(opened: OpenApplication, format: RegExp, path: string): Promise<string> {
  await answerSaveDialogs(opened.app, path);
  await button(opened.page, 'Save text').click();
  await opened.page.getByRole('button', { name: format }).click();
  await waitUntil('the text is saved', () => existsSync(path));
  return readFileSync(path, 'utf8');
}

it('writes while it trains: a fixed seed again, side by side, on from the end, another way and back, found and taken away', async () => {
  const folder = temporaryFolder();
  const opened = await openApplication(join(folder, 'user-data'));
  onTestFinished(opened.quit);
  const { page } = opened;
  await trainAndShowWrite(page);
  const before = await shownUpdate(page);

  await generate(page, { Prompt: 'Call me ', Length: '300', 'Sampling seed': '11' });
  expect(await textOf(page)).toMatch(/^Call me /);
  await waitUntil('training has gone on meanwhile', async () => (await shownUpdate(page)) > before);

  // Three side by side, each with a seed of its own.
  await page.getByRole('radio', { name: '3', exact: true }).check();
  await generate(page, { Length: '200' });
  expect(await drafts(page).count()).toBe(3);
  await page.getByRole('radio', { name: '1', exact: true }).check();
  await generate(page, { Length: '250' });

  // On from the end.
  const first = await textOf(page);
  await button(page, 'Continue').click();
  await waitUntil('it went on', async () => (await drawn(page)).length > first.length + 100);
  const whole = await textOf(page);
  expect(whole.startsWith(first)).toBe(true);

  // Another way from a character, by keyboard; back with one key.
  await texts(page).focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const options = page.getByRole('listbox', { name: 'Alternatives' }).getByRole('option');
  await waitUntil('ten alternatives are listed', async () => (await options.count()) === 10);
  expect(await options.first().textContent()).toMatch(/\d%/);
  await waitForFocus(page.getByRole('listbox', { name: 'Alternatives' }));
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => options.nth(1).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');
  await button(page, 'Back').waitFor();
  // What stands before the twelfth character may hold some that are drawn as marks, which are no text.
  const other = await textOf(page);
  expect(other).toMatch(/^Call me /);
  expect(other).not.toBe(whole);
  await texts(page).focus();
  await page.keyboard.press('Backspace');
  await waitUntil('the first way is back', async () => (await drawn(page)) === whole);

  // Both ways stand in the tree, which keys walk and prune.
  await button(page, 'Branches (2)').click();
  const tree = page.getByRole('treeitem');
  await waitForFocus(tree.first());
  await page.keyboard.press('ArrowRight');
  await waitForFocus(tree.nth(1));
  await page.keyboard.press('Enter');
  await waitUntil('the other way is shown', async () => (await drawn(page)) === other);
  await page.keyboard.press('Delete');
  await waitUntil('only the first way is left', async () => (await tree.count()) < 2);
  await page.keyboard.press('Escape');
  await button(page, 'History').click();
  await page
    .getByRole('dialog', { name: 'Earlier drafts' })
    .getByRole('button', { name: /Call me/ })
    .first()
    .click();
  await waitUntil('the first way is shown', async () => (await drawn(page)) === whole);

  // A character clicked with the mouse is asked about too.
  await texts(page).click({ position: { x: 60, y: 24 } });
  await options.first().waitFor();
  await waitForFocus(page.getByRole('listbox', { name: 'Alternatives' }));
  await page.keyboard.press('Escape');
  await expect.poll(() => options.count()).toBe(0);

  // Found.
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find in the text' }).fill('CALL ME');
  await page.getByText('1 of 1', { exact: true }).waitFor();
  await button(page, 'Close search').click();

  // What of it stands in the text.
  await page.getByRole('radio', { name: 'Copied' }).check();
  const copies = page.getByRole('region', { name: 'Copied from the text' });
  await copies.getByText(/stands? in “Moby-Dick/).waitFor();
  await field(page, 'At least').fill('4');
  await page.keyboard.press('Tab');
  await copies.getByText(/stands in “Moby-Dick.*; the longest stretch has/).waitFor();
  const places = copies.locator('.where');
  const [, count = '0'] = /^1 of ([\d,]+)/.exec((await places.textContent())!.trim()) ?? [];
  await button(page, 'Next copied stretch').click();
  await expect.poll(() => places.textContent()).toMatch(Number(count) > 1 ? /^\s*2 of/ : /^\s*1 of/);
  await page.getByRole('radio', { name: 'Plain' }).check();

  // Taken away in three forms, all of the same text.
  const plain = await save(opened, /^Plain text/, join(folder, 'text.txt'));
  expect(await withoutMarked(page, plain)).toBe(whole);
  expect(await save(opened, /^Markdown/, join(folder, 'text.md'))).toContain('- Temperature: 0.8');
  const json = JSON.parse(await save(opened, /^JSON/, join(folder, 'text.json'))) as {
    bytes: { text: string; probability: number | null }[];
  };
  expect(json.bytes.map(({ text }) => text).join('')).toBe(plain);
  expect(json.bytes.filter(({ probability }) => probability !== null).length).toBeGreaterThan(400);
  const card = join(folder, 'card.png');
  await save(opened, /^Picture/, card);
  const header = readFileSync(card);
  expect([header.toString('latin1', 1, 4), header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([
    'PNG',
    2400,
    1260,
  ]);
  await button(page, 'Copy').click();
  const copied = () => readInMain(opened.app, ({ clipboard }) => clipboard.readText(), null);
  await waitUntil('the text is in the clipboard', async () => (await copied()) === plain);
});

it('writes as it is asked to: a style, what must not be generated, and a word where a text circles; remembered by the run, whose texts are scored', async () => {
  const folder = temporaryFolder();
  const opened = await openApplication(join(folder, 'user-data'));
  onTestFinished(opened.quit);
  const { page } = opened;
  await trainAndShowWrite(page);
  const style = page.getByRole('combobox', { name: 'Style' });
  expect(await style.inputValue()).toBe('Balanced');
  await style.selectOption('Careful');
  expect(await field(page, 'Temperature').inputValue()).toBe('0.6');

  // Without the commonest letter, and its pattern first typed wrongly.
  await page.getByText('Never, and rather').click();
  await page.getByRole('textbox', { name: 'Never' }).fill('/(e/');
  await button(page, 'Generate').click();
  await page.getByRole('alert').filter({ hasText: 'has a "(" that is not closed' }).waitFor();
  await page.getByRole('textbox', { name: 'Never' }).fill('/e/i\nth');
  await generate(page, { Prompt: 'A whal', Length: '600', 'Sampling seed': '1' });
  await textOf(page);
  const without = (await save(opened, /^Plain text/, join(folder, 'without.txt'))).slice('A whal'.length);
  // It stops where it circles.
  expect(without.length).toBeGreaterThan(100);
  expect(without).not.toMatch(/e/i);
  expect(without).not.toContain('th');

  // At temperature 0 a network that has learned little circles, and says so.
  await page.getByRole('textbox', { name: 'Never' }).fill('');
  await page.getByText('No loops').click();
  await generate(page, { Temperature: '0', 'Repeat penalty': '0', Length: '5000', Prompt: 'x' });
  await page.getByText(/^Generating stopped: the text repeats the same/).waitFor();
  expect(await style.inputValue()).toBe('');
  await button(page, 'Save as a style…').click();
  await page.getByRole('textbox', { name: 'Name of the style' }).fill('Dull');
  await button(page, 'Save').click();
  expect(await style.inputValue()).toBe('Dull');

  // Two texts, of which the network has learned the words of one.
  await page.getByRole('tab', { name: 'Look inside' }).click();
  await page.getByRole('radio', { name: 'Score' }).check();
  for (const text of ['zqxj vvkk wwqq zzxx', 'the whale and the sea']) {
    await page.getByRole('textbox', { name: 'Text to score' }).fill(text);
    await button(page, 'Score text').click();
  }
  const rows = page.getByRole('row');
  await waitUntil('both are scored', async () => (await rows.getByRole('button', { name: /·/ }).count()) === 2);
  expect(await rows.nth(1).getByRole('rowheader').textContent()).toBe('the whale and the sea');
  await page.getByRole('region', { name: 'Most surprising places' }).getByRole('button').first().click();
  await page.getByRole('region', { name: 'Scored text' }).getByText('zqxj').waitFor();
  await button(page, 'Remove zqxj vvkk wwqq zzxx').click();
  await expect.poll(() => rows.count()).toBe(2);

  // Another start finds the style, and the run as it was written with.
  await page.getByRole('tab', { name: 'Write', exact: true }).click();
  await field(page, 'Prompt').fill('Once more');
  await waitUntil('it is kept', () =>
    readdirSync(join(folder, 'user-data'), { recursive: true }).some((path) => {
      const isKept = String(path).endsWith('writing.settings');
      return isKept && readFileSync(join(folder, 'user-data', String(path)), 'utf8').includes('Once more');
    }),
  );
  await button(page, 'Pause').click();
  await button(page, 'Resume').waitFor();
  await opened.quit();
  const again = await openApplication(join(folder, 'user-data'));
  onTestFinished(again.quit);
  await again.page.getByRole('tab', { name: 'Write' }).click();
  await expect.poll(() => field(again.page, 'Prompt').inputValue()).toBe('Once more');
  expect(await again.page.getByRole('combobox', { name: 'Style' }).inputValue()).toBe('Dull');
});

it('keeps what was written: favourites and history are there again after a restart, and checkpoints can write too', async () => {
  const userData = join(temporaryFolder(), 'user-data');
  const first = await openApplication(userData);
  onTestFinished(first.quit);
  await trainAndShowWrite(first.page);
  await generate(first.page, { Prompt: 'Ahab ', Length: '200', 'Sampling seed': '21' });
  await button(first.page, 'Favourite').click();
  await waitUntil(
    'it is a favourite',
    async () => (await button(first.page, 'Favourite').getAttribute('aria-pressed')) === 'true',
  );
  const favourite = await textOf(first.page);
  await generate(first.page, { Prompt: 'Ishmael ' });
  await button(first.page, 'Pause').click();
  await button(first.page, 'Resume').waitFor();
  await first.quit();

  const second = await openApplication(userData);
  onTestFinished(second.quit);
  const { page } = second;
  await page.getByRole('tab', { name: 'Write' }).click();
  await waitUntil('the newest draft is shown', async () => (await drawn(page)).startsWith('Ishmael '));
  await button(page, 'History').click();
  const entries = page.getByRole('dialog').getByRole('listitem');
  expect(await entries.count()).toBe(2);
  await entries.first().getByRole('button', { name: /^Ahab/ }).click();
  await waitUntil('the favourite is shown', async () => (await drawn(page)) === favourite);

  const checkpoint = page.getByRole('combobox', { name: 'Checkpoint' });
  await waitUntil('its checkpoints are listed', async () => (await checkpoint.locator('option').count()) > 1);
  await checkpoint.selectOption('0');
  await generate(page, { Prompt: 'x', Length: '900' });
  await textOf(page);
  // A network of before the first update writes all bytes alike, so that some have no picture of their own.
  await expect.poll(() => page.locator('.byte-mark').count()).toBeGreaterThan(10);
  expect(await drafts(page).getAttribute('aria-label')).not.toContain('update');

  await button(page, 'History').click();
  await entries.nth(1).getByRole('button', { name: 'Delete', exact: true }).click();
  await waitUntil('it is gone', async () => (await entries.count()) === 2);
  await button(page, 'Undo').click();
  await waitUntil('it is back', async () => (await entries.count()) === 3);
  await page.keyboard.press('Escape');

  // The same prompt by two networks, one click; then a pattern found.
  await button(page, 'Compare with another model').click();
  await page.getByRole('combobox', { name: 'Checkpoint 2' }).selectOption('now');
  await generate(page, { Prompt: 'The whale ', Length: '300' });
  expect(await drafts(page).count()).toBe(2);
  expect((await drafts(page).allTextContents()).filter((text) => text.includes('update'))).toHaveLength(1);
  await page.keyboard.press('Control+f');
  await page.getByRole('checkbox', { name: 'Pattern' }).check();
  await page.getByRole('textbox', { name: 'Find in the text' }).fill('wh[a-z]+e ');
  await page.getByText(/^1 of /).waitFor();
  await page.getByRole('textbox', { name: 'Find in the text' }).fill('(');
  await page.getByRole('alert').filter({ hasText: 'not closed' }).waitFor();
});
