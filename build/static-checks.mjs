// What `npm test` checks without running the application: lint, layout, dead code, types.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';
import { toolPath } from './tools.mjs';

const ENGINE = ['src-engine', 'test/engine', 'test/fixtures', 'test/deadline.ts'];
const PAGE = [
  'src-renderer',
  'test/renderer',
  'test/components/*.ts',
  'test/components/page',
  'test/components/scenes',
];

const eslint = (...words) => [['eslint'], ['--max-warnings', '0', ...words]];
const tsc = (world) => [
  ['typescript', 'tsc'],
  ['-p', `tsconfig.${world}.json`],
];

/** The slow ones first. The linter reads one world of types at a time. */
const CHECKS = [
  ['eslint finds nothing in the page', ...eslint(...PAGE)],
  ['eslint finds nothing in the engine', ...eslint(...ENGINE)],
  [
    'eslint finds nothing elsewhere',
    ...eslint('.', ...[...ENGINE, ...PAGE].flatMap((path) => ['--ignore-pattern', path])),
  ],
  [
    'prettier would change nothing',
    ['prettier'],
    ['--check', '--cache', '--cache-strategy', 'content', '--cache-location', 'out/caches/prettier.json', '.'],
  ],
  ['types hold in the engine, which sees no DOM', ...tsc('engine')],
  ['types hold in the main process and the terminal host', ...tsc('main')],
  ['types hold in the preload and the desktop tests', ...tsc('desktop')],
  [
    'types hold in the page, which sees no Node',
    ['svelte-check'],
    ['--tsconfig', './tsconfig.page.json', '--fail-on-warnings', '--output', 'human'],
  ],
  ['knip finds nothing unused', ['knip'], []],
];

const NOT_SOURCES = ['node_modules', 'out', 'dist', '.git'];

/** What is written beside the engine: it imports nothing of that, which a test watches over. */
const NOT_THE_ENGINE = ['src-main', 'src-renderer', 'build', 'docs'];

/** Types reach across files, so no check is judged by the files it names alone. */
function hashWithout(names) {
  return contentHash(readdirSync(ROOT).filter((name) => !names.includes(name)));
}

/** Runs the check unless it passed on the very same sources. */
async function runCheck(report, name, tool, words, sources) {
  const program = toolPath(...tool);
  const key = [sources, process.version, ...words].join(' ');
  const folder = join(ROOT, 'out', 'caches', 'checks');
  const stamp = join(folder, name.replaceAll(/\W+/g, '-'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return report.pass(name, 'as when it passed');
  mkdirSync(folder, { recursive: true });
  const passed = await report.check(name, () => runQuietly(process.execPath, [program, ...words]));
  if (passed) writeFileSync(stamp, key);
}

/** Each check on its own, to be run side by side. */
export function staticChecks() {
  const all = hashWithout(NOT_SOURCES);
  const engine = hashWithout([...NOT_SOURCES, ...NOT_THE_ENGINE]);
  return CHECKS.map(([name, tool, words]) => ({
    name,
    run: (report) => runCheck(report, name, tool, words, name.includes('in the engine') ? engine : all),
  }));
}
