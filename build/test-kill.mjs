// `npm run test:kill [-- KILLS [SEED]]`: kills training a thousand times, in the terminal, in the engine and in the whole application in
// turn, and resumes it each time. What came of it goes into docs/reliability.md.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './prepare.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal } from './run.mjs';
import { createTestReport } from './test-report.mjs';
import { toolPath } from './tools.mjs';
import { openDisplay } from './virtual-display.mjs';
import { writeFigures } from './write-figures.mjs';

const [kills = '1000', seed] = process.argv.slice(2);
const NAMES = ['kills', 'leaving'];
const figuresOf = (name) => join(ROOT, 'out', 'figures', `${name}.md`);

/** Where the whole application cannot be opened, it is left out with the reason. */
async function application(display, { values, reasonAgainst }) {
  const reason =
    process.platform === 'linux' ? reasonAgainst(['production', 'display']) : 'its processes are found on Linux only';
  if (reason) {
    console.log(`left out: the whole application: ${reason}`);
    return {};
  }
  return { UNROLL_PRODUCTION_EXECUTABLE: values.production, DISPLAY: display.name };
}

let display = null;
try {
  const prepared = await prepare(['build', 'production', 'display'], createTestReport(), { say: console.log });
  const reason = prepared.reasonAgainst(['build']);
  if (reason) throw new Error(reason);
  display = prepared.reasonAgainst(['display']) ? null : await openDisplay();
  const chosen = {
    UNROLL_KILLS: kills,
    ...(seed ? { UNROLL_KILL_SEED: seed } : {}),
    ...(await application(display, prepared)),
  };
  for (const name of NAMES) rmSync(figuresOf(name), { force: true });
  process.exitCode = await runInTerminal(process.execPath, [toolPath('vitest'), 'run', 'test/kills'], {
    env: { ...process.env, ...chosen },
  });
  for (const name of process.exitCode === 0 ? NAMES : []) {
    if (existsSync(figuresOf(name)))
      await writeFigures(name, readFileSync(figuresOf(name), 'utf8').trim(), 'reliability');
  }
} catch (error) {
  reportAndFail(error);
} finally {
  display?.close();
}
