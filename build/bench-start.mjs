// `npm run bench:start`: what Unroll's start costs beside an empty Electron window's, ten times in turn; written into docs/performance.md.
// `-- TIMES` measures as often, `-- TIMES show` only prints.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { prepare } from './prepare.mjs';
import { processesUnder, usageUnder } from './process-tree.mjs';
import { ROOT } from './project.mjs';
import { reportAndFail } from './report-failure.mjs';
import { createTestReport } from './test-report.mjs';
import { openDisplay } from './virtual-display.mjs';
import { writeFigures } from './write-figures.mjs';

const EMPTY_WINDOW = join(ROOT, 'build', 'empty-window.mjs');
/** It rests when a second has cost it hardly anything. */
const REST_MS = 1000;
const AT_REST_MS = 30;
/** However busy the machine, it has begun by then. */
const LEAST_MS = 3000;

async function untilItRests(id) {
  await wait(LEAST_MS);
  let before = usageUnder(id).totalMs;
  for (;;) {
    await wait(REST_MS);
    const now = usageUnder(id);
    if (now.totalMs - before <= AT_REST_MS) return now;
    before = now.totalMs;
  }
}

async function measure(command, display, userData) {
  const [program, ...words] = command;
  const sandbox = process.getuid() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...sandbox, `--user-data-dir=${userData}`, ...words], {
    env: { ...process.env, DISPLAY: display },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    return await untilItRests(child.pid);
  } finally {
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

/** The very first start of each fills its caches, and is number 0. */
async function measureInTurn(times, once) {
  for (let time = 0; time <= times; time += 1)
    for (const name of ['empty', 'processes', 'unroll']) await once(name, time);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function figures(of) {
  const seconds = (samples) => median(samples.map(({ totalMs }) => totalMs)) / 1000;
  const megabytes = (samples) => median(samples.map((sample) => sample.megabytes));
  const { empty, processes, unroll } = of;
  const cells = (value, digits) =>
    [empty, processes, unroll].map((samples) => value(samples).toFixed(digits)).join(' | ');
  const ratio = (value, to) => `${(value(unroll) / value(to)).toFixed(2)} ×`;
  const row = (name, value, digits) =>
    `| ${name} | ${cells(value, digits)} | ${ratio(value, empty)} | ${ratio(value, processes)} |`;
  const kinds = [...new Set(of.unroll.flatMap(({ byKind }) => Object.keys(byKind)))];
  const kindRow = (kind) => {
    const ms = (samples) => median(samples.map(({ byKind }) => byKind[kind] ?? 0)) / 1000;
    return `| … ${kind} | ${cells(ms, 2)} | | |`;
  };
  return [
    `${cpus()[0].model}, ${cpus().length} threads, ${of.empty.length} starts of each in turn, medians; no graphics card.`,
    '',
    '| from the start until it rests | empty window | with an empty engine | Unroll | to the window | to both |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    row('processor time, s', seconds, 2),
    ...kinds.map(kindRow),
    row('memory, MB', megabytes, 0),
  ].join('\n');
}

try {
  const [times = '10', show] = process.argv.slice(2);
  const report = createTestReport();
  const needs = ['production', 'scriptElectron', 'display'];
  const { values, reasonAgainst } = await prepare(needs, report, { say: console.log });
  const reason = reasonAgainst(needs);
  if (reason) throw new Error(reason);
  const display = await openDisplay();
  const commands = {
    empty: [values.scriptElectron, EMPTY_WINDOW],
    processes: [values.scriptElectron, EMPTY_WINDOW, '--engine'],
    unroll: [values.production],
  };
  const found = { empty: [], processes: [], unroll: [] };
  const newFolder = () => mkdtempSync(join(tmpdir(), 'unroll-start-'));
  const folders = { empty: newFolder(), processes: newFolder(), unroll: newFolder() };
  try {
    await measureInTurn(Number(times), async (name, time) => {
      const usage = await measure(commands[name], display?.name ?? '', folders[name]);
      console.log(`${name}: ${(usage.totalMs / 1000).toFixed(2)} s, ${usage.megabytes.toFixed(0)} MB`, usage.byKind);
      if (time > 0) found[name].push(usage);
    });
  } finally {
    display?.close();
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
  }
  const text = figures(found);
  console.log(text);
  if (show !== 'show') await writeFigures('start', text);
} catch (error) {
  reportAndFail(error);
}
