// Counts what all parts of `npm test` found, names each on a line, and closes with the plain line that machines read.

export function createTestReport(print = (line) => console.log(line)) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];

  /** Runs `work`; where it throws, shows what the error holds. Resolves to whether it passed. */
  async function check(name, work) {
    const startedMs = Date.now();
    try {
      await work();
      counts.passed += 1;
      print(`✓ ${name} (${((Date.now() - startedMs) / 1000).toFixed(1)} s)`);
      return true;
    } catch (error) {
      fail(name, error);
      return false;
    }
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

  /** Adds what another runner counted and printed itself. */
  function add({ passed, failed, skipped, failedNames }) {
    counts.passed += passed;
    counts.failed += failed;
    counts.skipped += skipped;
    failures.push(...failedNames);
  }

  /** Returns whether nothing failed. */
  function close() {
    for (const name of failures) print(`failed: ${name}`);
    print(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    return counts.failed === 0;
  }

  return { check, fail, skip, add, close };
}
