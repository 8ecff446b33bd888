// `npm run test:fuzz [-- CASES SEED]`: the tests of test/fuzz with a million cases instead of the 20,000 of `npm test`.
import { ensureBuilt } from './ensure-built.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal } from './run.mjs';
import { toolPath } from './tools.mjs';

const [cases = '1000000', seed = '1'] = process.argv.slice(2);
/** A day: the cases take as long as they take. */
const DEADLINE = '--testTimeout=86400000';

try {
  await ensureBuilt();
  const env = { ...process.env, UNROLL_FUZZ_CASES: cases, UNROLL_FUZZ_SEED: seed };
  process.exitCode = await runInTerminal(process.execPath, [toolPath('vitest'), 'run', DEADLINE, 'test/fuzz'], { env });
} catch (error) {
  reportAndFail(error);
}
