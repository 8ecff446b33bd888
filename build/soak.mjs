// `npm run soak [-- MINUTES]`: the application as it ships trains, writes and shows for an hour; whether anything grew goes into docs/reliability.md.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runDesktopTests } from './desktop-part.mjs';
import { prepareFully } from './prepare.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { createTestReport } from './test-report.mjs';
import { writeFigures } from './write-figures.mjs';

const [minutes = '60'] = process.argv.slice(2);
const report = createTestReport();
const figures = join(ROOT, 'out', 'figures', 'soak.md');

try {
  const needs = ['production', 'display'];
  const { values, reasonAgainst } = await prepareFully(needs, report, { say: console.log });
  const reason = reasonAgainst(needs);
  if (reason) throw new Error(reason);
  rmSync(figures, { force: true });
  await runDesktopTests(report, values, { env: { UNROLL_DRIVER: 'soak', UNROLL_SOAK_MINUTES: minutes }, atOnce: 1 });
  if (existsSync(figures)) await writeFigures('soak', readFileSync(figures, 'utf8').trim(), 'reliability');
  process.exitCode = report.close() ? 0 : 1;
} catch (error) {
  reportAndFail(error);
}
