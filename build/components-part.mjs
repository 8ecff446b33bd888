// The part of `npm test` that mounts the page's components in a window of Electron and drives them.
import { findElectron } from './electron.mjs';
import { scriptElectron } from './script-electron.mjs';
import { openDisplay } from './virtual-display.mjs';
import { runVitest, skipVitest } from './vitest-part.mjs';

const CONFIG = 'vitest.components.config.ts';

/** `missing` says what Electron cannot be started without here, null where nothing is; `more` goes to vitest. */
export async function runComponentTests(report, say, missing, { more = [] } = {}) {
  if (missing !== null) return skipVitest(report, CONFIG, missing);
  let executable, display;
  try {
    executable = await scriptElectron(await findElectron(say));
    display = await openDisplay();
  } catch (error) {
    return skipVitest(report, CONFIG, error.message);
  }
  const env = { UNROLL_SCRIPT_ELECTRON: executable, ...(display ? { DISPLAY: display.name } : {}) };
  try {
    await runVitest(report, 'components', CONFIG, { env, more });
  } finally {
    display?.close();
  }
}
