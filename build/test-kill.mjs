// `npm run test:kill [-- KILLS [SEED]]`: kills training a thousand times, in the terminal, in the engine and in the whole application in
// turn, and resumes it each time. What came of it, with what came of earlier pieces of the same build, goes into docs/reliability.md.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareFully } from './prepare.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runInTerminal } from './run.mjs';
import { addToTally, piecesOf, sumOf } from './tally.mjs';
import { createTestReport } from './test-report.mjs';
import { toolPath } from './tools.mjs';
import { openDisplay } from './virtual-display.mjs';
import { writeFigures } from './write-figures.mjs';

const [kills = '1000', seed] = process.argv.slice(2);
const WAYS = ['terminal', 'engine', 'application'];
const LEAVING = join(ROOT, 'out', 'figures', 'leaving.md');
const KILLS = join(ROOT, 'out', 'figures', 'kills.json');

const number = (value) => Math.round(value).toLocaleString('en');

function sentenceOn(pieces) {
  const each = WAYS.map((way, index) => `${number(sumOf(pieces, ({ counts }) => counts[index]))} of the ${way}`);
  const seeds = pieces.map(({ seed }) => seed).join(', ');
  return `${number(sumOf(pieces, (piece) => piece.kills))} kills of one build, with ${pieces.length === 1 ? 'seed' : 'the seeds'} ${seeds}, in ${number(sumOf(pieces, ({ minutes }) => minutes))} minutes: ${each.join(', ')}. ${number(sumOf(pieces, ({ runs }) => runs))} runs, each with the bits of the undisturbed one; no file was unreadable, none was left behind.`;
}

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
  const prepared = await prepareFully(['build', 'production', 'display'], createTestReport(), { say: console.log });
  const reason = prepared.reasonAgainst(['build']);
  if (reason) throw new Error(reason);
  display = prepared.reasonAgainst(['display']) ? null : await openDisplay();
  const chosen = {
    UNROLL_KILLS: kills,
    ...(seed ? { UNROLL_KILL_SEED: seed } : {}),
    ...(await application(display, prepared)),
  };
  for (const path of [LEAVING, KILLS]) rmSync(path, { force: true });
  // How it leaves is looked at once a build.
  const tests = piecesOf('kills').length === 0 ? 'test/kills' : 'test/kills/kills';
  process.exitCode = await runInTerminal(process.execPath, [toolPath('vitest'), 'run', tests], {
    env: { ...process.env, ...chosen },
  });
  if (process.exitCode === 0) {
    const pieces = addToTally('kills', JSON.parse(readFileSync(KILLS, 'utf8')));
    await writeFigures('kills', sentenceOn(pieces), 'reliability');
    if (existsSync(LEAVING)) await writeFigures('leaving', readFileSync(LEAVING, 'utf8').trim(), 'reliability');
  }
} catch (error) {
  reportAndFail(error);
} finally {
  display?.close();
}
