// `npm run test:fuzz [-- CASES SEED]`: the tests of test/fuzz with a million cases instead of the 20,000 of `npm test`. What came of
// it, with what came of earlier pieces of the same build, goes into docs/reliability.md.
import { ensureBuilt } from './ensure-built.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal } from './run.mjs';
import { addToTally, sumOf } from './tally.mjs';
import { toolPath } from './tools.mjs';
import { writeFigures } from './write-figures.mjs';

const [cases = '1000000', seed = '1'] = process.argv.slice(2);
/** A day: the cases take as long as they take. */
const DEADLINE = '--testTimeout=86400000';

const number = (value) => Math.round(value).toLocaleString('en');

try {
  await ensureBuilt();
  const env = { ...process.env, UNROLL_FUZZ_CASES: cases, UNROLL_FUZZ_SEED: seed };
  const startedMs = Date.now();
  process.exitCode = await runInTerminal(process.execPath, [toolPath('vitest'), 'run', DEADLINE, 'test/fuzz'], { env });
  const minutes = (Date.now() - startedMs) / 60_000;
  if (process.exitCode === 0) {
    const pieces = addToTally('fuzz', { cases: Number(cases), seed: Number(seed), minutes });
    const seeds = pieces.map((piece) => `${number(piece.seed)} to ${number(piece.seed + piece.cases - 1)}`);
    const sentence = `${number(sumOf(pieces, (piece) => piece.cases))} cases of one build, with the seeds ${seeds.join(', ')}, in ${number(sumOf(pieces, (piece) => piece.minutes))} minutes: none failed.`;
    await writeFigures('fuzz', sentence, 'reliability');
  }
} catch (error) {
  reportAndFail(error);
}
