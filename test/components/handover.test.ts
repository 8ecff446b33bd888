// Drives what is asked before a run goes on on a bigger machine, and the bar of a folder on its way.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { it } from './scene-test';

const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const write = (page: Page) => page.getByRole('button', { name: 'Choose folder…' });
const SAME = {
  copiesText: true,
  fromScratch: false,
  hiddenSize: 64,
  lanes: 8,
  length: 1000,
  lengthUnit: 'updates',
};

describe('The dialog of a bigger machine', () => {
  it('suggests the run as it is, by one press of Enter, and closes', async ({ openScene }) => {
    const { page, told } = await openScene('handoverDialog', {});
    await page.getByText('This run goes on there from update 100, with its curve.').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(told).toEqual([['write', SAME], ['close']]);
  });

  it('hands on what is typed and ticked', async ({ openScene }) => {
    const { page, told } = await openScene('handoverDialog', {});
    await field(page, 'Hidden size').fill('512');
    await field(page, 'Lanes').fill('256');
    await field(page, 'Train in all').fill('2.5');
    await page.getByRole('combobox', { name: 'Unit of the length' }).selectOption('Epochs');
    await page.getByRole('checkbox', { name: /Copy the text/ }).uncheck();
    await page.getByText('The README says how to tell the machine where the text lies there.').waitFor();
    await page.getByText('the wider network computes what this one does').waitFor();
    await write(page).click();
    const wanted = { ...SAME, hiddenSize: 512, lanes: 256, length: 2.5, lengthUnit: 'epochs', copiesText: false };
    await expect.poll(told).toEqual([['write', wanted], ['close']]);
  });

  it('says beside the field what cannot be, and takes it only from scratch', async ({ openScene }) => {
    const { page, told } = await openScene('handoverDialog', {});
    await field(page, 'Hidden size').fill('32');
    const problem = page.getByText('enter at least 64.');
    await problem.waitFor();
    expect(await field(page, 'Hidden size').getAttribute('aria-describedby')).toBe(await problem.getAttribute('id'));
    expect(await write(page).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Begin from initial weights' }).check();
    await problem.waitFor({ state: 'detached' });
    await write(page).click();
    await expect.poll(told).toEqual([['write', { ...SAME, hiddenSize: 32, fromScratch: true }], ['close']]);
  });

  it('leaves everything at Escape', async ({ openScene }) => {
    const { page, told } = await openScene('handoverDialog', {});
    await page.keyboard.press('Escape');
    await expect.poll(told).toEqual([['close']]);
  });
});

describe('A folder on its way', () => {
  it('says how far it is, and can be stopped', async ({ openScene }) => {
    const { page, told } = await openScene('folderProgress', { share: 0.4 });
    const bar = page.getByRole('progressbar', { name: 'Writing Whale' });
    expect(await bar.evaluate((element) => (element as HTMLProgressElement).value)).toBe(0.4);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await told()).toEqual([['cancel']]);
  });
});
