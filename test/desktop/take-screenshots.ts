// Takes the pictures in docs: the same window, light and dark, a few seconds into a run.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { it, onTestFinished } from 'vitest';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { shownLoss } from './window';
import { waitUntil } from './wait-until';

const FOLDER = new URL('../../docs/', import.meta.url);
const SCHEMES = ['light', 'dark'] as const;

it('the window is pictured at its start, while it trains and while it writes', async () => {
  mkdirSync(FOLDER, { recursive: true });
  const { page, quit } = await openApplication(temporaryFolder());
  onTestFinished(quit);
  const picture = async (name: string) => {
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: fileURLToPath(new URL(`${name}-${colorScheme}.png`, FOLDER)) });
    }
  };
  const verse = page.getByRole('button', { name: "The Keeper's Year" });
  await verse.waitFor();
  await picture('start');
  await verse.click();
  await page.getByRole('textbox', { name: 'Train for' }).fill('400');
  await page.getByRole('button', { name: 'Start' }).click();
  await waitUntil('the loss is below 2 bits/byte', async () => (await shownLoss(page)) < 2);
  await picture('train');
  await page.getByRole('tab', { name: 'Write' }).click();
  await page.getByRole('textbox', { name: 'Prompt' }).fill('The keeper ');
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  await page.getByRole('button', { name: 'Stop generating' }).waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: 'Shade by surprise' }).check();
  await picture('write');
});
