// The part of `npm test` that mounts the page's components in a window of Electron and drives them.
import { ensureDebianLibraries } from './debian-libraries.mjs';
import { findElectron } from './electron.mjs';
import { scriptElectron } from './script-electron.mjs';
import { openDisplay } from './virtual-display.mjs';
import { runVitest, skipVitest } from './vitest-part.mjs';

const CONFIG = 'vitest.components.config.ts';

/** `more` goes to vitest. */
export async function runComponentTests(report, say, { more = [] } = {}) {
  let executable, display;
  try {
    const missing = await ensureDebianLibraries(say);
    if (missing !== null) return skipVitest(report, CONFIG, missing);
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
