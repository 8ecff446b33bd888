// Drives the packaged application with one of test/desktop's files that are no tests, for `npm run screenshots`, `bench:window`,
// `bench:writing` and `bench:look`. What it measured goes into docs/performance.md.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runDesktopTests } from './desktop-part.mjs';
import { prepareFully } from './prepare.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { createTestReport } from './test-report.mjs';
import { writeFigures } from './write-figures.mjs';

const report = createTestReport();
const [driver = ''] = process.argv.slice(2);
const name = driver.replace('measure-', '');
const figures = join(ROOT, 'out', 'figures', `${name}.md`);

try {
  const needs = ['production', 'test', 'display'];
  const { values, reasonAgainst } = await prepareFully(needs, report, { say: console.log });
  const reason = reasonAgainst(needs);
  if (reason) throw new Error(reason);
  rmSync(figures, { force: true });
  await runDesktopTests(report, values, { env: { UNROLL_DRIVER: driver }, atOnce: 1 });
  if (existsSync(figures)) await writeFigures(name, readFileSync(figures, 'utf8').trim());
  process.exitCode = report.close() ? 0 : 1;
} catch (error) {
  reportAndFail(error);
}
