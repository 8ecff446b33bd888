// The engine or the page dies: it is noticed, said, and gone on from. The system ends the application: everything is saved.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { beginRun } from './begin-run';
import { actInMain, readInMain } from './in-main';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownUpdate } from './window';

async function killEngine(app: ElectronApplication): Promise<void> {
  await actInMain(
    app,
    ({ app: own }) => {
      const engine = own.getAppMetrics().find(({ name }) => name === 'Unroll engine');
      if (!engine) throw new Error('There is no engine.');
      process.kill(engine.pid, 'SIGKILL');
    },
    null,
  );
}

/** The page's text, asked of the main process: a page that has crashed is lost to Playwright, and never answers. */
const shownText = (app: ElectronApplication): Promise<string> =>
  readInMain(
    app,
    ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) return '';
      const text = contents.executeJavaScript('document.body.innerText').then(String, () => '');
      return Promise.race([text, new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000))]);
    },
    null,
  );

/** What the disk knows of the only run, when nobody trains it any more. */
function expectSaved(userData: string): void {
  const runs = join(userData, 'runs');
  const [name = ''] = readdirSync(runs);
  const { state, update } = JSON.parse(readFileSync(join(runs, name, 'run.json'), 'utf8')) as {
    state: string;
    update: number;
  };
  expect(state).toBe('paused');
  expect(update).toBeGreaterThan(0);
  expect(readdirSync(join(runs, name, 'checkpoints'))).toContain(`${update}.safetensors`);
  expect(readdirSync(join(runs, name)).filter((each) => each.startsWith('run.lock'))).toEqual([]);
}

it('a killed engine is started again, a crashed page comes back, and where the system ends it all is saved', async () => {
  const userData = temporaryFolder();
  const { app, page, quit } = await openApplication(userData);
  onTestFinished(() => quit().catch(() => undefined));
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

  await actInMain(
    app,
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    null,
  );
  await waitUntil('the page says that it was opened again', async () =>
    (await shownText(app)).includes('The window crashed and was reopened'),
  );
  await waitUntil('the run is shown training', async () =>
    /Survivor[\s\S]*Training[\s\S]*Pause/.test(await shownText(app)),
  );

  // As at log-out and shutdown: no question, nothing lost. Windows ends what has no console at once.
  if (process.platform === 'win32') return;
  const left = new Promise<void>((resolve) => app.once('close', () => resolve()));
  app.process().kill('SIGTERM');
  await left;
  expectSaved(userData);
});
