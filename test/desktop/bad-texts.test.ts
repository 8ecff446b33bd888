// A text that cannot be trained on is reported in the window, and the window keeps working.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { answerOpenDialogs } from './answer-dialogs';
import { dropFiles } from './drop-files';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';

it('an empty file, an empty folder, a file that is gone and a single byte each give one sentence', async () => {
  const folder = temporaryFolder();
  const { app, page, quit } = await openApplication(join(folder, 'user-data'));
  onTestFinished(quit);
  const choose = async (name: string, make: (path: string) => void) => {
    const path = join(folder, name);
    make(path);
    await answerOpenDialogs(app, [path]);
    await page.getByRole('button', { name: 'Choose a text…' }).first().click();
  };
  const expectSentence = async (what: RegExp) => {
    const alert = page.getByRole('alert').filter({ hasText: what });
    await alert.waitFor();
    expect(await alert.textContent()).not.toMatch(/[Uu]nexpected|Error|undefined|NaN/);
  };
  await choose('empty.txt', (path) => writeFileSync(path, ''));
  await expectSentence(/empty\.txt" is empty/);
  await choose('bare-folder', (path) => mkdirSync(path));
  await expectSentence(/bare-folder" contains no files/);
  await choose('gone.txt', (path) => rmSync(path, { force: true }));
  await expectSentence(/gone\.txt" was not found/);
  await choose('byte.txt', (path) => writeFileSync(path, 'a'));
  await page.getByText('1 of 256').waitFor();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expectSentence(/byte\.txt" has 1 byte/);

  await page.getByRole('button', { name: 'New run' }).click();
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  await page.getByText('Call me Ishmael').waitFor();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
});

it('a dropped text is taken although the page changes under the pointer just before', async () => {
  const folder = temporaryFolder();
  const { page, quit } = await openApplication(join(folder, 'user-data'));
  onTestFinished(quit);
  const path = join(folder, 'held.txt');
  writeFileSync(path, 'held for a moment\n'.repeat(100));
  const cover = (): void => {
    const element = document.createElement('div');
    element.style.cssText = 'position: fixed; inset: 0';
    document.body.append(element);
  };
  await dropFiles(page, page.getByRole('navigation'), [path], () => page.evaluate(cover));
  await page.getByRole('region', { name: 'Training text' }).getByText('held.txt', { exact: true }).waitFor();
});
