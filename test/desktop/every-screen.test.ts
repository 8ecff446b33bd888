// Everyone can use every screen: axe finds nothing, light or dark; the keyboard reaches all; nothing is lost in the smallest window, nor at 200 %.
import { expect, it, onTestFinished } from 'vitest';
import { TEST_MS } from '../deadline';
import { beginRun, doShortRun } from './begin-run';
import { openApplication, type OpenApplication } from './packaged-application';
import { axeFaults, cutOff, keyboardFaults } from './screen-faults';
import { closeDialog, RUNS, SCREENS } from './screens';
import { temporaryFolder } from './temporary-folder';
import { resize, SMALLEST, USUAL } from './window';

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
  note('smallest window at 200 %', await cutOff(page));
  await resize(app, page, USUAL, 1);
  return found;
}

it(
  'on every screen axe finds nothing, the keyboard reaches all, and nothing is lost when it is small',
  async () => {
    const opened = await openApplication(temporaryFolder());
    onTestFinished(opened.quit);
    const { page } = opened;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await doShortRun(page, RUNS.finished);
    await beginRun(page, RUNS.training);
    const found: Record<string, string[]> = {};
    for (const { name, open } of SCREENS) {
      await open(opened);
      const faults = await faultsOf(opened);
      if (faults.length > 0) found[name] = faults;
      await closeDialog(page);
    }
    expect(found).toEqual({});
  },
  TEST_MS,
);
