// The list of runs: the queue, names, folders from elsewhere, the trash, and a text that has moved; with real training.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { answerOpenDialogs, answerQuestions, answerSaveDialogs } from './answer-dialogs';
import { beginRun } from './begin-run';
import { dropFiles } from './drop-files';
import { actInMain } from './in-main';
import { chooseFromMenu } from './menu';
import { waitForFocus } from './focus';
import { collectGarbage, pixelsKept } from './living';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';

const POEM = 'The keeper climbs the winding stair, and lights the lamp, and says a prayer.\n'.repeat(300);

/** Less than one showing of a run has. */
const MOST_MORE_NODES = 200;
const MOST_MORE_LISTENERS = 20;

const row = (page: Page, name: string | RegExp) => page.getByRole('navigation').getByRole('button', { name });
const stateOf = (page: Page, state: string) => page.getByRole('status').filter({ hasText: state });

async function prepare(app: ElectronApplication, page: Page, path: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New run' }).click();
  await answerOpenDialogs(app, [path]);
  await page.getByRole('button', { name: 'Choose a text…' }).first().click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await page.getByRole('textbox', { name: 'Run name' }).fill(name);
  await page.getByRole('textbox', { name: 'Hidden size', exact: true }).fill('16');
  await page.getByRole('combobox', { name: 'Length unit' }).selectOption('Updates');
  await page.getByRole('textbox', { name: 'Train for', exact: true }).fill('30');
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await row(page, new RegExp(`^${name}`)).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
}

async function showAll(page: Page, name: string): Promise<void> {
  await row(page, new RegExp(`^${name}`)).click();
  await page.getByRole('heading', { name }).waitFor();
  for (const tab of ['Write', 'Look inside', 'Train']) await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('application', { name: /^Loss/ }).waitFor();
}

/** Runs are shown in turn: what is no longer shown is not kept. */
async function expectNothingKept(page: Page, names: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const show = async (times: number) => {
    for (let time = 0; time < times; time += 1) for (const name of names) await showAll(page, name);
    return collectGarbage(session);
  };
  const before = await show(3);
  const after = await show(8);
  expect(after.nodes - before.nodes).toBeLessThan(MOST_MORE_NODES);
  expect(after.listeners - before.listeners).toBeLessThan(MOST_MORE_LISTENERS);
  expect(after.megabytes - before.megabytes).toBeLessThan(1);
  await page.getByRole('tab', { name: 'Look inside' }).click();
  const pixels = await pixelsKept(page, () => page.getByRole('tab', { name: 'Write' }).click());
  expect(pixels.shown).toBeGreaterThan(0);
  expect(pixels.kept).toBe(0);
  await page.getByRole('tab', { name: 'Train' }).click();
  await session.detach();
}

it('runs are queued, renamed, duplicated, trashed and imported, and find their text again', async () => {
  const folder = temporaryFolder();
  const userData = join(folder, 'user-data');
  const poem = join(folder, 'poem.txt');
  writeFileSync(poem, POEM);
  const first = await openApplication(userData);
  const { app, page } = first;
  onTestFinished(() => first.quit().catch(() => undefined));

  // Two runs wait; one leaves the queue, the other begins by itself.
  await beginRun(page, 'Long one');
  await prepare(app, page, poem, 'Second');
  await page.getByRole('button', { name: 'Add to queue' }).click();
  await stateOf(page, 'Queued').waitFor();
  await prepare(app, page, poem, 'Third');
  await page.getByRole('button', { name: 'Add to queue' }).click();
  await row(page, /^Third.*queued, 2/).waitFor();
  await choose(page, 'Second', 'Remove from queue');
  await row(page, /^Third.*next/).waitFor();
  await row(page, /^Long one/).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await row(page, /^Third.*Finished/).waitFor();

  await expectNothingKept(page, ['Long one', 'Third']);

  // By the keyboard alone: a name in place, and the menu.
  await row(page, /^Third/).focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Rename run' }).fill('The poem');
  await page.keyboard.press('Enter');
  await waitForFocus(row(page, /^The poem/));
  await page.keyboard.press('ArrowDown');
  await waitForFocus(row(page, /^Second/));
  await page.keyboard.press('Shift+F10');
  await waitForFocus(page.getByRole('menu'));
  await page.getByRole('menuitem', { name: 'Rename' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });

  await choose(page, 'The poem', 'New run with these settings');
  expect(await page.getByRole('textbox', { name: 'Hidden size', exact: true }).inputValue()).toBe('16');

  // The trash asks; what stands in for the system's moves the folder aside.
  const trash = join(folder, 'trash');
  mkdirSync(trash);
  await actInMain(
    app,
    ({ shell }, aside) => {
      const { renameSync: move } = process.getBuiltinModule('node:fs');
      shell.trashItem = (path) => {
        move(path, `${aside}/${path.split(/[\\/]/).at(-1)}`);
        return Promise.resolve();
      };
    },
    trash,
  );
  await answerQuestions(app, 1, false);
  await choose(page, 'Second', 'Move to trash…');
  const asked = await answerQuestions(app, 0, false);
  await choose(page, 'The poem', 'Move to trash…');
  await row(page, /^The poem/).waitFor({ state: 'detached' });
  expect(await asked()).toBe(1);
  expect(await row(page, /^Second/).count()).toBe(1);
  const [gone = ''] = readdirSync(trash);
  expect(existsSync(join(trash, gone, 'run.json'))).toBe(true);

  // A run's folder is taken in when it is dropped anywhere.
  await dropFiles(page, page.getByRole('main'), [join(trash, gone)]);
  await row(page, /^The poem.*Finished/).waitFor();
  await page.getByRole('heading', { name: 'The poem' }).waitFor();

  // Out to a bigger machine, by the run's menu, and back by the application's.
  const handed = join(folder, 'handed over');
  await answerSaveDialogs(app, handed);
  await choose(page, 'The poem', 'Continue on a bigger machine…');
  const dialog = page.getByRole('dialog', { name: 'Continue “The poem” on a bigger machine' });
  await dialog.getByText('This run goes on there from update 30, with its curve.').waitFor();
  await dialog.getByRole('textbox', { name: 'Hidden size' }).fill('15');
  await dialog.getByText('enter at least 16.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Choose folder…' }).isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: 'Hidden size' }).fill('24');
  await dialog.getByText('the wider network computes what this one does').waitFor();
  await dialog.getByRole('button', { name: 'Choose folder…' }).click();
  await page.getByText('“handed over” is written. Its README says how to go on.').waitFor();
  await page.getByRole('button', { name: 'Show in folder' }).waitFor();
  expect(readdirSync(handed).toSorted()).toEqual(['README.md', 'run', 'slurm.sh', 'text', 'train.py']);
  await answerOpenDialogs(app, [handed]);
  await chooseFromMenu(app, 'import-run');
  await page.getByRole('heading', { name: 'The poem (24 units)' }).waitFor();
  await answerOpenDialogs(app, [folder]);
  await chooseFromMenu(app, 'import-run');
  const refused = page.getByRole('alert').filter({ hasText: 'is not a run: it has no run.json. Choose a run folder.' });
  await refused.getByRole('button', { name: 'Dismiss' }).click();
  await answerQuestions(app, 0, false);
  await choose(page, String.raw`The poem \(24 units\)`, 'Move to trash…');
  await row(page, /24 units/).waitFor({ state: 'detached' });

  // Several at once: into the archive and back, over one another, and to the trash with one question.
  await row(page, /^Long one/).click();
  await row(page, /^Second/).click({ modifiers: ['Control'] });
  const several = page.getByRole('group', { name: 'Selected runs' });
  await several.getByText('2 selected').waitFor();
  await several.getByRole('button', { name: 'Archive', exact: true }).click();
  await row(page, /^Second/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Archive (2)' }).click();
  await row(page, /^Long one/).click();
  await row(page, /^Second/).click({ modifiers: ['Shift'] });
  await several.getByRole('button', { name: 'Take out of the archive' }).click();
  await row(page, /^The poem/).click();
  await row(page, /^Long one/).click({ modifiers: ['Control'] });
  await several.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('rowheader', { name: 'Long one' }).waitFor();
  await page.getByRole('rowheader', { name: 'The poem' }).waitFor();
  await page.getByRole('tab', { name: 'Train', exact: true }).click();
  await several.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Locate text…' }).waitFor({ state: 'detached' });

  // The text has moved: the run says so, another text is refused, the right one is taken and the run continues.
  renameSync(poem, join(folder, 'moved.txt'));
  await row(page, /^Second/).click();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  const lost = page.getByRole('alert').filter({ hasText: '"poem.txt" was not found' });
  await lost.waitFor();
  writeFileSync(join(folder, 'other.txt'), POEM.replace('keeper', 'sailor'));
  await answerOpenDialogs(app, [join(folder, 'other.txt')]);
  await lost.getByRole('button', { name: 'Locate text…' }).click();
  await page.getByRole('alert').filter({ hasText: 'is not the text of this run' }).waitFor();
  await answerOpenDialogs(app, [join(folder, 'moved.txt')]);
  await lost.getByRole('button', { name: 'Locate text…' }).click();
  await stateOf(page, 'Finished').waitFor();

  // The text has changed: the run goes on with it only where that is wanted, and is not asked again.
  writeFileSync(join(folder, 'moved.txt'), POEM.replace('keeper', 'sailor'));
  await page.getByRole('button', { name: 'Train longer…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Train longer' }).click();
  const changed = page.getByRole('alert').filter({ hasText: 'has changed since the run started' });
  await changed.getByRole('button', { name: 'Locate text…' }).waitFor();
  await changed.getByRole('button', { name: 'Go on with this text' }).click();
  await stateOf(page, 'Finished').waitFor();
  expect(await page.getByRole('alert').filter({ hasText: 'has changed' }).count()).toBe(0);

  // A thousand more are there after a restart, and only those in sight are drawn. What was shown last is there before the engine.
  await first.quit();
  const runs = join(userData, 'runs');
  const [model = ''] = readdirSync(runs);
  for (let index = 0; index < 1000; index++) {
    const copy = join(runs, `Copy-20200101-${String(index).padStart(6, '0')}-000`);
    mkdirSync(copy);
    cpSync(join(runs, model, 'run.json'), join(copy, 'run.json'));
  }
  const again = await openApplication(userData);
  onTestFinished(again.quit);
  const rows = again.page.getByRole('navigation').getByRole('listitem');
  await again.page.locator('[aria-setsize="1003"]').first().waitFor();
  // What was compared is compared still, also while most runs are not read yet.
  await again.page.getByRole('tab', { name: 'Compare' }).click();
  await again.page.getByRole('rowheader', { name: 'Long one' }).waitFor();
  await again.page.getByRole('rowheader', { name: 'The poem' }).waitFor();
  await again.page.getByRole('tab', { name: 'Train', exact: true }).click();
  expect(await rows.count()).toBeLessThan(60);
  await row(again.page, /^The poem/).focus();
  await again.page.keyboard.press('End');
  await again.page.locator('[aria-posinset="1003"]').waitFor();
});
