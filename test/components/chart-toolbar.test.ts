// Drives the toolbar over a chart that runs from 0 to 1000.
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { it, type OpenedScene } from './scene-test';

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const isPressed = async (page: Page, name: string): Promise<boolean> =>
  (await button(page, name).getAttribute('aria-pressed')) === 'true';

/** What of the chart is seen now. */
const seen = async ({ told }: OpenedScene): Promise<unknown> => (await told()).at(-1);

describe('The toolbar of a chart', () => {
  it('comes nearer to the end by half at each press, and goes back the same way', async ({ openScene }) => {
    const scene = await openScene('chartToolbar', {});
    const { page } = scene;
    expect(await seen(scene)).toEqual([0, 1000]);
    expect(await button(page, 'Zoom out').isDisabled()).toBe(true);
    await button(page, 'Zoom in').click();
    expect(await seen(scene)).toEqual([500, 1000]);
    await button(page, 'Zoom in').press('Enter');
    expect(await seen(scene)).toEqual([750, 1000]);
    await button(page, 'Zoom out').press('Space');
    expect(await seen(scene)).toEqual([500, 1000]);
    await button(page, 'Zoom out').click();
    expect(await seen(scene)).toEqual([0, 1000]);
    expect(await button(page, 'Zoom out').isDisabled()).toBe(true);
  });

  it('shows all again at Show all, which can be pressed only while zoomed', async ({ openScene }) => {
    const scene = await openScene('chartToolbar', {});
    const { page } = scene;
    expect(await button(page, 'Show all').isDisabled()).toBe(true);
    await button(page, 'Zoom in').click();
    await button(page, 'Show all').click();
    expect(await seen(scene)).toEqual([0, 1000]);
    expect(await button(page, 'Show all').isDisabled()).toBe(true);
  });

  it('says which axes are logarithmic, each by itself', async ({ openScene }) => {
    const { page } = await openScene('chartToolbar', {});
    await button(page, 'Log y').click();
    expect([await isPressed(page, 'Log x'), await isPressed(page, 'Log y')]).toEqual([false, true]);
    await button(page, 'Log x').press('Space');
    await button(page, 'Log y').click();
    expect([await isPressed(page, 'Log x'), await isPressed(page, 'Log y')]).toEqual([true, false]);
  });

  it('follows the end until it is told not to, and again after Show all', async ({ openScene }) => {
    const { page } = await openScene('chartToolbar', {});
    expect(await isPressed(page, 'Follow latest')).toBe(true);
    await button(page, 'Follow latest').click();
    expect(await isPressed(page, 'Follow latest')).toBe(false);
    await button(page, 'Show all').click();
    expect(await isPressed(page, 'Follow latest')).toBe(true);
  });

  it('lets a stretch go with the axis that it was of', async ({ openScene }) => {
    const scene = await openScene('chartToolbar', {});
    const { page } = scene;
    const axis = page.getByRole('combobox', { name: 'Horizontal axis' });
    await button(page, 'Zoom in').click();
    await axis.focus();
    await page.keyboard.press('ArrowDown');
    expect(await axis.inputValue()).toBe('bytes');
    expect(await seen(scene)).toEqual([0, 1000]);
  });

  it.for(['png', 'csv', 'json'])('asks for %s by the button of that name', async (form, { openScene }) => {
    const { page, told } = await openScene('chartToolbar', {});
    await button(page, `Save as ${form.toUpperCase()}…`).click();
    expect((await told()).at(-1)).toEqual(['export', form]);
  });

  it('breaks into lines where the place is narrow, and nothing leaves it', async ({ openScene }) => {
    const { page } = await openScene('chartToolbar', {});
    await page.locator('#app').evaluate((app) => (app.style.width = '300px'));
    const rights = await page
      .locator('#app button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(rights).toHaveLength(10);
    expect(Math.max(...rights)).toBeLessThanOrEqual(300);
  });
});
