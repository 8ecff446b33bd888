// Drives a dialog: the question before a run goes back.
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hasFocus } from './focus';
import { it } from './scene-test';

const opener = (page: Page): Locator => page.getByRole('button', { name: 'Go back…' });
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Go back to update 400?' });
const button = (page: Page, name: string): Locator => dialog(page).getByRole('button', { name });

describe('A dialog', () => {
  it('has the keys at its safe button, and gives them back where they were', async ({ openScene }) => {
    const { page, told } = await openScene('goBackDialog', {});
    await opener(page).press('Enter');
    await expect.poll(() => hasFocus(button(page, 'Cancel'))).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(told).toEqual([['close']]);
    await expect.poll(() => dialog(page).count()).toBe(0);
    await expect.poll(() => hasFocus(opener(page))).toBe(true);
  });

  it('does what its button says, then closes', async ({ openScene }) => {
    const { page, told } = await openScene('goBackDialog', {});
    await opener(page).click();
    await button(page, 'Go back').click();
    await expect.poll(told).toEqual([['go'], ['close']]);
  });

  it('closes at Escape without doing it', async ({ openScene }) => {
    const { page, told } = await openScene('goBackDialog', {});
    await opener(page).click();
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(told).toEqual([['close']]);
  });

  it('keeps Tab and the pointer from what is behind it', async ({ openScene }) => {
    const { page, told } = await openScene('goBackDialog', {});
    await opener(page).click();
    await expect.poll(() => hasFocus(button(page, 'Cancel'))).toBe(true);
    for (let press = 0; press < 8; press++) {
      await page.keyboard.press('Tab');
      expect(await hasFocus(page.getByLabel('Elsewhere'))).toBe(false);
      expect(await hasFocus(opener(page))).toBe(false);
    }
    const { x, y } = (await page.getByLabel('Elsewhere').boundingBox())!;
    await page.mouse.click(x + 5, y + 5);
    await page.keyboard.type('behind');
    expect(await page.getByLabel('Elsewhere').inputValue()).toBe('');
    expect(await told()).toEqual([]);
  });
});
