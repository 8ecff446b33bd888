// Everyone can use every screen: axe finds nothing, light or dark; the keyboard reaches all; nothing is lost in the smallest window, nor at 200 %.
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { beginRun, doShortRun } from './begin-run';
import { openApplication, type OpenApplication } from './packaged-application';
import { axeFaults, cutOff, keyboardFaults } from './screen-faults';
import { closeDialog, RUNS, SCREENS } from './screens';
import { temporaryFolder } from './temporary-folder';

const SMALLEST = { width: 960, height: 640 };
const USUAL = { width: 1280, height: 800 };

async function resize(
  app: ElectronApplication,
  page: Page,
  size: { width: number; height: number },
  zoomFactor: number,
) {
  await app.evaluate(
    ({ BrowserWindow }, { width, height, zoom }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(zoom);
    },
    { ...size, zoom: zoomFactor },
  );
  const wanted = Math.round(size.width / zoomFactor);
  await page.waitForFunction((width) => Math.abs(innerWidth - width) <= 1, wanted);
}

/** What is wrong with the screen that is shown, each with where it was found. */
async function faultsOf({ app, page }: OpenApplication): Promise<string[]> {
  const found: string[] = [];
  const note = (where: string, faults: string[]) => found.push(...faults.map((fault) => `${where}: ${fault}`));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    note(colorScheme, await axeFaults(page));
  }
  note('by keyboard', await keyboardFaults(page));
  await resize(app, page, SMALLEST, 1);
  note('smallest window', await cutOff(page));
  await resize(app, page, SMALLEST, 2);
  note('smallest window at 200 %', [...(await cutOff(page)), ...(await axeFaults(page))]);
  await resize(app, page, USUAL, 1);
  return found;
}

it('on every screen axe finds nothing, the keyboard reaches all, and nothing is lost when it is small', async () => {
  const opened = await openApplication(temporaryFolder());
  onTestFinished(opened.quit);
  const { page } = opened;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await doShortRun(page, RUNS.finished);
  await beginRun(page, RUNS.training);
  const found: Record<string, string[]> = {};
  for (const { name, open } of SCREENS) {
    await open(page);
    const faults = await faultsOf(opened);
    if (faults.length > 0) found[name] = faults;
    await closeDialog(page);
  }
  expect(found).toEqual({});
});
