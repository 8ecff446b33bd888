// Drives the number of a unit, of eight.
import { describe, expect } from 'vitest';
import { it } from './scene-test';

describe('The number of a unit', () => {
  it('goes by the arrows from the first unit to the last and no further', async ({ openScene }) => {
    const { page, told } = await openScene('unitField', { unit: 6, units: 8 });
    const field = page.getByRole('textbox', { name: 'Unit' });
    await field.focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
    expect(await told()).toEqual([[7], [7], [6]]);
    expect(await field.inputValue()).toBe('6');
    await field.fill('0');
    await page.keyboard.press('ArrowDown');
    expect((await told()).at(-1)).toEqual([0]);
  });

  it.for(['8', '-1', '1.5', 'one', ''])(
    'does not take "%s", which stays, marked, until a unit is chosen',
    async (typed, { openScene }) => {
      const { page, told } = await openScene('unitField', { unit: 6, units: 8 });
      const field = page.getByRole('textbox', { name: 'Unit' });
      await field.fill(typed);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await told()).toEqual([]);
      await page.keyboard.press('Tab');
      expect(await field.inputValue()).toBe(typed);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.press('ArrowDown');
      expect(await field.inputValue()).toBe('5');
      expect(await field.getAttribute('aria-invalid')).toBe('false');
    },
  );
});
