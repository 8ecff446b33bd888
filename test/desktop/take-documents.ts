// Drops documents, looks at what came out of them, chooses among an archive's files, pastes, and trains: a part of the texts' journey.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect } from 'vitest';
import { zipOf } from '../fixtures/zip-writer';
import { dropFiles } from './drop-files';
import { actInMain } from './in-main';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'documents');

export async function takeDocuments(app: ElectronApplication, page: Page, folder: string, kept: string): Promise<void> {
  const card = page.getByRole('region', { name: 'Training text' });
  const documents = page.getByRole('group', { name: 'Documents' });
  const firstLines = page.getByRole('group', { name: 'First lines' });
  const drop = async (paths: string[]) => {
    await dropFiles(page, page.getByRole('navigation'), paths);
  };
  const dropFixture = async (name: string) => {
    const path = join(folder, name);
    copyFileSync(join(FIXTURES, name), path);
    await drop([path]);
    await card.getByText(name, { exact: true }).waitFor();
  };

  // What came out is shown, and what was left out; the text is a copy, the original as it was.
  await dropFixture('libreoffice.docx');
  await documents.getByText(/a Word document · 16 paragraphs/).waitFor();
  await documents.getByText(/Left out: 1 deleted passage, 8 hidden characters/).waitFor();
  await expect.poll(() => firstLines.textContent()).toMatch(/^Chapter One\nThe old ship lay at anchor/);
  expect(await page.getByRole('combobox', { name: 'Read as' }).count()).toBe(0);
  await dropFixture('groff.pdf');
  await documents.getByText(/a PDF · 3 pages/).waitFor();
  await expect.poll(() => firstLines.textContent()).toContain('becomes particularly noticeable');
  await dropFixture('pandoc.epub');
  await documents.getByText(/an EPUB book · 3 chapters/).waitFor();
  const copies = readdirSync(kept, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  expect(copies.map((name) => name.replace(/^.*[\\/]/, '')).toSorted()).toEqual([
    'groff.txt',
    'libreoffice.txt',
    'pandoc.txt',
  ]);
  expect(readFileSync(join(folder, 'pandoc.epub')).equals(readFileSync(join(FIXTURES, 'pandoc.epub')))).toBe(true);

  // What holds no words says what it is, and what to do; its bytes can be had all the same.
  const picture = join(folder, 'cover.txt');
  writeFileSync(picture, Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500, 7)]));
  await drop([picture]);
  await page.getByRole('alert').filter({ hasText: '"cover.txt" is a PNG picture, not a text.' }).waitFor();
  await page.getByRole('button', { name: 'Use its bytes as they are' }).click();
  await documents.getByText('The files are read as they are, byte by byte.').waitFor();

  // An archive: each file in it can be left out.
  const archive = join(folder, 'poems.zip');
  const members = ['one', 'two', 'three'].map((name) => ({
    name: `${name}.txt`,
    data: `${name} more poem\n`.repeat(40),
  }));
  writeFileSync(
    archive,
    zipOf([
      ...members,
      { name: '__MACOSX/._one.txt', data: 'junk' },
      { name: 'photo.jpg', data: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]) },
    ]),
  );
  await drop([archive]);
  await documents.getByText(/an archive · 3 files/).waitFor();
  await documents.getByText('3 of 4 files taken: choose').click();
  await documents.getByText(/"photo.jpg" is a JPEG picture/).waitFor();
  await documents.getByRole('checkbox', { name: /one\.txt/ }).uncheck();
  await documents.getByText(/an archive · 2 files/).waitFor();
  await expect.poll(() => firstLines.textContent()).toMatch(/^three more poem/);

  // Pasted, by the button and by the keys.
  for (let press = 0; press < 2; press += 1) await page.getByRole('button', { name: 'New run' }).click();
  const copy = (text: string) => actInMain(app, ({ clipboard }, words) => void clipboard.writeText(words), text);
  await copy('');
  await page.getByRole('button', { name: 'Paste a text' }).click();
  await page.getByText('The clipboard holds no text. Copy a text, then paste it again.').waitFor();
  await copy('Call me Ishmael. Some years ago…\r\n'.repeat(50));
  await page.getByRole('button', { name: 'Paste a text' }).click();
  await card.getByText('Call me Ishmael. Some years ago.txt').waitFor();
  await expect.poll(() => firstLines.textContent()).toContain('Some years ago…');
  await copy('It was the best of times.\n'.repeat(50));
  await page.getByRole('heading', { name: 'New run' }).waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('ControlOrMeta+V');
  await card.getByText('It was the best of times.txt').waitFor();

  // A run reads the copy: it goes on without the document.
  await drop([join(folder, 'pandoc.epub')]);
  await documents.getByText(/an EPUB book/).waitFor();
  await page.getByRole('textbox', { name: 'Hidden size', exact: true }).fill('16');
  await page.getByRole('combobox', { name: 'Length unit' }).selectOption('Updates');
  await page.getByRole('textbox', { name: 'Train for', exact: true }).fill('20');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
  expect(existsSync(join(kept, copies.find((name) => name.endsWith('pandoc.txt')) ?? ''))).toBe(true);
  await page.getByRole('button', { name: 'New run' }).click();
}
