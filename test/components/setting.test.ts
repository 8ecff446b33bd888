// Drives the number of a setting, its slider and its way back, with keys and pointer: of a new run, and of one that trains.
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { SETTINGS, settingProblem } from '../../src-engine/hyperparameters';
import { it } from './scene-test';

const field = (page: Page, label: string): Locator => page.getByRole('textbox', { name: label });
const slider = (page: Page): Locator => page.getByRole('slider');

/** Typed by keys in the place of what is there. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** What is said to be wrong, where the field is marked as wrong. */
async function wrong(page: Page, label: string): Promise<string | null> {
  const input = field(page, label);
  if ((await input.getAttribute('aria-invalid')) !== 'true') return null;
  const words = (await input.getAttribute('aria-describedby'))!.split(' ').map((id) => page.locator(`[id="${id}"]`));
  return words.at(-1)!.textContent();
}

/** The middle of the slider's track at a share of its length, on the screen. */
async function placeOn(page: Page, share: number): Promise<[number, number]> {
  const { x, y, width, height } = (await slider(page).boundingBox())!;
  return [x + share * width, y + height / 2];
}

describe('The number of a new run’s setting', () => {
  it('is taken at every key', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfNewRun', { name: 'hiddenSize' });
    await type(page, 'Hidden size', '256');
    expect(await told()).toEqual([
      ['hiddenSize', 2],
      ['hiddenSize', 25],
      ['hiddenSize', 256],
    ]);
  });

  it.for([
    ['de', '0,003', '0,01', 0.01],
    ['de', '0,003', '0.01', 0.01],
    ['en', '0.003', '0.01', 0.01],
    ['en', '0.003', '1e-4', 1e-4],
  ] as const)(
    'is written as people write it (%s: %s), and %s is read as %d',
    async ([locale, shown, typed, read], { openScene }) => {
      const { page, told } = await openScene('settingOfNewRun', { name: 'learningRate' }, locale);
      expect(await field(page, 'Learning rate').inputValue()).toBe(shown);
      await type(page, 'Learning rate', typed);
      expect((await told()).at(-1)).toEqual(['learningRate', read]);
      expect(await wrong(page, 'Learning rate')).toBeNull();
    },
  );

  it('does not change under the keys when a preset makes something else of it', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfNewRun', { name: 'hiddenSize', fitted: 512 });
    await field(page, 'Hidden size').focus();
    expect(await field(page, 'Hidden size').inputValue()).toBe('128');
    await page.getByLabel('Elsewhere').click();
    expect(await field(page, 'Hidden size').inputValue()).toBe('512');
    await type(page, 'Hidden size', '48');
    expect((await told()).at(-1)).toEqual(['hiddenSize', 48]);
  });

  it('is written plainly once it is left, however it was typed', async ({ openScene }) => {
    const { page } = await openScene('settingOfNewRun', { name: 'clipNorm' }, 'de');
    await type(page, 'Clip gradient norm', '1.234,50');
    await page.getByLabel('Elsewhere').click();
    expect(await field(page, 'Clip gradient norm').inputValue()).toBe('1234,5');
  });

  it.for(['0,01', 'fast', '5000', '0', '2.5', ''])(
    '"%s" stays as it is typed, with what is wrong about it',
    async (typed, { openScene }) => {
      const { page } = await openScene('settingOfNewRun', { name: 'hiddenSize' });
      await type(page, 'Hidden size', typed);
      if (typed === '') await page.keyboard.press('Delete');
      const value = typed.trim() === '' || Number.isNaN(Number(typed)) ? typed : Number(typed);
      expect(await wrong(page, 'Hidden size')).toBe(settingProblem('hiddenSize', value));
      await page.getByLabel('Elsewhere').click();
      expect(await field(page, 'Hidden size').inputValue()).toBe(typed);
      await type(page, 'Hidden size', '100');
      expect(await wrong(page, 'Hidden size')).toBeNull();
    },
  );

  it('goes back at Escape to what it was when typing began', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfNewRun', { name: 'hiddenSize', value: 77 });
    await type(page, 'Hidden size', '9x');
    await page.keyboard.press('Escape');
    expect(await field(page, 'Hidden size').inputValue()).toBe('77');
    expect((await told()).at(-1)).toEqual(['hiddenSize', 77]);
    expect(await wrong(page, 'Hidden size')).toBeNull();
  });

  it('says what 0 means where it is no quantity', async ({ openScene }) => {
    const { page } = await openScene('settingOfNewRun', { name: 'clipNorm' });
    expect(await page.getByText('0: off').count()).toBe(0);
    await type(page, 'Clip gradient norm', '0');
    expect(await page.getByText('0: off').isVisible()).toBe(true);
  });

  it('goes back to its default by a button that is there only where it differs', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfNewRun', { name: 'hiddenSize' });
    const reset = page.getByRole('button', { name: 'Reset Hidden size to 128' });
    expect(await reset.count()).toBe(0);
    await type(page, 'Hidden size', '77');
    await reset.click();
    expect((await told()).at(-1)).toEqual(['hiddenSize', SETTINGS.hiddenSize.default]);
    expect(await field(page, 'Hidden size').inputValue()).toBe('128');
    expect(await reset.count()).toBe(0);
  });
});

describe('The number of a run that trains', () => {
  it('is sent at Enter, once, and not while it is typed', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfRun', { name: 'learningRate' });
    await type(page, 'Learning rate', '0.001');
    expect(await told()).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([['learningRate', 0.001]]);
    await page.getByLabel('Elsewhere').click();
    expect(await told()).toHaveLength(1);
  });

  it('is sent when the field is left', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfRun', { name: 'learningRate' });
    await type(page, 'Learning rate', '0.002');
    await page.keyboard.press('Tab');
    expect(await told()).toEqual([['learningRate', 0.002]]);
  });

  it('is dropped at Escape', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfRun', { name: 'learningRate' });
    await type(page, 'Learning rate', '0.002');
    await page.keyboard.press('Escape');
    expect(await field(page, 'Learning rate').inputValue()).toBe('0.003');
    await page.keyboard.press('Tab');
    expect(await told()).toEqual([]);
  });

  it('is not sent while it is wrong', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfRun', { name: 'learningRate' });
    await type(page, 'Learning rate', '100');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await told()).toEqual([]);
    expect(await wrong(page, 'Learning rate')).toBe(settingProblem('learningRate', 100));
  });

  it('is a fact in one line, and no control, where it can’t change during a run', async ({ openScene }) => {
    const { page } = await openScene('settingOfRun', { name: 'hiddenSize' });
    await page.getByText('128 units').waitFor();
    expect(await page.locator('#app').locator('input, select, button').count()).toBe(0);
  });
});

describe('The slider of a number', () => {
  it('goes by keys from one round value to the next, and to both ends', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfNewRun', { name: 'hiddenSize' });
    await slider(page).focus();
    const values: unknown[] = [];
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'End', 'ArrowRight', 'Home', 'ArrowRight']) {
      await page.keyboard.press(key);
      values.push((await told()).at(-1)![1]);
      expect(await field(page, 'Hidden size').inputValue()).toBe(String(values.at(-1)));
    }
    expect(values).toEqual([144, 160, 144, 4096, 4096, 1, 2]);
  });

  it('says to a screen reader what the field says, also between its round values', async ({ openScene }) => {
    const { page } = await openScene('settingOfNewRun', { name: 'hiddenSize', value: 130 });
    expect(await slider(page).getAttribute('aria-valuetext')).toBe('130 units');
    await slider(page).press('ArrowRight');
    expect(await slider(page).getAttribute('aria-valuetext')).toBe('144 units');
  });

  it('of a new run follows the pointer, and the field follows the slider', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfNewRun', { name: 'hiddenSize' });
    await page.mouse.move(...(await placeOn(page, 0.5)));
    await page.mouse.down();
    await page.mouse.move(...(await placeOn(page, 1.2)), { steps: 4 });
    expect(await field(page, 'Hidden size').inputValue()).toBe('4096');
    await page.mouse.move(...(await placeOn(page, -0.2)), { steps: 4 });
    expect(await field(page, 'Hidden size').inputValue()).toBe('1');
    await page.mouse.up();
    expect((await told()).length).toBeGreaterThan(2);
  });

  it('of a run that trains sends only where it comes to rest', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfRun', { name: 'learningRate' });
    await page.mouse.move(...(await placeOn(page, 0.5)));
    await page.mouse.down();
    await page.mouse.move(...(await placeOn(page, 1.2)), { steps: 4 });
    expect(await told()).toEqual([]);
    expect(await slider(page).getAttribute('aria-valuetext')).toBe('10');
    await page.mouse.up();
    expect(await told()).toEqual([['learningRate', 10]]);
  });

  it('takes the place of what was typed and not sent', async ({ openScene }) => {
    const { page, told } = await openScene('settingOfRun', { name: 'learningRate' });
    await type(page, 'Learning rate', '100');
    await slider(page).focus();
    await page.keyboard.press('End');
    expect(await told()).toEqual([['learningRate', 10]]);
    expect(await field(page, 'Learning rate').inputValue()).toBe('10');
    expect(await wrong(page, 'Learning rate')).toBeNull();
  });
});
