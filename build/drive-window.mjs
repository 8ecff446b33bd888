// Drives the packaged application with one of test/desktop's files that are no tests, for `npm run screenshots`, `bench:window`,
// `bench:writing` and `bench:look`. What it measured goes into docs/performance.md.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianLibraries } from './debian-libraries.mjs';
import { runDesktopTests } from './desktop-part.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { createTestReport } from './test-report.mjs';
import { writeFigures } from './write-figures.mjs';

const report = createTestReport();
const [driver = ''] = process.argv.slice(2);
const name = driver.replace('measure-', '');
const figures = join(ROOT, 'out', 'figures', `${name}.md`);

try {
  await ensureInstalled();
  await ensureBuilt();
  rmSync(figures, { force: true });
  await runDesktopTests(report, console.log, await ensureDebianLibraries(console.log), {
    env: { UNROLL_DRIVER: driver },
  });
  if (existsSync(figures)) await writeFigures(name, readFileSync(figures, 'utf8').trim());
  process.exitCode = report.close() ? 0 : 1;
} catch (error) {
  reportAndFail(error);
}
