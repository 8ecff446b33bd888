// The application as it ships starts, with its inspector switched off, does what it is for out of the archive, and asks nothing of any network.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { doShortRun } from './begin-run';
import { dropFiles } from './drop-files';
import { expectNoRequests } from './network-log';
import { openProduction } from './production-application';
import { temporaryFolder } from './temporary-folder';

it('the application as it ships opens a window titled Unroll, reads, trains, writes and shows, and nothing of it goes out', async () => {
  const folder = temporaryFolder();
  const netLog = join(folder, 'network.json');
  const { page, quit } = await openProduction(join(folder, 'user-data'), [`--log-net-log=${netLog}`]);
  onTestFinished(() => quit().catch(() => undefined));
  expect(await page.title()).toBe('Unroll');
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  const firstLines = page.getByRole('group', { name: 'First lines' });
  await firstLines.waitFor();
  expect(await firstLines.textContent()).toContain('Call me Ishmael');

  await doShortRun(page, 'Ishmael');
  await page.getByRole('tab', { name: 'Write' }).click();
  // Words that are spelled wrong in any language.
  await page.getByRole('textbox', { name: 'Prompt' }).fill('teh wahle https://example.com/ ');
  await page.getByRole('textbox', { name: 'Length' }).fill('100');
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  await page.locator('[role=log][aria-busy=false]').first().waitFor();
  await page.getByRole('tab', { name: 'Look inside' }).click();
  await page.getByRole('slider', { name: 'Byte of the text' }).waitFor();
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('tab', { name: 'Train' }).click();
  const text = join(folder, 'links.txt');
  writeFileSync(text, 'See https://example.com/ and mailto:ishmael@example.com\n'.repeat(100));
  await dropFiles(page, page.getByRole('main'), [text]);
  await firstLines.getByText('See https://example.com/').first().waitFor();
  await quit();
  expectNoRequests(readFileSync(netLog, 'utf8'));
});
