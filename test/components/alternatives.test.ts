// Drives the list of what could stand at a place, with keys and pointer.
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hasFocus } from './focus';
import { it } from './scene-test';

const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Alternatives' });

/** An option as a screen reader reads it. */
const nameOf = async (option: Locator): Promise<string> => (await option.innerText()).replace(/\s+/g, ' ');

/** The name of the option that Enter would choose. */
async function chosen(page: Page): Promise<string> {
  const id = await list(page).getAttribute('aria-activedescendant');
  const selected = page.getByRole('option', { selected: true });
  expect(await selected.count()).toBe(1);
  expect(await selected.getAttribute('id')).toBe(id);
  return nameOf(selected);
}

describe('The list of alternatives', () => {
  it('has the keys at once, and begins at the most likely', async ({ openScene }) => {
    const { page } = await openScene('alternatives', { letters: 'abc' });
    await expect.poll(() => hasFocus(list(page))).toBe(true);
    expect(await chosen(page)).toBe('1 a 50%');
  });

  it('goes by the arrows and no further than its ends; Enter chooses', async ({ openScene }) => {
    const { page, told } = await openScene('alternatives', { letters: 'abc' });
    await page.keyboard.press('ArrowUp');
    expect(await chosen(page)).toBe('1 a 50%');
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toBe('3 c 12.5%');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([['choose', 'b']]);
  });

  it('takes the digit beside an alternative, the tenth by 0, and no digit beside none', async ({ openScene }) => {
    const { page, told } = await openScene('alternatives', { letters: 'abcdefghij' });
    await page.keyboard.press('3');
    await page.keyboard.press('0');
    expect(await told()).toEqual([
      ['choose', 'c'],
      ['choose', 'j'],
    ]);
    const { told: toldOfFew } = await openScene('alternatives', { letters: 'ab' });
    await page.keyboard.press('3');
    expect(await toldOfFew()).toEqual([]);
  });

  it('leaves to the menu what is pressed with a modifier', async ({ openScene }) => {
    const { page, told } = await openScene('alternatives', { letters: 'abc' });
    for (const modifier of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${modifier}+2`);
    expect(await told()).toEqual([]);
  });

  it('follows the pointer, and takes a click', async ({ openScene }) => {
    const { page, told } = await openScene('alternatives', { letters: 'abc' });
    await page.getByRole('option', { name: /^3 c / }).hover();
    expect(await chosen(page)).toBe('3 c 12.5%');
    await page.getByRole('option', { name: /^2 b / }).click();
    expect(await told()).toEqual([['choose', 'b']]);
  });

  it('says which of them stands there now', async ({ openScene }) => {
    const { page } = await openScene('alternatives', { letters: 'abc', taken: 'b' });
    expect(await nameOf(page.getByRole('option', { name: /chosen/ }))).toBe('2 b 25% chosen');
  });

  it('closes at Escape', async ({ openScene }) => {
    const { page, told } = await openScene('alternatives', { letters: 'abc' });
    await page.keyboard.press('Escape');
    expect(await told()).toEqual([['close']]);
  });

  it('closes when the keys go elsewhere, and not when it is pressed itself', async ({ openScene }) => {
    const { page, told } = await openScene('alternatives', { letters: 'abc' });
    const { x, y, width, height } = (await list(page).boundingBox())!;
    await page.mouse.click(x + width / 2, y + height - 3);
    expect(await told()).toEqual([]);
    await page.getByLabel('Elsewhere').click();
    expect(await told()).toEqual([['close']]);
  });

  it('is busy while the engine looks; keys meanwhile do nothing', async ({ openScene }) => {
    const { page, told } = await openScene('alternatives', { letters: 'abc', isAsked: true });
    expect(await list(page).getAttribute('aria-busy')).toBe('true');
    for (const key of ['ArrowUp', 'ArrowDown', 'Enter', '1']) await page.keyboard.press(key);
    expect(await told()).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event('answer')));
    await page.getByRole('option', { name: /^1 a / }).waitFor();
    expect(await list(page).getAttribute('aria-busy')).toBe('false');
    expect(await chosen(page)).toBe('1 a 50%');
  });
});
