// `npm run test:kill [-- KILLS [SEED]]`: kills training a thousand times, in the terminal and in the engine in turn, and resumes it each time.
import { ensureBuilt } from './ensure-built.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal } from './run.mjs';
import { toolPath } from './tools.mjs';

const [kills = '1000', seed] = process.argv.slice(2);

try {
  await ensureBuilt();
  const chosen = { UNROLL_KILLS: kills, ...(seed ? { UNROLL_KILL_SEED: seed } : {}) };
  process.exitCode = await runInTerminal(process.execPath, [toolPath('vitest'), 'run', 'test/kills'], {
    env: { ...process.env, ...chosen },
  });
} catch (error) {
  reportAndFail(error);
}
