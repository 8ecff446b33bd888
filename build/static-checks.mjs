// What `npm test` checks without running the application: lint, layout, dead code, types.
import { runQuietly } from './run.mjs';
import { toolPath } from './tools.mjs';

const CHECKS = [
  ['eslint finds nothing', ['eslint'], ['--max-warnings', '0', '.']],
  ['prettier would change nothing', ['prettier'], ['--check', '.']],
  ['knip finds nothing unused', ['knip'], []],
  ['types hold in the engine, which sees no DOM', ['typescript', 'tsc'], ['-p', 'tsconfig.engine.json']],
  ['types hold in the main process and the terminal host', ['typescript', 'tsc'], ['-p', 'tsconfig.main.json']],
  ['types hold in the preload and the desktop tests', ['typescript', 'tsc'], ['-p', 'tsconfig.desktop.json']],
  [
    'types hold in the page, which sees no Node',
    ['svelte-check'],
    ['--tsconfig', './tsconfig.page.json', '--fail-on-warnings', '--output', 'human'],
  ],
];

const AT_ONCE = 2;

/** Two at a time: more than that is slower on two cores. */
export async function runStaticChecks(report) {
  const waiting = [...CHECKS];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, tool, parts] = next;
      await report.check(name, () => runQuietly(process.execPath, [toolPath(...tool), ...parts]));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
