// The part of `npm test` that drives the packaged application: two packages, a display, the tests.
import { findElectron } from './electron.mjs';
import { ensurePackaged } from './ensure-packaged.mjs';
import { openDisplay } from './virtual-display.mjs';
import { runVitest, skipVitest } from './vitest-part.mjs';

const CONFIG = 'vitest.desktop.config.ts';

async function packageBoth(report, say) {
  const executables = {};
  const electron = await findElectron(say);
  const make = (name) => async () => (executables[name] = await ensurePackaged(name, electron));
  const made =
    (await report.check('electron-builder packages the application', make('production'))) &&
    (await report.check('electron-builder packages the application for tests', make('test')));
  return made ? executables : null;
}

/** `missing` says what Electron cannot be started without here, null where nothing is; `env` and `more` go to vitest. */
export async function runDesktopTests(report, say, missing, { env: own = {}, more = [] } = {}) {
  const executables = missing === null ? await packageBoth(report, say) : null;
  if (!executables) return skipVitest(report, CONFIG, missing ?? 'the application was not packaged');
  let display;
  try {
    display = await openDisplay();
  } catch (error) {
    return skipVitest(report, CONFIG, error.message);
  }
  const env = {
    ...own,
    UNROLL_TEST_EXECUTABLE: executables.test,
    UNROLL_PRODUCTION_EXECUTABLE: executables.production,
  };
  try {
    await runVitest(report, 'desktop', CONFIG, { env: display ? { ...env, DISPLAY: display.name } : env, more });
  } finally {
    display?.close();
  }
}
