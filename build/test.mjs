// `npm test`: everything, from the installation to the packaged application. `unit`, `components` or `desktop` runs only that part.
import { runComponentTests } from './components-part.mjs';
import { ensureDebianLibraries } from './debian-libraries.mjs';
import { runDesktopTests } from './desktop-part.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runOnAllRuntimes } from './runtimes-part.mjs';
import { runStaticChecks } from './static-checks.mjs';
import { createTestReport } from './test-report.mjs';
import { runVitest } from './vitest-part.mjs';

const say = (line) => console.log(line);
const [part = 'all', ...more] = process.argv.slice(2);
const report = createTestReport(say);

async function runParts() {
  await report.check('the dependencies install', ensureInstalled);
  // Before the first part that starts Electron.
  const missing = part === 'unit' ? null : await ensureDebianLibraries(say);
  if (part === 'components') return runComponentTests(report, say, missing, { more });
  const isBuilt = await report.check('the application builds', () => ensureBuilt());
  if (part === 'all') await runStaticChecks(report);
  if (part !== 'desktop') await runVitest(report, 'unit', 'vitest.config.ts', { more });
  if (part === 'all') await runComponentTests(report, say, missing);
  if (part === 'all' && isBuilt) await runOnAllRuntimes(report, say, missing);
  if (part !== 'unit' && isBuilt) await runDesktopTests(report, say, missing, { more });
}

try {
  await runParts();
  process.exitCode = report.close() ? 0 : 1;
} catch (error) {
  reportAndFail(error);
}
