// Texts of every kind in the window: encodings and their conversion, long ones, folders, recent ones, bad ones with a way out.
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { expect, it, onTestFinished } from 'vitest';
import { answerOpenDialogs, answerSaveDialogs } from './answer-dialogs';
import { dropFiles } from './drop-files';
import { readInMain } from './in-main';
import { takeDocuments } from './take-documents';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';

const FRENCH = 'Où était-il allé, ce garçon ? « Là-bas », répondit Élise ; l’été fut très chaud.\r\n'.repeat(300);
const JAPANESE = '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。\n'.repeat(300);
const TWELVE_GIGABYTES = 12 * 2 ** 30;

it('a text is explained, read in its encoding, converted, counted while a run begins, and found again among the recent ones', async () => {
  const folder = temporaryFolder();
  const userData = join(folder, 'user-data');
  const first = await openApplication(userData);
  const { app, page } = first;
  onTestFinished(() => first.quit().catch(() => undefined));
  const card = page.getByRole('region', { name: 'Training text' });
  const facts = page.getByRole('region', { name: 'The text', exact: true });
  const readAs = page.getByRole('combobox', { name: 'Read as' });
  const firstLines = page.getByRole('group', { name: 'First lines' });
  const drop = async (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    await dropFiles(page, page.getByRole('navigation'), [path]);
    await card.getByText(name, { exact: true }).waitFor();
    return path;
  };

  // Windows-1252, dropped onto the list of runs: seen, read right, its line endings shown.
  await drop('été.txt', encode(FRENCH, 'windows-1252'));
  await facts.getByText(/This text is not UTF-8; it seems to be Western/).waitFor();
  await expect.poll(() => firstLines.textContent()).toContain('répondit Élise');
  await facts.getByText('CR LF', { exact: true }).waitFor();
  expect(await readAs.inputValue()).toBe('windows-1252');

  // UTF-16 is converted beside itself, and the copy is what is read then.
  await drop('neko.txt', encode(JAPANESE, 'utf-16le', { addBOM: true }));
  await facts.getByText(/This text is UTF-16, as its byte-order mark says/).waitFor();
  const copy = join(folder, 'neko, UTF-8.txt');
  await answerSaveDialogs(app, copy);
  await facts.getByRole('button', { name: 'Convert to UTF-8…' }).click();
  await card.getByText('neko, UTF-8.txt').waitFor();
  expect(readFileSync(copy, 'utf8')).toBe(JAPANESE);
  await expect.poll(() => readAs.inputValue()).toBe('utf-8');
  expect(await facts.getByRole('button', { name: 'Convert to UTF-8…' }).count()).toBe(0);

  // Shift-JIS; the user may say that it is something else.
  await drop('sjis.txt', encode(JAPANESE, 'shift_jis'));
  await expect.poll(() => readAs.inputValue()).toBe('shift_jis');
  await expect.poll(() => firstLines.textContent()).toContain('吾輩は猫である');
  await readAs.selectOption('windows-1252');
  await expect.poll(() => firstLines.textContent()).not.toContain('吾輩');
  await readAs.selectOption('shift_jis');
  await expect.poll(() => firstLines.textContent()).toContain('吾輩');

  // A folder is one text, in name order.
  const book = join(folder, 'book');
  mkdirSync(book);
  writeFileSync(join(book, 'chapter 10.txt'), 'the last chapter\n'.repeat(200));
  writeFileSync(join(book, 'chapter 2.txt'), 'the first chapter\n'.repeat(200));
  await dropFiles(page, card, [book]);
  await facts.getByText('chapter 2.txt, chapter 10.txt').waitFor();
  await expect.poll(() => firstLines.textContent()).toMatch(/^the first chapter/);

  // What cannot be used says why, once, with a way out.
  await drop('empty.txt', '');
  await page.getByText(/"empty.txt" is empty/).waitFor();
  await card.getByText('Can’t be used').waitFor();
  await card.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('heading', { name: /Drop a text here/ }).waitFor();

  // A recent one.
  await page.getByRole('region', { name: 'Recent texts' }).getByRole('button', { name: 'été.txt' }).click();
  await expect.poll(() => readAs.inputValue()).toBe('windows-1252');

  await takeDocuments(app, page, folder, join(userData, 'texts'));

  // Twelve gigabytes: a run begins while they are counted, and the counting can be stopped.
  const long = join(folder, 'long.txt');
  writeFileSync(long, encode(FRENCH.repeat(100), 'windows-1252'));
  truncateSync(long, TWELVE_GIGABYTES);
  await answerOpenDialogs(app, [long]);
  await card.getByRole('button', { name: 'Choose a text…' }).click();
  await page.getByRole('progressbar', { name: 'Counting the text' }).waitFor();
  await page.getByRole('textbox', { name: 'Hidden size', exact: true }).fill('16');
  await page.getByRole('combobox', { name: 'Length unit' }).selectOption('Updates');
  await page.getByRole('textbox', { name: 'Train for', exact: true }).fill('100000');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  const engineMegabytes = await readInMain(
    app,
    ({ app: own }) => {
      const engine = own.getAppMetrics().find(({ name }) => name === 'Unroll engine');
      return (engine?.memory.workingSetSize ?? Infinity) / 1024;
    },
    null,
  );
  expect(engineMegabytes).toBeLessThan(300);
  await card.getByText(/Western/).waitFor();
  await page.getByRole('button', { name: 'New run' }).click();
  await page.getByRole('button', { name: 'Stop counting' }).click();
  await facts.getByText(/Based on the first/).waitFor();

  // Remembered over a restart.
  await first.quit();
  const again = await openApplication(userData);
  onTestFinished(again.quit);
  await again.page.getByRole('button', { name: 'New run' }).click();
  const recent = again.page.getByRole('region', { name: 'Recent texts' });
  await recent.getByRole('button', { name: 'long.txt' }).waitFor();
  await recent.getByRole('button', { name: 'Clear list' }).click();
  await recent.waitFor({ state: 'detached' });
});
