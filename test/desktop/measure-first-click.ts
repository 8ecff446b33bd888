// Measures in the packaged application how soon a network that came along writes, for docs/performance.md. No test: nothing is asserted.
import { cpus } from 'node:os';
import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { middle } from './frames';
import { leaveFigures } from './leave-figures';
import { openApplication } from './packaged-application';
import { temporaryFolder } from './temporary-folder';

const STARTS = 5;
/** Beside the prompt, which stands there at once. */
const PROMPT = 'The whale ';

/** Milliseconds from the click to the first character that the network has written, as it stands in the page. */
function writeAtOnce(page: Page): Promise<number> {
  return page.evaluate((prompt) => {
    const groups = [...document.querySelectorAll('[role=group]')];
    const sample = groups.find((group) => group.parentElement?.textContent?.includes('Moby-Dick'));
    const button = [...(sample?.querySelectorAll('button') ?? [])].find((each) => each.textContent?.includes('Write'));
    return new Promise<number>((resolve) => {
      const started = performance.now();
      button?.click();
      const observer = new MutationObserver(() => {
        if ((document.querySelector('[role=log] .content')?.textContent?.length ?? 0) <= prompt.length) return;
        observer.disconnect();
        resolve(performance.now() - started);
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, PROMPT);
}

it('measures the first click', async () => {
  const first: number[] = [];
  const later: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const { page, quit } = await openApplication(temporaryFolder());
    for (const waits of [first, later]) {
      await page.getByRole('group', { name: 'Moby-Dick' }).waitFor();
      waits.push(await writeAtOnce(page));
      await page.locator('[role=log][aria-busy=false]').waitFor();
      await page.getByRole('button', { name: 'New run' }).click();
    }
    await quit();
  }
  const told = (waits: number[]): string =>
    `${middle(waits).toFixed(0)} ms, the slowest ${Math.max(...waits).toFixed(0)} ms`;
  const processors = cpus();
  leaveFigures('first-click', [
    `${processors.length} × ${processors[0]?.model.trim()}, no graphics card; ${STARTS} starts of the application, two clicks each.`,
    '',
    `- The first click after a start: ${told(first)}.`,
    `- The second one: ${told(later)}.`,
  ]);
});
