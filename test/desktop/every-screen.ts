// Everyone can use every screen: axe finds nothing, light or dark; forced colours hide no state; the keyboard reaches all; nothing is lost in the smallest window, nor at 200 %.
import { beforeAll, describe, expect, it } from 'vitest';
import { beginRun, doShortRun } from './begin-run';
import { openApplication, type OpenApplication } from './packaged-application';
import { axeFaults, cutOff, keyboardFaults, lostInForcedColours, OF_COLOURS } from './screen-faults';
import { closeDialog, RUNS, SCREENS, type Screen } from './screens';
import { keptFolder } from './temporary-folder';
import { resize, SMALLEST, USUAL } from './window';

/** What is wrong with the screen that is shown, each with where it was found. */
async function faultsOf({ app, page }: OpenApplication): Promise<string[]> {
  const found: string[] = [];
  const note = (where: string, faults: string[]) => found.push(...faults.map((fault) => `${where}: ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  note('light', await axeFaults(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  note('dark', await axeFaults(page, OF_COLOURS));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  note('forced colours', await lostInForcedColours(page));
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
  note('by keyboard', await keyboardFaults(page));
  await resize(app, page, SMALLEST, 1);
  note('smallest window', await cutOff(page));
  await resize(app, page, SMALLEST, 2);
  note('smallest window at 200 %', await cutOff(page));
  await resize(app, page, USUAL, 1);
  return found;
}

/** The screens of these parts, one test each, in a window of their own. */
export function testScreens(parts: Screen['part'][]): void {
  let opened: OpenApplication;
  beforeAll(async () => {
    const { folder, remove } = keptFolder();
    opened = await openApplication(folder);
    const { page } = opened;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await doShortRun(page, RUNS.finished);
    if (parts.includes('train')) await beginRun(page, RUNS.training);
    return async () => {
      await opened.quit();
      remove();
    };
  });

  describe('axe finds nothing, the keyboard reaches all, and nothing is lost when it is small', () => {
    it.each(SCREENS.filter(({ part }) => parts.includes(part)))('on the screen $name', async ({ open }) => {
      await open(opened);
      const faults = await faultsOf(opened);
      await closeDialog(opened.page);
      expect(faults).toEqual([]);
    });
  });
}
