// `npm test`: everything, from the installation to the packaged application. After `--`, a part's name (static, unit, components,
// runtimes, desktop), a piece of a file's path or `-t` and a piece of a test's name run only that; `--times N` runs it N times.
import { chooseTests, readArguments } from './choose-tests.mjs';
import { PARTS, productsOf } from './parts.mjs';
import { inOrder, NEEDS, prepare } from './prepare.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runSideBySide } from './run-parts.mjs';
import { createTestReport } from './test-report.mjs';

const say = (line) => console.log(line);
const report = createTestReport(say);

/** What was left out is said before the first part runs, and again at the end. */
function tellWhatIsLeftOut(parts, { reasonAgainst }) {
  for (const { title, needs, wants = [] } of parts) {
    const whole = reasonAgainst(needs);
    const reason = whole ?? reasonAgainst(wants);
    if (!reason) continue;
    const line = `left out: ${title}${whole ? '' : ', in part'}: ${reason}`;
    say(line);
    report.remark(line);
  }
}

async function runParts() {
  const words = readArguments(process.argv.slice(2));
  const chosen = chooseTests(words);
  const parts = PARTS.filter(({ name }) => (chosen ? name in chosen : [null, name].includes(words.part)));
  const products = productsOf(parts, chosen);
  const needs = parts
    .flatMap((part) => ['dependencies', ...part.needs, ...(part.wants ?? [])])
    .filter((need) => need !== 'build' || products?.length !== 0);
  const options = { say, products };
  const prepared = prepare(needs, report, options);
  await report.timed('installation', () => prepared.settled(inOrder(needs).filter((name) => !NEEDS[name].isMadeHere)));
  tellWhatIsLeftOut(parts, prepared);
  if (prepared.reasonAgainst(['dependencies'])) return;
  // What is built and packaged goes on beside the parts that need none of it.
  const made = report.timed('build and packages', () => prepared.settled(needs));
  for (let time = 1; time <= words.times; time += 1) {
    if (words.times > 1) say(`\nTime ${time} of ${words.times}`);
    const isAlone = parts.length === 1;
    const jobs = parts.flatMap((part) => part.jobs(prepared, chosen?.[part.name] ?? words.flags, isAlone));
    if (jobs.length > 1) await runSideBySide(jobs, report);
    else await made.then(() => report.timed(jobs[0].name, () => jobs[0].run(report)));
  }
  await made;
  if (words.name !== null && report.found().tests === 0) {
    report.fail('a test is called so', new Error(`No test is called “${words.name}”.`));
  }
}

try {
  await runParts();
  process.exitCode = report.close() ? 0 : 1;
} catch (error) {
  reportAndFail(error);
}
