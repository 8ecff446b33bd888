// Makes the gallery in docs: every screen, light, dark and in the smallest window, with runs that have learned something.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { it, onTestFinished } from 'vitest';
import { formatFile } from '../../build/format-file.mjs';
import { DRIVER_DEADLINE_MS } from '../deadline';
import { openApplication } from './packaged-application';
import { closeDialog, RUNS, SCREENS } from './screens';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { resize, shownUpdate, SMALLEST, USUAL } from './window';

const DOCS = new URL('../../docs/', import.meta.url);
const PICTURES = new URL('gallery/', DOCS);

interface GalleryRun {
  name: string;
  text: string;
  settings: Record<string, string>;
  isReady(page: Page): Promise<boolean>;
}

const isFinished = async (page: Page): Promise<boolean> =>
  (await page.getByRole('status').filter({ hasText: 'Finished' }).count()) > 0;

/** In the order in which the user might have come to them. */
const GALLERY_RUNS: GalleryRun[] = [
  {
    name: 'The Keeper, by heart',
    text: 'The Keeper’s Year',
    settings: { 'Hidden size': '96', 'Train for': '120', 'Validate every': '40' },
    isReady: isFinished,
  },
  {
    name: RUNS.finished,
    text: 'Moby-Dick',
    settings: { 'Hidden size': '64', 'Train for': '4', 'Validate every': '60' },
    isReady: isFinished,
  },
  {
    name: RUNS.training,
    text: 'Moby-Dick',
    settings: { 'Hidden size': '128', 'Train for': '12', 'Validate every': '150' },
    isReady: async (page) => (await shownUpdate(page)) > 1400,
  },
];

async function train(page: Page, { name, text, settings, isReady }: GalleryRun): Promise<void> {
  for (let press = 0; press < 2; press += 1) await page.getByRole('button', { name: 'New run' }).click();
  const samples = page.getByRole('region', { name: 'Or start with a sample' });
  await samples.getByRole('button', { name: text }).click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await page.getByRole('textbox', { name: 'Run name' }).fill(name);
  // What is further down is behind "More".
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLDetailsElement>('aside details')) each.open = true;
  });
  for (const [label, value] of Object.entries(settings)) {
    await page.getByRole('textbox', { name: label, exact: true }).fill(value);
  }
  await page.getByRole('radiogroup', { name: 'Priority' }).getByRole('radio', { name: 'Normal' }).check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  // Charts that nobody sees take their time from the training.
  await page.getByRole('tab', { name: 'Write', exact: true }).click();
  await waitUntil(`${name} has learned enough`, () => isReady(page), DRIVER_DEADLINE_MS);
}

function galleryPage(): string {
  const picture = (name: string, what: string): string => `![${name}, ${what}](gallery/${name}-${what}.png)`;
  const entries = SCREENS.map(({ name, about }) => {
    return `## ${about}\n\n| light | dark |\n| --- | --- |\n| ${picture(name, 'light')} | ${picture(name, 'dark')} |\n\nIn the smallest window, 960×640:\n\n${picture(name, 'small')}\n`;
  });
  return `# Gallery\n\nEvery screen of the window, made by \`npm run screenshots\`.\n\n${entries.join('\n')}`;
}

it('every screen is pictured, light, dark and small', async () => {
  mkdirSync(PICTURES, { recursive: true });
  for (const old of readdirSync(PICTURES)) rmSync(new URL(old, PICTURES));
  const opened = await openApplication(temporaryFolder());
  onTestFinished(opened.quit);
  const { app, page } = opened;
  const picture = (name: string, what: string) =>
    page.screenshot({ path: fileURLToPath(new URL(`${name}-${what}.png`, PICTURES)), animations: 'disabled' });
  for (const run of GALLERY_RUNS) await train(page, run);
  await resize(app, page, USUAL, 1);
  for (const { name, open } of SCREENS) {
    await open(opened);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await picture(name, colorScheme);
    }
    await resize(app, page, SMALLEST, 1);
    await picture(name, 'small');
    await resize(app, page, USUAL, 1);
    await closeDialog(page);
  }
  const path = fileURLToPath(new URL('gallery.md', DOCS));
  writeFileSync(path, galleryPage());
  await formatFile(path);
});
