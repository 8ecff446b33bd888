// The part of `npm test` that mounts the page's components in a window of Electron and drives them.
import { openDisplay } from './virtual-display.mjs';
import { runVitest } from './vitest-part.mjs';

/** `more` goes to vitest. */
export async function runComponentTests(report, executable, { more = [] } = {}) {
  const display = await openDisplay();
  const env = { UNROLL_SCRIPT_ELECTRON: executable, ...(display ? { DISPLAY: display.name } : {}) };
  try {
    await runVitest(report, 'components', 'vitest.components.config.ts', { env, more });
  } finally {
    display?.close();
  }
}
