// Runs vitest with one of its configurations and counts what it found.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { runInTerminal, runQuietly } from './run.mjs';
import { toolPath } from './tools.mjs';

function countsIn(results, exitCode) {
  const tests = results.testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failedTests = tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  // A file that could not be loaded, or whose preparation failed, holds no failed test.
  const failedFiles = results.testResults
    .filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    )
    .map(({ name }) => name);
  const failedNames = [...failedTests, ...failedFiles];
  if (exitCode !== 0 && failedNames.length === 0) failedNames.push('vitest ended with an error outside of any test');
  return { passed, failed: failedNames.length, skipped: tests.length - passed - failedTests.length, failedNames };
}

/** `part` is how the results' file is called; `more` goes to vitest as it is. */
export async function runVitest(report, part, config, { env = {}, more = [] } = {}) {
  const folder = join(ROOT, 'out', 'test-results');
  const file = join(folder, `${part}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const colour = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  const exitCode = await runInTerminal(
    process.execPath,
    [
      toolPath('vitest'),
      'run',
      ...['--config', config, '--reporter=verbose', '--reporter=json', `--outputFile.json=${file}`],
      ...more,
    ],
    { env: { ...process.env, ...colour, ...env }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (existsSync(file)) report.add(countsIn(JSON.parse(readFileSync(file, 'utf8')), exitCode));
  else report.fail(`${part} tests run`, new Error(`vitest ended with code ${exitCode} and left no results.`));
}

/** Names every test of a configuration that this machine cannot run. */
export async function skipVitest(report, config, reason) {
  const output = await runQuietly(process.execPath, [toolPath('vitest'), 'list', '--json', '--config', config]);
  const tests = JSON.parse(output.slice(output.indexOf('[')));
  for (const { name } of tests) report.skip(name, reason);
}
