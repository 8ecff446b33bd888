// A reporter for vitest: leaves, as JSON in the file that UNROLL_OUTCOME names, what the report of `npm test` counts.
import { writeFileSync } from 'node:fs';

/** What the desktop tests say when the application did not start at once. */
const ANOTHER_TRY = /one more try/;

function outcomeOf(test, retriedStarts) {
  const { duration = 0, retryCount = 0 } = test.diagnostic() ?? {};
  return {
    name: test.fullName,
    state: test.result().state,
    ms: duration,
    retried: retryCount > 0 || retriedStarts.has(test.id),
  };
}

/** A file that could not be loaded, or whose preparation failed, holds no failed test. */
function failedFiles(modules) {
  const holdsFailure = (module) => [...module.children.allTests('failed')].length > 0;
  return modules
    .filter((module) => module.state() === 'failed' && !holdsFailure(module))
    .map((module) => module.relativeModuleId);
}

export default function createOutcomeReporter() {
  const retriedStarts = new Set();
  return {
    onUserConsoleLog({ content, taskId }) {
      if (taskId && ANOTHER_TRY.test(content)) retriedStarts.add(taskId);
    },
    onTestRunEnd(modules, unhandledErrors) {
      const tests = modules.flatMap((module) => [...module.children.allTests()]);
      const faults = failedFiles(modules);
      if (unhandledErrors.length > 0) faults.push('an error outside of any test');
      const outcome = { tests: tests.map((test) => outcomeOf(test, retriedStarts)), faults };
      writeFileSync(process.env.UNROLL_OUTCOME, JSON.stringify(outcome));
    },
  };
}
