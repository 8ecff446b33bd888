// `npm run test:fuzz [-- CASES SEED]`: the tests of test/fuzz with a million cases instead of the 20,000 of `npm test`. What came of
// it goes into docs/reliability.md.
import { ensureBuilt } from './ensure-built.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal } from './run.mjs';
import { toolPath } from './tools.mjs';
import { writeFigures } from './write-figures.mjs';

const [cases = '1000000', seed = '1'] = process.argv.slice(2);
/** A day: the cases take as long as they take. */
const DEADLINE = '--testTimeout=86400000';

try {
  await ensureBuilt();
  const env = { ...process.env, UNROLL_FUZZ_CASES: cases, UNROLL_FUZZ_SEED: seed };
  const startedMs = Date.now();
  process.exitCode = await runInTerminal(process.execPath, [toolPath('vitest'), 'run', DEADLINE, 'test/fuzz'], { env });
  const minutes = Math.round((Date.now() - startedMs) / 60_000);
  if (process.exitCode === 0) {
    const number = Number(cases).toLocaleString('en');
    await writeFigures(
      'fuzz',
      `${number} cases from seed ${seed} on, in ${minutes} minutes: none failed.`,
      'reliability',
    );
  }
} catch (error) {
  reportAndFail(error);
}
