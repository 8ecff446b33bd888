// Drives what is done with several runs of the list at once, and the colour that each has.
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hasFocus } from './focus';
import { it } from './scene-test';

const ids = ['Ahab', 'Bildad', 'Coffin', 'Daggoo'];

const row = (page: Page, name: string): Locator => page.getByRole('button', { name: new RegExp(`^${name} `) });
const menu = (page: Page): Locator => page.getByRole('menu');
const item = (page: Page, name: string): Locator => page.getByRole('menuitem', { name });

/** The button of a row's menu, which shows under the pointer. */
async function pressMore(page: Page, name: string): Promise<void> {
  await row(page, name).hover();
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'More actions' }).click();
}

describe('Several runs', () => {
  const picked = (page: Page): Promise<string[]> => page.locator('.picked .one-line').allTextContents();

  it('are picked with Ctrl and Shift, the opened one among them, and lose it at a plain click', async ({
    openScene,
  }) => {
    const { page, told } = await openScene('runRows', { ids });
    await row(page, 'Coffin').click({ modifiers: ['Control'] });
    expect(await picked(page)).toEqual(['Ahab', 'Coffin']);
    await row(page, 'Ahab').click({ modifiers: ['Control'] });
    expect(await picked(page)).toEqual(['Coffin']);
    await row(page, 'Bildad').click();
    await row(page, 'Daggoo').click({ modifiers: ['Shift'] });
    expect(await picked(page)).toEqual(['Bildad', 'Coffin', 'Daggoo']);
    expect(await row(page, 'Coffin').textContent()).toContain('selected');
    expect(await told()).toEqual([['open', 'Bildad']]);
    await row(page, 'Ahab').click();
    expect(await picked(page)).toEqual([]);
  });

  it('are picked by keys, go to the trash together at Delete, and left at Escape', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids });
    await row(page, 'Bildad').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await picked(page)).toEqual(['Bildad', 'Coffin', 'Daggoo']);
    await expect.poll(() => hasFocus(row(page, 'Daggoo'))).toBe(true);
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Delete');
    expect(await told()).toEqual([['trash', 'Bildad', 'Coffin']]);
    await page.keyboard.press('Escape');
    expect(await picked(page)).toEqual([]);
    await page.keyboard.press('Control+ ');
    expect(await picked(page)).toEqual(['Coffin']);
    await page.keyboard.press('Control+a');
    expect((await picked(page)).length).toBe(ids.length);
  });

  it.for([
    ['Compare', [['compare', 'Coffin', 'Daggoo']]],
    ['Add to queue', [[{ kind: 'queue-run', run: 'Coffin' }], [{ kind: 'queue-run', run: 'Daggoo' }]]],
    [
      'Archive',
      [
        [{ kind: 'archive-run', run: 'Coffin', isArchived: true }],
        [{ kind: 'archive-run', run: 'Daggoo', isArchived: true }],
      ],
    ],
    ['Move to trash…', [['trash', 'Coffin', 'Daggoo']]],
  ] as const)('have a menu of their own: "%s" is done with all of them', async ([name, does], { openScene }) => {
    const { page, told } = await openScene('runRows', { ids });
    await row(page, 'Coffin').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await pressMore(page, 'Daggoo');
    expect(await menu(page).getAttribute('aria-label')).toBe('Actions for 2 runs');
    await item(page, name).click();
    expect(await told()).toEqual(does.map((each) => [...each]));
  });

  it('that are in the archive are taken out of it', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids, facts: { isArchived: true } });
    await pressMore(page, 'Bildad');
    await item(page, 'Take out of the archive').click();
    expect(await told()).toEqual([[{ kind: 'archive-run', run: 'Bildad', isArchived: false }]]);
  });
});

describe('A run’s colour', () => {
  const stroke = (page: Page, name: string) =>
    row(page, name)
      .locator('.sparkline path')
      .evaluate((path) => getComputedStyle(path).stroke);

  it('is chosen in its menu, by keys too, and is that of its line', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids });
    const before = await stroke(page, 'Bildad');
    await pressMore(page, 'Bildad');
    const colour = (name: string) => page.getByRole('menuitemradio', { name });
    expect(await colour('Blue').getAttribute('aria-checked')).toBe('true');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => hasFocus(colour('Grey'))).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([[{ kind: 'colour-run', run: 'Bildad', colour: 6 }]]);
    expect(await stroke(page, 'Bildad')).not.toBe(before);
    expect(await stroke(page, 'Ahab')).toBe(before);
  });
});
