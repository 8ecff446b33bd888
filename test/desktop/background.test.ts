// Training continues with the window closed, and a second start brings the window back, with the file that it was given.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { DEADLINE_MS } from '../deadline';
import { answerQuestions } from './answer-dialogs';
import { beginRun } from './begin-run';
import { actInMain, readInMain } from './in-main';
import { isKeptAwake } from './kept-awake';
import { openApplication } from './packaged-application';
import { startAgain } from './second-start';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownUpdate } from './window';

const closeWindow = (app: ElectronApplication): Promise<void> =>
  actInMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null);
const windowCount = (app: ElectronApplication): Promise<number> =>
  readInMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null);

async function comesBack(app: ElectronApplication, start: () => Promise<number | null>): Promise<Page> {
  const opened = app.waitForEvent('window', { timeout: DEADLINE_MS });
  expect(await start()).toBe(0);
  return opened;
}

it('closing while training asks once; training continues; a second start brings window, run and text', async () => {
  const folder = temporaryFolder();
  const userData = join(folder, 'user-data');
  const { app, page, quit } = await openApplication(userData);
  onTestFinished(quit);
  await beginRun(page, 'Night shift');
  await waitUntil('the main process knows that it trains', () => isKeptAwake(app));

  const asked = await answerQuestions(app, 2, true);
  await closeWindow(app);
  await waitUntil('it was asked', async () => (await asked()) === 1);
  expect(await windowCount(app)).toBe(1);
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();

  const askedAgain = await answerQuestions(app, 0, true);
  const before = await shownUpdate(page);
  await closeWindow(app);
  await waitUntil('the window is closed', async () => (await windowCount(app)) === 0);

  const back = await comesBack(app, () => startAgain(userData));
  await back.getByRole('heading', { name: 'Night shift' }).waitFor();
  await waitUntil('it has trained meanwhile', async () => (await shownUpdate(back)) > before);

  // The answer was kept: this time nobody is asked.
  await closeWindow(app);
  await waitUntil('the window is closed', async () => (await windowCount(app)) === 0);
  expect(await askedAgain()).toBe(1);

  const poem = join(folder, 'poem.txt');
  writeFileSync(poem, 'The sea is a slow clock.\n'.repeat(200));
  const third = await comesBack(app, () => startAgain(userData, [poem]));
  await third.getByRole('group', { name: 'First lines' }).getByText('The sea is a slow clock.').first().waitFor();
  await third.getByRole('navigation', { name: 'Runs' }).getByRole('button', { name: 'Night shift' }).click();
  await third.getByRole('button', { name: 'Pause', exact: true }).click();
  await third.getByRole('button', { name: 'Resume', exact: true }).waitFor();
  await waitUntil('the main process knows that nothing trains', async () => !(await isKeptAwake(app)));

  // With nothing to keep on training, closing the last window is leaving.
  const left = new Promise<void>((resolve) => app.once('close', () => resolve()));
  await closeWindow(app);
  await left;
});
