// Measures writing in the packaged application while a network trains, for docs/performance.md. No test: nothing is asserted.
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { it, onTestFinished } from 'vitest';
import { DRIVER_DEADLINE_MS } from '../deadline';
import { framesTold, framesWhile, middle } from './frames';
import { leaveFigures } from './leave-figures';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';
import { waitUntil } from './wait-until';
import { shownUpdate } from './window';

const HIDDEN_SIZES = [128, 256, 512, 1024];
const CLICKS = 12;
/** No person clicks at once again; the prompt is read ahead meanwhile. */
const BETWEEN_CLICKS_MS = 1500;
const PROMPT = 'It is not down in any map; true places never are. '.repeat(4);
const LONG_BYTES = 1_000_000;

const whole = (value: number): string => Math.round(value).toLocaleString('en');

async function fill(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name, exact: true });
  await field.fill(value);
  await field.press('Tab');
}

async function train(page: Page, hidden: number): Promise<void> {
  for (let press = 0; press < 2; press++) await page.getByRole('button', { name: 'New run' }).click();
  await page.getByRole('button', { name: 'Moby-Dick' }).click();
  await page.getByRole('group', { name: 'First lines' }).waitFor();
  await fill(page, 'Hidden size', String(hidden));
  await fill(page, 'Lanes', hidden < 512 ? '32' : '64');
  await fill(page, 'Run name', `H ${hidden}`);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('heading', { name: `H ${hidden}` }).waitFor();
  await waitUntil('it trains', async () => (await shownUpdate(page)) >= 3);
  await page.getByRole('tab', { name: 'Write' }).click();
}

/** Milliseconds from the click to the first character that is not of the prompt, as it stands in the page. */
function firstText(page: Page, promptCharacters: number): Promise<number> {
  return page.evaluate((given) => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === 'Generate');
    return new Promise<number>((resolve) => {
      const started = performance.now();
      button?.click();
      const observer = new MutationObserver(() => {
        if ((document.querySelector('[role=log] .content')?.textContent?.length ?? 0) <= given) return;
        observer.disconnect();
        resolve(performance.now() - started);
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, promptCharacters);
}

async function writeLong(page: Page): Promise<string[]> {
  await fill(page, 'Prompt', 'It ');
  await fill(page, 'Length', String(LONG_BYTES));
  const started = Date.now();
  const writing = await framesWhile(page, async () => {
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    await waitUntil(
      'it is written',
      async () => (await page.getByText('Generating…').count()) === 0,
      DRIVER_DEADLINE_MS,
    );
  });
  const seconds = (Date.now() - started) / 1000;
  const scrolling = await framesWhile(page, async () => {
    const log = page.getByRole('log');
    const box = await log.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 60);
    for (let step = 0; step < 120; step++) await page.mouse.wheel(0, step % 40 === 0 ? -200_000 : -900);
  });
  const nodes = await page.evaluate(() => document.querySelectorAll('[role=log] *').length);
  return [
    `- A million bytes, H 128, while it trains: written in ${seconds.toFixed(0)} s (${whole(LONG_BYTES / seconds)} bytes/s), ${framesTold(writing)}.`,
    `- Scrolled through with the wheel afterwards: ${framesTold(scrolling)}; ${whole(nodes)} elements in the page.`,
  ];
}

async function stopLatency(page: Page): Promise<number> {
  await fill(page, 'Length', String(LONG_BYTES));
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  await waitUntil('text comes', async () => ((await page.getByRole('log').textContent()) ?? '').length > 300);
  return page.evaluate(async () => {
    const started = performance.now();
    [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === 'Stop generating')?.click();
    while (document.body.textContent?.includes('Stop generating')) await new Promise((next) => setTimeout(next, 1));
    return performance.now() - started;
  });
}

it('measures writing', async () => {
  const { page, quit } = await openApplication(temporaryFolder());
  onTestFinished(quit);
  const rows: string[] = [];
  let lines: string[] = [];
  for (const hidden of HIDDEN_SIZES) {
    await train(page, hidden);
    if (hidden === 128) lines = await writeLong(page);
    await fill(page, 'Prompt', PROMPT);
    await fill(page, 'Length', '100');
    const waits: number[] = [];
    for (let click = 0; click < CLICKS; click++) {
      await page.getByRole('button', { name: 'Generate', exact: true }).waitFor();
      await wait(BETWEEN_CLICKS_MS);
      waits.push(await firstText(page, PROMPT.length));
    }
    const stop = await stopLatency(page);
    rows.push(`| H ${hidden} | ${middle(waits).toFixed(0)} | ${Math.max(...waits).toFixed(0)} | ${stop.toFixed(0)} |`);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
    console.log(rows.at(-1));
  }
  const processors = cpus();
  leaveFigures('writing', [
    `Electron ${await page.evaluate(() => /Electron\/(\S+)/.exec(navigator.userAgent)?.[1] ?? '')}, ${processors.length} × ${processors[0]?.model.trim()}, no graphics card; prompt of ${PROMPT.length} bytes, ${CLICKS} clicks each, ${BETWEEN_CLICKS_MS / 1000} s apart, while the network trains on all threads.`,
    '',
    '| ms | click to first text, middle | slowest | Stop to stopped |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    '',
    ...lines,
  ]);
});
