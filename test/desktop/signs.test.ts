// Outside of the window: progress in the task bar, the computer kept awake, and word of a long run's end that leads to it.
import type { ElectronApplication } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { beginRun, doShortRun } from './begin-run';
import { actInMain } from './in-main';
import { isKeptAwake } from './kept-awake';
import { chooseFromMenu } from './menu';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';

const HOUR_MS = 3_600_000;

/** Notes what the main process asks of the system, which cannot be seen on a display without a desktop. */
function noteSigns(app: ElectronApplication) {
  return app.evaluateHandle(({ BrowserWindow, Notification }) => {
    const noted = { progress: [] as number[], notifications: [] as Electron.Notification[] };
    BrowserWindow.prototype.setProgressBar = (share) => void noted.progress.push(share);
    // Nobody looks at the window.
    BrowserWindow.prototype.isFocused = () => false;
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      noted.notifications.push(this);
    };
    return noted;
  });
}

/** So that whatever begins and ends has lasted long. */
const everyLookAtTheClockIsAnHourLater = (app: ElectronApplication): Promise<void> =>
  actInMain(
    app,
    (_electron, hourMs) => {
      let nowMs = Date.now();
      Date.now = () => (nowMs += hourMs);
    },
    HOUR_MS,
  );

it('a run shows its progress, keeps the computer awake if wanted, and its end is told and leads to it', async () => {
  const { app, page, quit } = await openApplication(temporaryFolder());
  onTestFinished(quit);
  const signs = await noteSigns(app);
  expect(await isKeptAwake(app)).toBe(false);
  await beginRun(page, 'Long run');
  await waitUntil('progress rises', () =>
    signs.evaluate(({ progress }) => (progress.at(-1) ?? 0) > (progress[0] ?? 0)),
  );
  await waitUntil('the computer is kept awake', () => isKeptAwake(app));
  await chooseFromMenu(app, 'keep-awake');
  await waitUntil('it may sleep', async () => !(await isKeptAwake(app)));
  await chooseFromMenu(app, 'keep-awake');
  await waitUntil('it is kept awake again', () => isKeptAwake(app));

  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await waitUntil('no progress is left', () => signs.evaluate(({ progress }) => progress.at(-1) === -1));
  await waitUntil('the computer may sleep', async () => !(await isKeptAwake(app)));

  await everyLookAtTheClockIsAnHourLater(app);
  await doShortRun(page, 'Short story');
  await waitUntil('the end is told', () => signs.evaluate(({ notifications }) => notifications.length === 1));
  expect(await signs.evaluate(({ notifications }) => notifications[0]?.title)).toBe('Short story is finished');
  await page.getByRole('button', { name: 'New run' }).click();
  await page.getByRole('heading', { name: 'Short story' }).waitFor({ state: 'detached' });
  await signs.evaluate(({ notifications }) => notifications[0]?.emit('click'));
  await page.getByRole('heading', { name: 'Short story' }).waitFor();
});
