// Drives the list of runs: its rows, the name that is typed in place, and the menu.
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hasFocus } from './focus';
import { it } from './scene-test';

const ids = ['Ahab', 'Bildad', 'Coffin', 'Daggoo'];
const many = Array.from({ length: 1000 }, (_, index) => `Run ${index}`);

const row = (page: Page, name: string): Locator => page.getByRole('button', { name: new RegExp(`^${name} `) });
const nameField = (page: Page): Locator => page.getByRole('textbox', { name: 'Rename run' });
const menu = (page: Page): Locator => page.getByRole('menu');
const item = (page: Page, name: string): Locator => page.getByRole('menuitem', { name });

/** The button of a row's menu, which shows under the pointer. */
async function pressMore(page: Page, name: string): Promise<void> {
  await row(page, name).hover();
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'More actions' }).click();
}

describe('A row of the list of runs', () => {
  it('says its name, its state and its best validation, and opens at a click', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids, facts: { state: 'finished' } });
    const words = (await row(page, 'Bildad').textContent())!.replace(/\s+/g, ' ').trim();
    expect(words).toBe('Bildad , Finished, 2.25 bits/byte');
    await row(page, 'Bildad').click();
    expect(await told()).toEqual([['open', 'Bildad']]);
    expect(await row(page, 'Bildad').getAttribute('aria-current')).toBe('true');
    expect(await row(page, 'Ahab').getAttribute('aria-current')).toBeNull();
  });

  it('is reached by Tab where it is opened; the arrows move on, and Enter opens', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids });
    await row(page, 'Coffin').click();
    await page.getByLabel('Elsewhere').click();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => hasFocus(row(page, 'Coffin'))).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => hasFocus(row(page, 'Daggoo'))).toBe(true);
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([
      ['open', 'Coffin'],
      ['open', 'Daggoo'],
    ]);
  });

  it('has its whole focus ring within the list, which cuts what stands out', async ({ openScene }) => {
    const { page } = await openScene('runRows', { ids });
    for (const name of [ids[0]!, ids.at(-1)!]) {
      await row(page, name).focus();
      const { ring, list } = await row(page, name).evaluate((button) => {
        const { outlineOffset, outlineWidth } = getComputedStyle(button);
        const out = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
        const { left, right } = button.getBoundingClientRect();
        const within = button.closest('ul')!.getBoundingClientRect();
        return { ring: { left: left - out, right: right + out }, list: { left: within.left, right: within.right } };
      });
      expect(ring.left).toBeGreaterThanOrEqual(list.left);
      expect(ring.right).toBeLessThanOrEqual(list.right);
    }
  });

  it('of a thousand is reached by End and Home, and few are drawn', async ({ openScene }) => {
    const { page } = await openScene('runRows', { ids: many });
    await row(page, 'Run 0').focus();
    await page.keyboard.press('End');
    await expect.poll(() => hasFocus(row(page, 'Run 999'))).toBe(true);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => hasFocus(row(page, 'Run 998'))).toBe(true);
    expect(await page.locator('[data-row]').count()).toBeLessThan(30);
    await page.keyboard.press('Home');
    await expect.poll(() => hasFocus(row(page, 'Run 0'))).toBe(true);
  });

  it('goes to the trash at Delete, and nowhere at a Delete with a modifier', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids });
    await row(page, 'Bildad').focus();
    await page.keyboard.press('Control+Delete');
    expect(await told()).toEqual([]);
    await page.keyboard.press('Delete');
    expect(await told()).toEqual([['trash', 'Bildad']]);
  });
});

describe('A run’s name', () => {
  it('is typed in the place of the old one after F2, and taken at Enter without what is around it', async ({
    openScene,
  }) => {
    const { page, told } = await openScene('runRows', { ids });
    await row(page, 'Bildad').focus();
    await page.keyboard.press('F2');
    await expect.poll(() => hasFocus(nameField(page))).toBe(true);
    await page.keyboard.type('  Queequeg ');
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([[{ kind: 'rename-run', run: 'Bildad', name: 'Queequeg' }]]);
    await expect.poll(() => hasFocus(row(page, 'Queequeg'))).toBe(true);
  });

  it.for(['Escape', 'Enter'])(
    'stays when nothing new is typed before %s, and the row has the keys again',
    async (key, { openScene }) => {
      const { page, told } = await openScene('runRows', { ids });
      await row(page, 'Bildad').focus();
      await page.keyboard.press('F2');
      await nameField(page).waitFor();
      if (key === 'Escape') await page.keyboard.type('Queequeg');
      await page.keyboard.press(key);
      await expect.poll(() => hasFocus(row(page, 'Bildad'))).toBe(true);
      expect(await told()).toEqual([]);
    },
  );

  it('stays when only spaces are typed', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids });
    await row(page, 'Bildad').focus();
    await page.keyboard.press('F2');
    await nameField(page).fill('   ');
    await page.keyboard.press('Enter');
    await row(page, 'Bildad').waitFor();
    expect(await told()).toEqual([]);
  });

  it('keeps to itself the keys that a row listens to', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids });
    await row(page, 'Bildad').focus();
    await page.keyboard.press('F2');
    await nameField(page).waitFor();
    for (const key of ['Home', 'Delete', 'ArrowDown', 'End']) await page.keyboard.press(key);
    expect(await told()).toEqual([]);
    expect(await nameField(page).inputValue()).toBe('ildad');
  });

  it('is taken when the user moves to another place, which then has the focus', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids });
    await row(page, 'Bildad').focus();
    await page.keyboard.press('F2');
    await nameField(page).fill('Queequeg');
    await page.getByLabel('Elsewhere').click();
    await page.keyboard.type('there');
    expect(await told()).toEqual([[{ kind: 'rename-run', run: 'Bildad', name: 'Queequeg' }]]);
    expect(await page.getByLabel('Elsewhere').inputValue()).toBe('there');
  });

  it('is not taken by the Enter that ends the composing of a character', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids });
    await row(page, 'Bildad').focus();
    await page.keyboard.press('F2');
    await nameField(page).waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'はく', selectionStart: 2, selectionEnd: 2 });
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([]);
    expect(await nameField(page).isVisible()).toBe(true);
    await session.detach();
  });
});

describe('The menu of a run', () => {
  it('opens where the right button is pressed, has the keys, and gives them back at Escape', async ({ openScene }) => {
    const { page } = await openScene('runRows', { ids });
    await row(page, 'Coffin').focus();
    await row(page, 'Coffin').click({ button: 'right', position: { x: 50, y: 20 } });
    const [pressed, opened] = [(await row(page, 'Coffin').boundingBox())!, (await menu(page).boundingBox())!];
    expect([opened.x, opened.y].map(Math.round)).toEqual([pressed.x + 50, pressed.y + 20].map(Math.round));
    await expect.poll(() => hasFocus(item(page, 'Rename'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await menu(page).count()).toBe(0);
    await expect.poll(() => hasFocus(row(page, 'Coffin'))).toBe(true);
  });

  it('opens under its button, and by the keyboard’s own key', async ({ openScene }) => {
    const { page } = await openScene('runRows', { ids });
    await pressMore(page, 'Bildad');
    expect(await menu(page).getAttribute('aria-label')).toBe('Actions for Bildad');
    await page.keyboard.press('Escape');
    await row(page, 'Daggoo').focus();
    await page.keyboard.press('ContextMenu');
    await menu(page).waitFor();
    expect(await menu(page).getAttribute('aria-label')).toBe('Actions for Daggoo');
  });

  it('goes round by the arrows, to its ends by Home and End, and does what Enter is pressed on', async ({
    openScene,
  }) => {
    const { page, told } = await openScene('runRows', { ids });
    await pressMore(page, 'Bildad');
    await expect.poll(() => hasFocus(item(page, 'Rename'))).toBe(true);
    await page.keyboard.press('End');
    await expect.poll(() => hasFocus(item(page, 'Move to trash…'))).toBe(true);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => hasFocus(page.getByRole('menuitemradio', { name: 'Blue' }))).toBe(true);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => hasFocus(item(page, 'Move to trash…'))).toBe(true);
    await page.keyboard.press('Home');
    for (let colour = 0; colour < 9; colour++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await told()).toEqual([[{ kind: 'queue-run', run: 'Bildad' }]]);
    expect(await menu(page).count()).toBe(0);
  });

  it.for([
    ['New run with these settings', ['duplicate', 'Bildad']],
    ['Show folder', ['reveal', 'Bildad']],
    ['Move to trash…', ['trash', 'Bildad']],
  ] as const)('"%s" does so at a click', async ([name, does], { openScene }) => {
    const { page, told } = await openScene('runRows', { ids });
    await pressMore(page, 'Bildad');
    await item(page, name).click();
    expect(await told()).toEqual([[...does]]);
  });

  it('lets the name be typed', async ({ openScene }) => {
    const { page } = await openScene('runRows', { ids });
    await pressMore(page, 'Bildad');
    await item(page, 'Rename').click();
    await expect.poll(() => hasFocus(nameField(page))).toBe(true);
  });

  it('takes a run that waits out of the queue, and one that trains into none', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids, facts: { state: 'queued', queuePlace: 1 } });
    await pressMore(page, 'Bildad');
    await item(page, 'Remove from queue').click();
    expect(await told()).toEqual([[{ kind: 'unqueue-run', run: 'Bildad' }]]);
    const { page: other } = await openScene('runRows', { ids, facts: { state: 'training' } });
    await pressMore(other, 'Bildad');
    expect(await other.getByRole('menuitem', { name: /queue/ }).count()).toBe(0);
  });

  it('closes at a press elsewhere, which goes where it is pressed', async ({ openScene }) => {
    const { page } = await openScene('runRows', { ids });
    await pressMore(page, 'Bildad');
    await page.getByLabel('Elsewhere').click();
    expect(await menu(page).count()).toBe(0);
    await expect.poll(() => hasFocus(page.getByLabel('Elsewhere'))).toBe(true);
  });

  it('stays inside of the window where it opens near the edge', async ({ openScene }) => {
    const { page } = await openScene('runRows', { ids: many });
    await page.locator('#app').evaluate((app) => Object.assign(app.style, { height: '100%', width: '100%' }));
    const { height, width } = await page.evaluate(() => ({ height: innerHeight, width: innerWidth }));
    await row(page, 'Run 9').click({ button: 'right', position: { x: width - 80, y: 10 } });
    const box = (await menu(page).boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
  });
});

describe('The queue', () => {
  const order = (page: Page): Promise<string[]> => page.locator('.open .one-line').allTextContents();

  it('is put in another order by keys, which go on with the run, and by its menu', async ({ openScene }) => {
    const { page, told } = await openScene('runRows', { ids, areQueued: true });
    await row(page, 'Coffin').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => order(page)).toEqual(['Ahab', 'Coffin', 'Bildad', 'Daggoo']);
    await expect.poll(() => hasFocus(row(page, 'Coffin'))).toBe(true);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => order(page)).toEqual(['Coffin', 'Ahab', 'Bildad', 'Daggoo']);
    await expect.poll(() => hasFocus(row(page, 'Coffin'))).toBe(true);
    await page.keyboard.press('Alt+ArrowUp');
    expect((await told()).length).toBe(2);
    await pressMore(page, 'Ahab');
    await item(page, 'Move down').click();
    await expect.poll(() => order(page)).toEqual(['Coffin', 'Bildad', 'Ahab', 'Daggoo']);
  });

  it('is put in another order by dragging a run onto the place of another', async ({ openScene }) => {
    const { page } = await openScene('runRows', { ids, areQueued: true });
    await row(page, 'Daggoo').dragTo(row(page, 'Bildad'));
    await expect.poll(() => order(page)).toEqual(['Ahab', 'Daggoo', 'Bildad', 'Coffin']);
  });
});
