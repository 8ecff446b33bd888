// A draft of a million bytes: only what is in view is in the page, at its end, its beginning and wherever something was found.
import { expect } from 'vitest';
import { it } from './scene-test';

const BYTES = 1_000_000;
const LINE_BYTES = 40;
/** Without a bound, plainly, there would be as many elements as blocks (500), and shaded one a character (a million). */
const MOST_ELEMENTS = { plain: 60, shaded: 20_000 };

it.for(['plain', 'shaded'] as const)(
  'of a million bytes only what is in view is in the page: %s',
  async (look, { openScene }) => {
    const { page, told } = await openScene('longDraft', { bytes: BYTES, isShaded: look === 'shaded' });
    const inView = (): Promise<string> =>
      page.evaluate(() => {
        const { left, top } = document.getElementById('scroller')!.getBoundingClientRect();
        const caret = document.caretPositionFromPoint(left + 4, top + 200);
        return caret?.offsetNode.parentElement?.closest('.drawn-text > *')?.textContent ?? '';
      });
    const isWhole = async (): Promise<boolean> => (await told()).at(-1)?.[0] === true;
    // It begins at its end, as a draft that grows does.
    await expect.poll(inView).toContain(String(BYTES / LINE_BYTES - 20));
    for (const line of [0, 7_000, 24_900, 12_345]) {
      await page.evaluate((at) => dispatchEvent(new CustomEvent('reveal', { detail: at })), line * LINE_BYTES);
      await expect.poll(() => page.locator('.drawn-text').textContent()).toContain(`\n${line + 1} `);
    }
    for (const share of [0, 0.5, 1]) {
      await page.evaluate((to) => {
        const scroller = document.getElementById('scroller')!;
        scroller.scrollTop = to * scroller.scrollHeight;
      }, share);
      await expect.poll(inView).not.toBe('');
    }
    await expect.poll(isWhole).toBe(true);
    const elements = (await told()).map(([, count]) => Number(count));
    expect(Math.max(...elements)).toBeLessThan(MOST_ELEMENTS[look]);
    expect(elements.length).toBeGreaterThan(5);
  },
);
