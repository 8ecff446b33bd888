// The progress of a run while it validates: how far that is, and the way out of it.
import { expect } from 'vitest';
import { it } from './scene-test';

it('a long validation says how far it is, and can be skipped', async ({ openScene }) => {
  const { page, told } = await openScene('runProgress', { validating: 0.4267 });
  expect((await page.locator('.facts').innerText()).replace(/\s+/g, ' ')).toMatch(
    /^Update 100 of 1,000 Validating, 42\s?% Skip validation$/,
  );
  await page.getByRole('button', { name: 'Skip validation' }).click();
  expect(await told()).toEqual([['skip']]);
});

it('while nothing is validated there is nothing to skip', async ({ openScene }) => {
  const { page } = await openScene('runProgress', { validating: null });
  await page.getByText('Update 100 of 1,000').waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
});
