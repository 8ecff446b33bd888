// Drives a large picture to move about in: its left half is red, its right half blue.
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { it } from './scene-test';

const SIZE = { width: 400, height: 200 };

const picture = (page: Page): Locator => page.getByRole('group', { name: /^Halves/ });
const words = (page: Page): Promise<string | null> => page.getByRole('status').textContent();

/** A place of the picture by its shares, on the screen. */
async function place(page: Page, right: number, down: number): Promise<[number, number]> {
  const { x, y, width, height } = (await picture(page).boundingBox())!;
  return [x + right * width, y + down * height];
}

/** The column and row under the pointer there, as the words say. */
async function cellAt(page: Page, right: number, down: number): Promise<[number, number]> {
  await page.mouse.move(0, 0);
  await page.mouse.move(...(await place(page, right, down)));
  const [, column, row] = /Column (\d+), row (\d+)/.exec((await words(page))!)!;
  return [Number(column), Number(row)];
}

/** The colour that is drawn there. */
function colourAt(page: Page, right: number, down: number): Promise<number[]> {
  return picture(page)
    .locator('canvas')
    .evaluate(
      (element, [x, y]) => {
        const canvas = element as HTMLCanvasElement;
        const [left, top] = [Math.floor(x! * canvas.width), Math.floor(y! * canvas.height)];
        return [...canvas.getContext('2d')!.getImageData(left, top, 1, 1).data.subarray(0, 3)];
      },
      [right, down],
    );
}

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];

describe('A picture to move about in', () => {
  it('is drawn as large as its place, and says what is under the pointer', async ({ openScene }) => {
    const { page } = await openScene('zoomPicture', SIZE);
    expect([await colourAt(page, 0.25, 0.5), await colourAt(page, 0.75, 0.5)]).toEqual([RED, BLUE]);
    expect(await cellAt(page, 0.501, 0.001)).toEqual([200, 0]);
    await page.mouse.move(...(await place(page, 0.5, 1.05)));
    expect(await words(page)).toBe('');
  });

  it('stays as sharp as the screen when its place grows', async ({ openScene }) => {
    const { page } = await openScene('zoomPicture', SIZE);
    const canvas = picture(page).locator('canvas');
    const widths = () =>
      canvas.evaluate((element) => [(element as HTMLCanvasElement).width, element.clientWidth * devicePixelRatio]);
    for (const width of [300, 700]) {
      await page.locator('#app').evaluate((app, wanted) => (app.style.width = `${wanted}px`), width);
      await expect.poll(async () => (await widths())[0]).toBe((await widths())[1]);
      expect((await widths())[0]).toBeGreaterThan(width - 10);
      await expect.poll(() => colourAt(page, 0.9, 0.5)).toEqual(BLUE);
    }
  });

  it('comes nearer by the wheel, and what is under the pointer stays there', async ({ openScene }) => {
    const { page } = await openScene('zoomPicture', SIZE);
    const before = await cellAt(page, 0.8, 0.3);
    await page.mouse.wheel(0, -600);
    await expect.poll(() => colourAt(page, 0.25, 0.5)).toEqual(BLUE);
    const after = await cellAt(page, 0.8, 0.3);
    expect(Math.abs(after[0] - before[0])).toBeLessThanOrEqual(1);
    expect(Math.abs(after[1] - before[1])).toBeLessThanOrEqual(1);
    const [left] = await cellAt(page, 0.001, 0.5);
    // e^1.2 times as near.
    expect(left).toBeCloseTo(0.8 * 400 * (1 - Math.exp(-1.2)), -1);
  });

  it('moves by dragging, and a drag picks nothing', async ({ openScene }) => {
    const { page, told } = await openScene('zoomPicture', SIZE);
    for (let press = 0; press < 2; press++) await page.getByRole('button', { name: 'Zoom in' }).click();
    const [before] = await cellAt(page, 0.5, 0.5);
    await page.mouse.down();
    await page.mouse.move(...(await place(page, 0.25, 0.5)), { steps: 5 });
    await page.mouse.up();
    const [after] = await cellAt(page, 0.25, 0.5);
    expect(Math.abs(after - before)).toBeLessThanOrEqual(1);
    expect(await told()).toEqual([]);
  });

  it('is picked from by a click', async ({ openScene }) => {
    const { page, told } = await openScene('zoomPicture', SIZE);
    await page.mouse.click(...(await place(page, 0.5005, 0.2505)));
    expect(await told()).toEqual([['pick', 200, 50]]);
  });

  it('is gone through by keys, which say where its middle is', async ({ openScene }) => {
    const { page } = await openScene('zoomPicture', SIZE);
    await picture(page).focus();
    for (const key of ['+', '=', '+', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    // 400 / 1.5³ cells are seen, and each arrow moves by an eighth of them.
    expect(await words(page)).toBe(`Column ${Math.floor(200 + 400 / 1.5 ** 3 / 4)}, row 100`);
    expect(await colourAt(page, 0.5, 0.5)).toEqual(BLUE);
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    expect(await words(page)).toBe('Column 200, row 100');
    expect(await colourAt(page, 0.25, 0.5)).toEqual(RED);
  });

  it('goes no further than its edges', async ({ openScene }) => {
    const { page } = await openScene('zoomPicture', SIZE);
    await picture(page).focus();
    await page.keyboard.press('+');
    for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowLeft');
    // 400 / 1.5 cells are seen.
    expect((await cellAt(page, 0.001, 0.5))[0]).toBe(0);
    expect((await cellAt(page, 0.999, 0.5))[0]).toBe(266);
    for (let press = 0; press < 40; press++) await page.keyboard.press('ArrowRight');
    expect((await cellAt(page, 0.001, 0.5))[0]).toBe(133);
    expect((await cellAt(page, 0.999, 0.5))[0]).toBe(399);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect((await cellAt(page, 0.001, 0.5))[0]).toBe(0);
  });
});
