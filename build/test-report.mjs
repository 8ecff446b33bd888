// Counts what all parts of `npm test` found, names each on a line, and closes with the plain line that machines read.

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** `inTerminal` is false where the lines are kept back, so that a part's own output has to be kept back too. */
export function createTestReport(print = (line) => console.log(line), { inTerminal = true } = {}) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const remarks = [];
  const times = [];
  /** How many tests of vitest's ran. */
  let tests = 0;

  /** Runs `work`; where it throws, shows what the error holds. Resolves to whether it passed. */
  async function check(name, work) {
    const startedMs = Date.now();
    try {
      await work();
    } catch (error) {
      fail(name, error);
      return false;
    }
    pass(name, seconds(Date.now() - startedMs));
    return true;
  }

  function pass(name, how) {
    counts.passed += 1;
    print(`✓ ${name} (${how})`);
  }

  function fail(name, error) {
    counts.failed += 1;
    failures.push(name);
    print(`✗ ${name}\n${error.output ?? ''}\n${error.message}`);
  }

  function skip(name, reason) {
    counts.skipped += 1;
    print(`↓ ${name} [skipped: ${reason}]`);
  }

  /** Adds what another runner, or another report, counted and printed itself. */
  function add(found) {
    counts.passed += found.passed;
    counts.failed += found.failed;
    counts.skipped += found.skipped;
    tests += found.tests ?? 0;
    failures.push(...found.failedNames);
    remarks.push(...(found.remarks ?? []));
    times.push(...(found.times ?? []));
  }

  /** Runs a part and keeps how long it took for the end. */
  async function timed(name, work) {
    const startedMs = Date.now();
    try {
      return await work();
    } finally {
      times.push(`${name} ${seconds(Date.now() - startedMs)}`);
    }
  }

  /** Said again at the end: a test that was slow or retried, a part that was left out. */
  const remark = (line) => void remarks.push(line);
  const found = () => ({ ...counts, tests, failedNames: failures, remarks, times });

  /** Returns whether nothing failed. */
  function close() {
    if (times.length > 0) print(`time: ${times.join(', ')}`);
    for (const line of remarks) print(line);
    for (const name of failures) print(`failed: ${name}`);
    print(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    return counts.failed === 0;
  }

  return { check, pass, fail, skip, add, timed, remark, found, print, close, inTerminal };
}
