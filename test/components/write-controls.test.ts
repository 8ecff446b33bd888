// Drives the number fields and the menu of the Write tab.
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hasFocus } from './focus';
import { it } from './scene-test';

const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Temperature' });
const opener = (page: Page): Locator => page.getByRole('button', { name: 'Save text' });
const form = (page: Page, name: string): Locator => page.getByRole('button', { name });

describe('A number of the Write tab', () => {
  const options = { range: 'temperature', label: 'Temperature', value: 1 } as const;

  it('is taken as it is typed, in the locale’s form', async ({ openScene }) => {
    const { page, told } = await openScene('plainNumber', options, 'de');
    await field(page).fill('');
    await page.keyboard.type('0,75');
    expect((await told()).at(-1)).toEqual([0.75]);
    await page.getByLabel('Elsewhere').click();
    expect(await field(page).inputValue()).toBe('0,75');
  });

  it.for([
    ['', 'Enter a number from 0 to 100.'],
    ['hot', 'Enter a number from 0 to 100.'],
    ['101', 'Temperature must be from 0 to 100.'],
  ] as const)('"%s" is not taken: %s', async ([typed, sentence], { openScene }) => {
    const { page, told } = await openScene('plainNumber', options);
    await field(page).fill(typed);
    expect(await told()).toEqual([]);
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    const problem = page.locator(`[id="${(await field(page).getAttribute('aria-describedby'))!}"]`);
    expect(await problem.textContent()).toBe(sentence);
    // It stays, marked, until something else is typed.
    await page.keyboard.press('Tab');
    expect(await field(page).inputValue()).toBe(typed);
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    await field(page).fill('0.5');
    await page.keyboard.press('Tab');
    expect([await field(page).inputValue(), await field(page).getAttribute('aria-invalid')]).toEqual(['0.5', 'false']);
  });
});

describe('The menu that saves a text', () => {
  it('opens at a press, and each of its forms is one', async ({ openScene }) => {
    const { page, told } = await openScene('saveMenu', {});
    for (const [name, format] of [
      ['Plain text…', 'text'],
      ['Markdown…', 'markdown'],
      ['JSON…', 'json'],
      ['Web page…', 'page'],
      ['Picture…', 'card'],
    ] as const) {
      expect(await form(page, name).isVisible()).toBe(false);
      await opener(page).click();
      await form(page, name).click();
      expect((await told()).at(-1)).toEqual([format]);
    }
    expect(await told()).toHaveLength(5);
    expect(await form(page, 'JSON…').isVisible()).toBe(false);
  });

  it('is opened, gone through and chosen from by keys', async ({ openScene }) => {
    const { page, told } = await openScene('saveMenu', {});
    await opener(page).press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => hasFocus(form(page, 'Markdown…'))).toBe(true);
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([['markdown']]);
    await expect.poll(() => hasFocus(opener(page))).toBe(true);
  });

  it('closes at Escape and at a press elsewhere', async ({ openScene }) => {
    const { page, told } = await openScene('saveMenu', {});
    await opener(page).click();
    await page.keyboard.press('Escape');
    expect(await form(page, 'JSON…').isVisible()).toBe(false);
    await opener(page).click();
    await page.getByLabel('Elsewhere').click();
    expect(await form(page, 'JSON…').isVisible()).toBe(false);
    expect(await told()).toEqual([]);
  });

  it('opens under its button and inside of the window', async ({ openScene }) => {
    const { page } = await openScene('saveMenu', {});
    await page.locator('#app').evaluate((app) => (app.style.textAlign = 'right'));
    await opener(page).click();
    const [above, menu] = [(await opener(page).boundingBox())!, (await page.locator('[popover]').boundingBox())!];
    expect(menu.y).toBeGreaterThanOrEqual(above.y + above.height);
    expect(menu.y - above.y - above.height).toBeLessThan(10);
    expect(Math.abs(menu.x + menu.width - above.x - above.width)).toBeLessThan(1);
  });

  it('does not open while there is nothing to save', async ({ openScene }) => {
    const { page } = await openScene('saveMenu', { isDisabled: true });
    await opener(page).click({ force: true });
    expect(await form(page, 'JSON…').isVisible()).toBe(false);
  });
});
