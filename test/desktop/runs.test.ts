// The runs on the left: renamed, duplicated, queued, imported, moved to the trash; and thousands of them.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { answerOpenDialogs, answerQuestions } from './answer-dialogs';
import { beginRun, doShortRun } from './begin-run';
import { dropFiles } from './drop-files';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';

const rowOf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Runs' }).getByRole('button', { name: new RegExp(`^${name},`) });

async function act(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function prepareOnMobyDick(page: Page, name: string, updates: string): Promise<void> {
  await page.getByRole('button', { name: 'New run' }).click();
  await page.getByRole('button', { name: 'New run' }).click();
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await page.getByRole('textbox', { name: 'Name of the run' }).fill(name);
  await page.getByRole('textbox', { name: 'Hidden size', exact: true }).fill('16');
  await page.getByRole('combobox', { name: 'Counted in' }).selectOption('Updates');
  await page.getByRole('textbox', { name: 'Train for', exact: true }).fill(updates);
}

it('a run is renamed by mouse and keyboard, its settings begin a new one, its folder can be shown, and all outlives a restart', async () => {
  const userData = temporaryFolder();
  const first = await openApplication(userData);
  onTestFinished(() => first.quit());
  const { page } = first;
  await doShortRun(page, 'Whale');
  await act(page, 'Whale', 'Rename');
  await page.getByRole('textbox', { name: 'New name of Whale' }).fill('White whale');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'White whale' }).waitFor();

  await rowOf(page, 'White whale').press('F2');
  await page.getByRole('textbox', { name: 'New name of White whale' }).fill('Not this');
  await page.keyboard.press('Escape');
  await rowOf(page, 'White whale').press('F2');
  await page.getByRole('textbox', { name: 'New name of White whale' }).fill('Moby');
  await page.keyboard.press('Enter');
  await rowOf(page, 'Moby').waitFor();

  const shown = await first.app.evaluateHandle(({ shell }) => {
    const paths: string[] = [];
    shell.showItemInFolder = (path) => void paths.push(path);
    return paths;
  });
  await act(page, 'Moby', 'Show its folder');
  await waitUntil('the folder is shown', () => shown.evaluate((paths) => paths.length === 1));
  expect(existsSync(join((await shown.jsonValue())[0]!, 'run.json'))).toBe(true);

  await act(page, 'Moby', 'New run with these settings');
  expect(await page.getByRole('textbox', { name: 'Hidden size', exact: true }).inputValue()).toBe('48');
  await first.quit();

  const second = await openApplication(userData);
  onTestFinished(() => second.quit());
  await rowOf(second.page, 'Moby').waitFor();
});

it('queued runs train one after another by themselves; one can be taken out, and one begun at once', async () => {
  const { page, quit } = await openApplication(temporaryFolder());
  onTestFinished(quit);
  await beginRun(page, 'First');
  for (const name of ['Second', 'Third']) {
    await prepareOnMobyDick(page, name, '30');
    await page.getByRole('button', { name: 'Add to queue' }).click();
    await page.getByRole('heading', { name }).waitFor();
    await page.getByRole('status').filter({ hasText: 'Waiting' }).waitFor();
  }
  await act(page, 'Third', 'Take out of the queue');
  await rowOf(page, 'Third, Paused').waitFor();
  expect(await rowOf(page, 'Second, Waiting').count()).toBe(1);

  await rowOf(page, 'First').click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await rowOf(page, 'Second, Finished').waitFor();
  expect(await rowOf(page, 'Third, Paused').count()).toBe(1);

  // With nothing in training its turn is now.
  await act(page, 'Third', 'Train when its turn comes');
  await rowOf(page, 'Third, Finished').waitFor();
});

it('a run folder is imported by the dialog and by a drop; a folder that is none is refused; a run moves to the trash', async () => {
  const folder = temporaryFolder();
  const userData = join(folder, 'user-data');
  const { app, page, quit } = await openApplication(userData);
  onTestFinished(quit);
  await doShortRun(page, 'Whale');
  const runs = join(userData, 'runs');
  const [id] = readdirSync(runs);
  const elsewhere = join(folder, 'elsewhere');
  cpSync(join(runs, id!), elsewhere, { recursive: true });
  const record = JSON.parse(readFileSync(join(elsewhere, 'run.json'), 'utf8')) as { name: string };
  writeFileSync(join(elsewhere, 'run.json'), JSON.stringify({ ...record, name: 'From afar' }));

  await answerOpenDialogs(app, [elsewhere]);
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('heading', { name: 'From afar' }).waitFor();
  await dropFiles(page, page.locator('main'), [elsewhere]);
  await waitUntil('there are two of them', async () => (await rowOf(page, 'From afar').count()) === 2);

  const empty = join(folder, 'empty');
  mkdirSync(empty);
  await answerOpenDialogs(app, [empty]);
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByText(/is not a run: it has no run.json/).waitFor();

  const asked = await answerQuestions(app, 1, false);
  await rowOf(page, 'Whale').press('Delete');
  await waitUntil('it is asked', async () => (await asked()) === 1);
  expect(await rowOf(page, 'Whale').count()).toBe(1);
  // The trash of a test is a folder of its own.
  await app.evaluate(
    ({ shell }, trash) => {
      const { renameSync } = process.getBuiltinModule('node:fs');
      shell.trashItem = (path) => Promise.resolve(renameSync(path, trash));
    },
    join(folder, 'trash'),
  );
  await answerQuestions(app, 0, false);
  await rowOf(page, 'Whale').press('Delete');
  await rowOf(page, 'Whale').waitFor({ state: 'detached' });
  expect(existsSync(join(runs, id!))).toBe(false);
  expect(existsSync(join(folder, 'trash', 'run.json'))).toBe(true);
});

it('of thousands of runs only those in sight are drawn, and the last can be reached', async () => {
  const folder = temporaryFolder();
  const maker = await openApplication(folder);
  onTestFinished(() => maker.quit());
  await doShortRun(maker.page, 'Whale');
  await maker.quit();
  const runs = join(folder, 'runs');
  const [id] = readdirSync(runs);
  const record = JSON.parse(readFileSync(join(runs, id!, 'run.json'), 'utf8')) as { createdMs: number };
  const COUNT = 2000;
  for (let index = 1; index <= COUNT; index++) {
    const copy = join(runs, `copy-${20_000_000 + index}-000000-000`);
    mkdirSync(copy);
    const createdMs = record.createdMs - index * 1000;
    writeFileSync(join(copy, 'run.json'), JSON.stringify({ ...record, name: `Copy ${index}`, createdMs }));
  }
  const { page, quit } = await openApplication(folder);
  onTestFinished(quit);
  const list = page.getByRole('navigation', { name: 'Runs' }).getByRole('list');
  await waitUntil('all are known', async () => {
    const size = await list.getByRole('listitem').first().getAttribute('aria-setsize');
    return Number(size) === COUNT + 1;
  });
  expect(await list.getByRole('listitem').count()).toBeLessThan(60);
  await list.evaluate((element) => element.parentElement!.scrollTo(0, element.scrollHeight));
  await rowOf(page, `Copy ${COUNT}`).waitFor();
});
