// `npm run bench:start`: what Unroll's start costs beside an empty Electron window's, ten times in turn; written into docs/performance.md.
// A start is over, for whoever looks at it, when what the window shows stands but for one pixel in a hundred; the page takes clicks then.
// `-- TIMES` measures as often, `-- TIMES show` only prints.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { prepareFully } from './prepare.mjs';
import { processesUnder, usageUnder } from './process-tree.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { runQuietly } from './run.mjs';
import { flagsForKernels } from './terminal-host.mjs';
import { createTestReport } from './test-report.mjs';
import { openDisplay } from './virtual-display.mjs';
import { watchPicture } from './watched-picture.mjs';
import { writeFigures } from './write-figures.mjs';

const NAMES = ['empty', 'processes', 'unroll', 'again'];
const RUNS = 20;
const EMPTY_WINDOW = join(ROOT, 'build', 'empty-window.mjs');
/** It rests when a second has cost it hardly anything. */
const REST_MS = 1000;
const AT_REST_MS = 30;
/** However busy the machine, it has begun by then. */
const LEAST_MS = 3000;

const LOOK_EVERY_MS = 20;

/** Resolves to what it had used when its picture stood, and when it rested. */
async function untilItRests(id, picture, beganMs) {
  let before = usageUnder(id).totalMs;
  let checkedMs = beganMs + LEAST_MS;
  for (;;) {
    await wait(LOOK_EVERY_MS);
    const nowMs = performance.now();
    picture.look(() => ({ ms: nowMs - beganMs, totalMs: usageUnder(id).totalMs }));
    if (nowMs < checkedMs + REST_MS) continue;
    const now = usageUnder(id);
    const stood = picture.stoodSince();
    if (stood && now.totalMs - before <= AT_REST_MS) return { ...now, stood };
    before = now.totalMs;
    checkedMs = nowMs;
  }
}

async function measure([program, ...words], display, userData) {
  const sandbox = process.getuid() === 0 ? ['--no-sandbox'] : [];
  const picture = watchPicture(display.folder);
  const beganMs = performance.now();
  const child = spawn(program, [...sandbox, `--user-data-dir=${userData}`, ...words], {
    env: { ...process.env, DISPLAY: display.name },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    return await untilItRests(child.pid, picture, beganMs);
  } finally {
    picture.close();
    for (const { id } of processesUnder(child.pid).reverse()) {
      try {
        process.kill(id, 'SIGKILL');
      } catch {
        // It went with its parent.
      }
    }
    await ended;
  }
}

/** What somebody has who comes back: one short run, as often as this. */
async function bringRuns(userData) {
  const runs = join(userData, 'runs');
  mkdirSync(runs, { recursive: true });
  const run = (number) => join(runs, `run-${number}`);
  const words = ['train', join(ROOT, 'LICENSE'), '--updates', '40', '--hidden', '32', '--run', run(1)];
  await runQuietly(process.execPath, [...flagsForKernels(), join(ROOT, 'out/main/terminal-main.js'), ...words]);
  for (let number = 2; number <= RUNS; number += 1) cpSync(run(1), run(number), { recursive: true });
}

/** The very first start of each fills its caches, and is number 0. */
async function measureInTurn(times, once) {
  for (let time = 0; time <= times; time += 1) for (const name of NAMES) await once(name, time);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function figures(of) {
  const first = of.empty;
  const cells = (value, digits) => NAMES.map((name) => median(of[name].map(value)).toFixed(digits)).join(' | ');
  const ratios = (value) =>
    ['unroll', 'again']
      .map((name) => `${(median(of[name].map(value)) / median(first.map(value))).toFixed(2)} ×`)
      .join(' | ');
  const row = (title, value, digits) => `| ${title} | ${cells(value, digits)} | ${ratios(value)} |`;
  const kinds = [...new Set(of.again.flatMap(({ byKind }) => Object.keys(byKind)))];
  const kindRow = (kind) => `| … ${kind} | ${cells(({ byKind }) => (byKind[kind] ?? 0) / 1000, 2)} | | |`;
  return [
    `${cpus()[0].model}, ${cpus().length} threads, ${first.length} starts of each in turn, medians; no graphics card.`,
    '',
    `| from the start | empty window | with an empty engine | Unroll, the first time | with ${RUNS} runs | first time to the window | with runs to the window |`,
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    row('processor time until it can be used, s', ({ stood }) => stood.totalMs / 1000, 2),
    row('by the clock, s', ({ stood }) => stood.ms / 1000, 2),
    row('processor time until it rests, s', ({ totalMs }) => totalMs / 1000, 2),
    ...kinds.map(kindRow),
    row('memory at rest, MB', ({ megabytes }) => megabytes, 0),
  ].join('\n');
}

try {
  const [times = '10', show] = process.argv.slice(2);
  const report = createTestReport();
  const needs = ['production', 'scriptElectron', 'display'];
  const { values, reasonAgainst } = await prepareFully(needs, report, { say: console.log });
  const reason = reasonAgainst(needs);
  if (reason) throw new Error(reason);
  const screen = mkdtempSync(join(tmpdir(), 'unroll-screen-'));
  const display = { ...(await openDisplay(['-fbdir', screen])), folder: screen };
  const commands = {
    empty: [values.scriptElectron, EMPTY_WINDOW],
    processes: [values.scriptElectron, EMPTY_WINDOW, '--engine'],
    unroll: [values.production],
    again: [values.production],
  };
  const found = Object.fromEntries(NAMES.map((name) => [name, []]));
  const newFolder = () => mkdtempSync(join(tmpdir(), 'unroll-start-'));
  const folders = Object.fromEntries(NAMES.map((name) => [name, newFolder()]));
  try {
    await bringRuns(folders.again);
    await measureInTurn(Number(times), async (name, time) => {
      const usage = await measure(commands[name], display, folders[name]);
      console.log(
        `${name}: ${usage.stood.totalMs} ms used when it can be used, ${usage.totalMs} ms at rest, ${usage.megabytes.toFixed(0)} MB`,
      );
      if (time > 0) found[name].push(usage);
    });
  } finally {
    display.close();
    for (const folder of [screen, ...Object.values(folders)]) rmSync(folder, { recursive: true, force: true });
  }
  const text = figures(found);
  console.log(text);
  if (show !== 'show') await writeFigures('start', text);
} catch (error) {
  reportAndFail(error);
}
