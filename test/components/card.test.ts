// A card is drawn at twice its points, in light and in dark, whatever its text: long words, no text, no curve.
import { expect } from 'vitest';
import { it } from './scene-test';

const LONG = 'The whale in the carpenter on the harpooneers and this way, seems we here in this boat. '.repeat(40);

it.for([
  ['a long text', { given: 'The whale ', written: LONG, points: 200, name: 'Moby-Dick' }],
  [
    'one word',
    { given: '', written: 'x'.repeat(3000), points: 0, name: 'A name that is far too long for a card, '.repeat(6) },
  ],
  ['nothing', { given: '', written: '', points: 1, name: '' }],
] as const)('%s makes a card of 2400 × 1260 in every theme', async ([, options], { page, openScene }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { told } = await openScene('card', options);
    await expect.poll(told).toEqual([[2400, 1260]]);
  }
  await page.emulateMedia({ colorScheme: null });
});
