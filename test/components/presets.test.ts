// Drives the presets above the settings of a new run: choosing, saving, renaming, deleting.
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hasFocus } from './focus';
import { it } from './scene-test';

const own = [{ name: 'Mine', values: { hiddenSize: 77 } }];

const list = (page: Page): Locator => page.getByRole('combobox', { name: 'Preset' });
const nameField = (page: Page): Locator => page.getByRole('textbox', { name: 'Preset name' });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name });
const shown = (page: Page): Promise<string> =>
  list(page).evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]!.text);

describe('The presets', () => {
  it('name the one that the settings agree with, and say whom it is for', async ({ openScene }) => {
    const { page } = await openScene('presets', { own: [] });
    expect(await shown(page)).toBe('Balanced');
    await list(page).focus();
    await page.keyboard.press('ArrowUp');
    expect(await shown(page)).toBe('Quick look');
    expect(await page.getByText('About a minute, to see whether').isVisible()).toBe(true);
  });

  it('are added to under a name, by keys alone', async ({ openScene }) => {
    const { page, told } = await openScene('presets', { own: [], hiddenSize: 99 });
    expect(await shown(page)).toBe('Custom');
    await button(page, 'Save as a preset…').press('Enter');
    await expect.poll(() => hasFocus(nameField(page))).toBe(true);
    await page.keyboard.type(' Wide ');
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([[[{ name: 'Wide', values: { hiddenSize: 99 } }]]]);
    expect(await shown(page)).toBe('Wide');
  });

  it.for(['Mine', 'Balanced'])('do not take the name "%s" twice, and say why', async (name, { openScene }) => {
    const { page, told } = await openScene('presets', { own, hiddenSize: 99 });
    await button(page, 'Save as a preset…').click();
    expect(await button(page, 'Save').isDisabled()).toBe(true);
    await page.keyboard.type(name);
    const problem = page.locator(`[id="${(await nameField(page).getAttribute('aria-describedby'))!}"]`);
    expect(await problem.textContent()).toMatch(new RegExp(`"${name}".*Choose another name\\.$`));
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([]);
    expect(await nameField(page).isVisible()).toBe(true);
  });

  it('are renamed, starting from the old name, which may stay', async ({ openScene }) => {
    const { page, told } = await openScene('presets', { own, hiddenSize: 77 });
    await button(page, 'Rename…').click();
    expect(await nameField(page).inputValue()).toBe('Mine');
    expect(await button(page, 'Save').isEnabled()).toBe(true);
    await page.keyboard.type('Ours');
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([[[{ name: 'Ours', values: { hiddenSize: 77 } }]]]);
    expect(await shown(page)).toBe('Ours');
  });

  it('stay as they are at Escape and at Cancel', async ({ openScene }) => {
    const { page, told } = await openScene('presets', { own, hiddenSize: 77 });
    for (const leave of [() => page.keyboard.press('Escape'), () => button(page, 'Cancel').click()]) {
      await button(page, 'Rename…').click();
      await page.keyboard.type('Ours');
      await leave();
      expect(await shown(page)).toBe('Mine');
    }
    expect(await told()).toEqual([]);
  });

  it('lose one at Delete, and the settings stay', async ({ openScene }) => {
    const { page, told } = await openScene('presets', { own, hiddenSize: 77 });
    await button(page, 'Delete').click();
    expect(await told()).toEqual([[[]]]);
    expect(await shown(page)).toBe('Custom');
  });

  it.for(['Escape', 'Enter'])('have the keys again after %s in the name', async (key, { openScene }) => {
    const { page } = await openScene('presets', { own, hiddenSize: 77 });
    await button(page, 'Rename…').press('Enter');
    await nameField(page).waitFor();
    await page.keyboard.press(key);
    await expect.poll(() => hasFocus(list(page))).toBe(true);
    expect(await shown(page)).toBe('Mine');
  });

  it('have the keys again when the one that was chosen is deleted', async ({ openScene }) => {
    const { page } = await openScene('presets', { own, hiddenSize: 77 });
    await button(page, 'Delete').press('Enter');
    await expect.poll(() => hasFocus(list(page))).toBe(true);
  });
});
