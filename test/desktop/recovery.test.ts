// The engine or the page dies: it is noticed, said, and gone on from.
import type { ElectronApplication } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { beginRun } from './begin-run';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownUpdate } from './window';

async function killEngine(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: own }) => {
    const engine = own.getAppMetrics().find(({ name }) => name === 'Unroll engine');
    if (!engine) throw new Error('There is no engine.');
    process.kill(engine.pid, 'SIGKILL');
  });
}

/** The page's text, asked of the main process: a page that has crashed is lost to Playwright, and never answers. */
const shownText = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return '';
    const text = contents.executeJavaScript('document.body.innerText').then(String, () => '');
    return Promise.race([text, new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000))]);
  });

it('a killed engine is started again, and the run continues; a crashed page comes back, and training was not disturbed', async () => {
  const { app, page, quit } = await openApplication(temporaryFolder());
  onTestFinished(quit);
  await beginRun(page, 'Survivor');
  await waitUntil('some updates are done', async () => (await shownUpdate(page)) > 20);
  await killEngine(app);
  const notice = page.getByRole('alert').filter({ hasText: 'The engine stopped and was restarted' });
  await notice.waitFor();
  expect(await notice.textContent()).toMatch(/Press Resume to continue from update/);
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  const resumedAt = await shownUpdate(page);
  await waitUntil('it goes on', async () => (await shownUpdate(page)) > resumedAt);

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await waitUntil('the page says that it was opened again', async () =>
    (await shownText(app)).includes('The window crashed and was reopened'),
  );
  await waitUntil('the run is shown training', async () =>
    /Survivor[\s\S]*Training[\s\S]*Pause/.test(await shownText(app)),
  );
});
