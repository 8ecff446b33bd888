// Entry of the application that `npm run dev` starts and restarts; no part of what ships.
import { app } from 'electron';
import { PAGE_ADDRESS } from '../window/app-scheme';
import { startApplication } from '../start-application';
import { servedPage } from './served-page';

/** What build/dev.mjs sets. */
function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Start with: npm run dev`);
  return value;
}

const started = startApplication({
  page: servedPage(given('UNROLL_PAGE_SERVER')),
  engineFlags: [`--inspect=127.0.0.1:${given('UNROLL_ENGINE_INSPECTOR')}`],
});

// The guards stop a page that loads itself again, which is how Vite has it take what cannot be swapped.
app.on('web-contents-created', (_event, contents) => {
  contents.on('will-frame-navigate', ({ url, isMainFrame }) => {
    if (isMainFrame && url === PAGE_ADDRESS) contents.reload();
  });
});

// It goes with what started it.
process.on('disconnect', () => app.quit());
void started.then((application) => {
  process.on('message', (wish) => {
    if (wish === 'restart-engine') void application?.restartEngine();
    if (wish === 'quit') app.quit();
  });
});
