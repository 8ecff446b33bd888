// Measures the window over a run of a million recorded updates in the packaged application, for docs/performance.md. No test: nothing is asserted.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { it, onTestFinished } from 'vitest';
import { withChecksum } from '../../src-engine/model/checksum';
import { decodeSafetensors, encodeSafetensors } from '../../src-engine/model/safetensors';
import { framesTold, framesWhile, middle } from './frames';
import { leaveFigures } from './leave-figures';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownUpdate } from './window';

const LINES = 1_000_000;
const BYTES_AN_UPDATE = 32 * 64;
const LINES_AT_ONCE = 10_000;
const WATCHED_MS = 15_000;
const RUN = 'A million updates';
const MANY_RUNS = 3000;
const STARTS = 3;
const HIDDEN = 96;
/** Node has the fast kernels' fused multiply-add behind a flag up to version 21. */
const KERNEL_FLAGS = Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-wasm-relaxed-simd'] : [];
const TERMINAL = fileURLToPath(new URL('../../out/main/terminal-main.js', import.meta.url));
const PROSE = fileURLToPath(new URL('../../out/samples/Moby-Dick.txt', import.meta.url));

const whole = (value: number): string => Math.round(value).toLocaleString('en');

async function trainALittle(userData: string): Promise<string> {
  const { page, quit } = await openApplication(userData);
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  for (const [label, value] of [
    ['Run name', RUN],
    ['Hidden size', String(HIDDEN)],
    ['Lanes', '32'],
  ] as const) {
    await page.getByRole('textbox', { name: label, exact: true }).fill(value);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('heading', { name: RUN }).waitFor();
  await waitUntil('it trains', async () => (await shownUpdate(page)) > 50);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
  await quit();
  const [run = ''] = readdirSync(join(userData, 'runs'));
  return join(userData, 'runs', run);
}

const pointAt = (update: number) => {
  const lossNats = 1.4 + 4 / (1 + update / 3000) + 0.2 * Math.sin(update * 12.9898);
  return {
    update,
    bytes: update * BYTES_AN_UPDATE,
    elapsedMs: 50 * update,
    lossNats,
    leastLossNats: lossNats - 0.1,
    greatestLossNats: lossNats + 0.1,
    gradientNorm: 1 + Math.abs(Math.sin(update)),
    learningRate: 0.003,
    bytesPerSecond: 10_000 + (update % 100),
  };
};

/** Makes the run one that has recorded a million updates; its checkpoint stays a real one, so that it trains on. */
async function lengthen(run: string): Promise<void> {
  const log = createWriteStream(join(run, 'metrics.jsonl'));
  for (let from = 1; from <= LINES; from += LINES_AT_ONCE) {
    const lines = Array.from({ length: LINES_AT_ONCE }, (_, index) => `${JSON.stringify(pointAt(from + index))}\n`);
    if (!log.write(lines.join(''))) await once(log, 'drain');
  }
  log.end();
  await finished(log);
  const folder = join(run, 'checkpoints');
  const updates = readdirSync(folder).map((name) => Number.parseInt(name, 10));
  const newest = join(folder, `${Math.max(...updates)}.safetensors`);
  const { tensors, metadata } = decodeSafetensors(readFileSync(newest), newest);
  const counted = { ...metadata, update: String(LINES), elapsed_ms: String(50 * LINES) };
  writeFileSync(
    newest,
    withChecksum((checksum) => encodeSafetensors(tensors, { ...counted, ...checksum })),
  );
  renameSync(newest, join(folder, `${LINES}.safetensors`));
  for (const update of updates) rmSync(join(folder, `${update}.safetensors`), { force: true });
  const record = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')) as { settings: object };
  // Without an end there is no fall of the rate to plan for.
  const settings = { ...record.settings, lengthUnit: 'told', schedule: 'constant', checkpointEvery: 100_000 };
  writeFileSync(join(run, 'run.json'), JSON.stringify({ ...record, update: LINES, elapsedMs: 50 * LINES, settings }));
}

/** Milliseconds from the click on the run's row to the frame in which its whole course stands in the chart. */
async function openingMs(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'New run' }).click();
  await page.getByRole('button', { name: 'Choose a text…' }).first().waitFor();
  return page.evaluate(
    ([name, update]) => {
      const row = [...document.querySelectorAll<HTMLElement>('nav button')].find((one) =>
        one.textContent?.includes(name),
      );
      const isDrawn = (): boolean => {
        const words = document.querySelector('[role=application]')?.getAttribute('aria-describedby') ?? '';
        return document.getElementById(words)?.textContent?.includes(`at update ${update}`) === true;
      };
      return new Promise<number>((resolve) => {
        const started = performance.now();
        row?.click();
        const look = () => (isDrawn() ? resolve(performance.now() - started) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      });
    },
    [RUN, LINES.toLocaleString('en')] as const,
  );
}

/** Updates a second that the terminal trains at, with the same settings and as long. */
function terminalPace(folder: string): number {
  const settings = ['--hidden', String(HIDDEN), '--lanes', '32', '--minutes', String(WATCHED_MS / 60_000)];
  const words = ['train', PROSE, ...settings, '--run', join(folder, 'in-the-terminal'), '--json'];
  const lines = execFileSync(process.execPath, [...KERNEL_FLAGS, TERMINAL, ...words], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  }).split('\n');
  const points = lines.filter((line) => line.includes('"progress"')).map((line) => JSON.parse(line) as Progress);
  const [first, last] = [points[Math.floor(points.length / 4)], points.at(-1)];
  if (!first || !last) return NaN;
  return (last.update - first.update) / (last.elapsed_seconds - first.elapsed_seconds);
}

interface Progress {
  update: number;
  elapsed_seconds: number;
}

/** Copies of a run's record, older than it. */
function makeManyRuns(userData: string, run: string): void {
  const record = readFileSync(join(run, 'run.json'), 'utf8');
  for (let index = 0; index < MANY_RUNS; index++) {
    const copy = join(userData, 'runs', `Copy-20200101-${String(index).padStart(6, '0')}-000`);
    mkdirSync(join(copy, 'checkpoints'), { recursive: true });
    writeFileSync(join(copy, 'run.json'), record);
  }
}

/** Milliseconds from the window's first picture to its first runs, where it remembers none, and to all of them. */
async function listingMs(userData: string): Promise<{ first: number; all: number }> {
  rmSync(join(userData, 'list.json'));
  const { page, quit } = await openApplication(userData);
  const since = (mark: string) => () =>
    page.evaluate((name) => {
      const at = (entry: string) => performance.getEntriesByName(entry)[0]?.startTime;
      return (at(name) ?? NaN) - (at('first-contentful-paint') ?? NaN);
    }, mark);
  await waitUntil('all runs are listed', async () => !Number.isNaN(await since('all-runs')()));
  const [first, all] = [await since('first-runs')(), await since('all-runs')()];
  await quit();
  return { first, all };
}

it('measures the window', async () => {
  const userData = temporaryFolder();
  const run = await trainALittle(userData);
  await lengthen(run);
  const { page, quit } = await openApplication(userData, { env: { LANG: 'en_GB.UTF-8' } });
  onTestFinished(() => quit().catch(() => undefined));
  await page.getByRole('application', { name: /^Loss in/ }).waitFor();
  await wait(5000);
  rmSync(join(run, 'metrics.index'), { force: true });
  const rebuilt = await openingMs(page);
  const openings = [await openingMs(page), await openingMs(page), await openingMs(page)];

  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await waitUntil('it trains on', async () => (await shownUpdate(page)) > LINES);
  const [from, began] = [await shownUpdate(page), Date.now()];
  const watching = await framesWhile(page, () => wait(WATCHED_MS));
  const pace = ((await shownUpdate(page)) - from) / ((Date.now() - began) / 1000);
  const zooming = await framesWhile(page, async () => {
    await page.getByRole('application', { name: /^Loss in/ }).hover();
    for (let notch = 0; notch < 60; notch++) await page.mouse.wheel(notch % 3 === 0 ? 120 : 0, notch < 40 ? -60 : 60);
  });
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Finished' }).waitFor();
  const electron = await page.evaluate(() => /Electron\/(\S+)/.exec(navigator.userAgent)?.[1] ?? '');
  await quit();
  const terminal = terminalPace(userData);
  makeManyRuns(userData, run);
  const listings: { first: number; all: number }[] = [];
  for (let start = 0; start < STARTS; start++) listings.push(await listingMs(userData));
  const processors = cpus();
  leaveFigures('window', [
    `Electron ${electron}, ${processors.length} × ${processors[0]?.model.trim()}, no graphics card (everything is drawn by the same processors that train); ${whole(LINES)} recorded updates, a log of ${whole(statSync(join(run, 'metrics.jsonl')).size / 1e6)} MB.`,
    '',
    `- Opening the run, from the click to the drawn chart: ${whole(middle(openings))} ms by the index; ${whole(rebuilt)} ms where the index is lost and rebuilt.`,
    `- While ${whole(pace)} updates a second arrive, everything in view: ${framesTold(watching)}.`,
    `- Zooming and panning with the wheel meanwhile: ${framesTold(zooming)}.`,
    `- Training keeps ${whole((100 * pace) / terminal)} % of the terminal's speed with its curve in view.`,
    `- A list of ${whole(MANY_RUNS)} runs, where none is remembered: the first of them ${whole(middle(listings.map(({ first }) => first)))} ms after the window's first picture, all after ${whole(middle(listings.map(({ all }) => all)))} ms (the middle of ${STARTS} starts).`,
  ]);
});
