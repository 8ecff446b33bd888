// The part of `npm test` that drives the packaged application, two windows at once, each on a display of its own.
import { availableParallelism } from 'node:os';
import { openDisplay } from './virtual-display.mjs';
import { runVitest } from './vitest-part.mjs';

/** `env` and `more` go to vitest. */
export async function runDesktopTests(report, { production, test, deb }, { env: own = {}, more = [], atOnce } = {}) {
  const windows = atOnce ?? (process.platform === 'linux' ? Math.min(2, availableParallelism()) : 1);
  const displays = [];
  try {
    for (let count = 0; count < windows; count += 1) displays.push(await openDisplay());
    const env = { ...own, UNROLL_TEST_EXECUTABLE: test, UNROLL_PRODUCTION_EXECUTABLE: production };
    if (deb) env.UNROLL_DEB = deb;
    const names = displays.filter(Boolean).map(({ name }) => name);
    if (names.length > 0) env.UNROLL_DISPLAYS = names.join(' ');
    await runVitest(report, 'desktop', 'vitest.desktop.config.ts', { env, more: [`--maxWorkers=${windows}`, ...more] });
  } finally {
    for (const display of displays) display?.close();
  }
}
