// Drives a choice of a few side by side with keys and pointer.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hasFocus } from './focus';
import { it } from './scene-test';

const OPTIONS = ['One', 'Two', 'Three'];

/** Which are chosen, by their names. */
async function chosen(page: Page): Promise<string[]> {
  const checked = page.getByRole('radio', { checked: true });
  return checked.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
}

describe('A choice of a few side by side', () => {
  it('takes a click anywhere on a choice, also at its edge', async ({ openScene }) => {
    const { page, told } = await openScene('choice', { options: OPTIONS, value: 'One' });
    const { x, y, height } = (await page.getByText('Three').boundingBox())!;
    await page.mouse.click(x + 2, y + height - 2);
    expect(await told()).toEqual([['Three']]);
    expect(await chosen(page)).toEqual(['Three']);
  });

  it('is one stop for Tab, at what holds; the arrows choose and go round', async ({ openScene }) => {
    const { page, told } = await openScene('choice', { options: OPTIONS, value: 'Two' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(await told()).toEqual([['Three'], ['One'], ['Three']]);
    expect(await chosen(page)).toEqual(['Three']);
    await page.keyboard.press('Tab');
    await expect.poll(() => hasFocus(page.getByLabel('Elsewhere'))).toBe(true);
  });

  it('shows where the keys go, and marks what holds other than the rest', async ({ openScene }) => {
    const { page } = await openScene('choice', { options: OPTIONS, value: 'Two' });
    const look = (text: string) =>
      page.getByText(text).evaluate((span) => [getComputedStyle(span).outlineStyle, getComputedStyle(span).boxShadow]);
    expect(await look('Two')).not.toEqual(await look('One'));
    await page.keyboard.press('Tab');
    expect((await look('Two'))[0]).toBe('solid');
    expect((await look('One'))[0]).toBe('none');
  });

  it('takes nothing while it is disabled', async ({ openScene }) => {
    const { page, told } = await openScene('choice', { options: OPTIONS, value: 'One', disabled: true });
    await page.getByRole('radio', { name: 'Two' }).click({ force: true });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await told()).toEqual([]);
    expect(await chosen(page)).toEqual(['One']);
  });

  it('goes back to what holds where its owner does not take what was chosen', async ({ openScene }) => {
    const { page, told } = await openScene('choice', { options: OPTIONS, value: 'One', isTaken: false });
    await page.getByRole('radio', { name: 'Two' }).click();
    expect(await told()).toEqual([['Two']]);
    expect(await chosen(page)).toEqual(['One']);
  });
});
