// `npm run bench:window`: how soon a run of a million points opens and how fluid it is while it trains on; writes docs/performance.md.
import { runDesktopTests } from './desktop-part.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { reportAndFail } from './report-failure.mjs';
import { createTestReport } from './test-report.mjs';

const report = createTestReport();

try {
  await ensureInstalled();
  await ensureBuilt();
  await runDesktopTests(report, console.log, { env: { UNROLL_BENCH_WINDOW: '1' } });
  process.exitCode = report.close() ? 0 : 1;
} catch (error) {
  reportAndFail(error);
}
