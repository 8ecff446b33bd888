// Judges what the README's commands did on a fresh machine: exit codes, counts, and what an ordinary user sees.

const COUNTS = /^(\d+) passed, (\d+) failed, (\d+) skipped$/;

function countsOf(output) {
  const match = COUNTS.exec(output.trim().split('\n').at(-1));
  if (!match) return null;
  const [passed, failed, skipped] = match.slice(1).map(Number);
  return { passed, failed, skipped };
}

/** What an ordinary user must see: the line to run, each part that is left out, each test with its reason. */
function faultsOfSkipping(user, { skipped }, output) {
  const faults = [];
  if (skipped === 0) faults.push(`${user}: nothing was skipped, though nothing may be installed`);
  if (!/run: sudo apt-get .*apt-get install -y .*xvfb/.test(output))
    faults.push(`${user}: the command to run was not printed`);
  for (const part of ['desktop tests', 'component tests', 'the same weights']) {
    if (!new RegExp(`^left out: ${part}`, 'm').test(output))
      faults.push(`${user}: ${part} were not reported as left out`);
  }
  // Our own lines, and vitest's.
  const named = output.match(/^(?:↓ .+ \[skipped: .+\]| ↓ .+ \[.+\])$/gm)?.length ?? 0;
  if (named !== skipped) faults.push(`${user}: ${skipped} tests were skipped, but ${named} named with their reason`);
  return faults;
}

/** `results` are `{ user, line, code, output }`, one a command. */
export function faultsOf(results) {
  const faults = results
    .filter(({ code }) => code !== 0)
    .map(({ user, line, code }) => `${user}: ${line} ended with ${code}`);
  const totals = {};
  for (const { user, line, output } of results) {
    if (line === 'npm start' && !output.includes('What it writes now')) faults.push(`${user}: npm start wrote no text`);
    if (line !== 'npm test') continue;
    const counts = countsOf(output);
    if (!counts) {
      faults.push(`${user}: npm test did not close with its counts`);
      continue;
    }
    totals[user] = counts.passed + counts.failed + counts.skipped;
    if (counts.failed > 0) faults.push(`${user}: ${counts.failed} failed`);
    if (user === 'root' && counts.skipped > 0) faults.push(`root: ${counts.skipped} skipped, though root may install`);
    if (user !== 'root') faults.push(...faultsOfSkipping(user, counts, output));
  }
  // Nothing goes missing unnamed.
  if (new Set(Object.values(totals)).size > 1)
    faults.push(`the users count differently many tests: ${JSON.stringify(totals)}`);
  return faults;
}
