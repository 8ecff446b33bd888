// Runs vitest with one of its configurations and counts what it found.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { runInTerminal, runQuietly } from './run.mjs';
import { toolPath } from './tools.mjs';

/** Windows get twice as much of a processor; on a machine that others keep busy a third is left. */
const GIVES_WAY_NICE = 3;

/** A test that takes longer is named at the end. */
const SLOW_MS = { unit: 15_000, components: 30_000, desktop: 60_000 };

/** `outcome` is what vitest-outcome.mjs leaves. Tests that were not chosen by their name count as nothing. */
export function countsIn({ tests, faults }, { exitCode, slowMs, isNameChosen }) {
  const named = (state) => tests.filter((test) => test.state === state).map(({ name }) => name);
  const failedNames = [...named('failed'), ...faults];
  if (exitCode !== 0 && failedNames.length === 0) failedNames.push(`vitest ended with code ${exitCode}`);
  const slow = tests
    .filter(({ ms }) => ms > slowMs)
    .map(({ name, ms }) => `slow (${Math.round(ms / 1000)} s, more than ${slowMs / 1000} s): ${name}`);
  const retried = tests.filter((test) => test.retried).map(({ name }) => `retried: ${name}`);
  return {
    passed: named('passed').length,
    failed: failedNames.length,
    skipped: isNameChosen ? 0 : named('skipped').length,
    failedNames,
    tests: named('passed').length + named('failed').length,
    remarks: [...slow, ...retried],
  };
}

/** `part` is how its outcome's file is called; `more` goes to vitest as it is; one that `givesWay` lets windows beside it go first. */
export async function runVitest(report, part, config, { env = {}, more = [], givesWay = false } = {}) {
  const folder = join(ROOT, 'out', 'test-results');
  const file = join(folder, `${part}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const colour = report.inTerminal && process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  const reporters = ['--reporter=verbose', `--reporter=${join(ROOT, 'build', 'vitest-outcome.mjs')}`];
  const parts = [toolPath('vitest'), 'run', '--config', config, ...reporters, ...more];
  const priority = givesWay ? GIVES_WAY_NICE : undefined;
  const options = { env: { ...process.env, ...colour, ...env, UNROLL_OUTCOME: file }, priority };
  const exitCode = report.inTerminal
    ? await runInTerminal(process.execPath, parts, { ...options, stdio: ['ignore', 'inherit', 'inherit'] })
    : await runAndPrint(report, parts, options);
  if (!existsSync(file)) {
    return report.fail(`${part} tests run`, new Error(`vitest ended with code ${exitCode} and left no outcome.`));
  }
  const isNameChosen = more.includes('-t');
  report.add(countsIn(JSON.parse(readFileSync(file, 'utf8')), { exitCode, slowMs: SLOW_MS[part], isNameChosen }));
}

async function runAndPrint(report, parts, options) {
  try {
    report.print((await runQuietly(process.execPath, parts, options)).trim());
    return 0;
  } catch (error) {
    report.print((error.output ?? error.message).trim());
    return 1;
  }
}

/** Names every test of a configuration that this machine cannot run; `more` chooses among them. */
export async function skipVitest(report, config, reason, more = []) {
  const output = await runQuietly(process.execPath, [
    toolPath('vitest'),
    'list',
    '--json',
    '--config',
    config,
    ...more,
  ]);
  const tests = JSON.parse(output.slice(output.indexOf('[')));
  for (const { name } of tests) report.skip(name, reason);
}
