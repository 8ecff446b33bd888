// What `npm test` checks without running the application: lint, layout, dead code, types.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { ROOT } from './project.mjs';
import { runQuietly } from './run.mjs';
import { toolPath } from './tools.mjs';

/** What was found before is kept in `out/caches`: of ESLint for files that are the same, of TypeScript for what they reach. */
const cache = (name) => `out/caches/${name}`;

const tsc = (world) => [
  ['@typescript/native', 'tsc'],
  ['-p', `tsconfig.${world}.json`, '--incremental', '--tsBuildInfoFile', cache(`${world}.tsbuildinfo`)],
];

/** Each file is judged by itself and by the rules, whose own cache this is. */
const eslint = () => {
  const rules = contentHash(['eslint.config.js', 'svelte.config.js', 'build/lint', 'package-lock.json']);
  return ['--cache', '--cache-strategy', 'content', '--cache-location', cache(`eslint-${rules.slice(0, 16)}`)];
};

/** The slow ones first. */
const CHECKS = [
  ['eslint finds nothing', ['eslint'], ['--max-warnings', '0', ...eslint(), '.']],
  ['oxlint finds nothing', ['oxlint'], []],
  ['oxfmt would change nothing', ['oxfmt'], ['--check']],
  ['types hold in the engine, which sees no DOM', ...tsc('engine')],
  ['types hold in the main process and the terminal host', ...tsc('main')],
  ['types hold in the preload and the desktop tests', ...tsc('desktop')],
  [
    'types hold in the page, which sees no Node',
    ['svelte-check'],
    ['--tsgo', '--tsconfig', './tsconfig.page.json', '--fail-on-warnings', '--output', 'human'],
  ],
  ['types hold in the exported page, which sees no Node', ...tsc('web')],
  ['knip finds nothing unused', ['knip'], []],
];

/** The last is there while electron-vite reads its configuration. */
const NOT_SOURCES = /^(?:node_modules|out|dist|\.git|\.svelte-check|electron\.config\.ts\..*)$/;

/** Runs the check unless it passed on the very same sources. */
async function runCheck(report, name, tool, words, sources) {
  const program = toolPath(...tool);
  const key = [sources, process.version, ...words].join(' ');
  const folder = join(ROOT, 'out', 'caches', 'checks');
  const stamp = join(folder, name.replaceAll(/\W+/g, '-'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return report.pass(name, 'as when it passed');
  mkdirSync(folder, { recursive: true });
  // What svelte-check once made of a component that is gone would be checked again.
  if (tool[0] === 'svelte-check') rmSync(join(ROOT, '.svelte-check'), { recursive: true, force: true });
  const passed = await report.check(name, () => runQuietly(process.execPath, [program, ...words]));
  if (passed) writeFileSync(stamp, key);
}

/** Each check on its own, to be run side by side. Types reach across files, so none is judged by the files it names alone. */
export function staticChecks() {
  const sources = contentHash(readdirSync(ROOT).filter((name) => !NOT_SOURCES.test(name)));
  return CHECKS.map(([name, tool, words]) => ({
    name,
    run: (report) => runCheck(report, name, tool, words, sources),
  }));
}
