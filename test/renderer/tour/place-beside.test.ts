import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside } from '../../../src-renderer/tour/place-beside';

const CARD = { width: 360, height: 180 };
const WINDOW = { width: 1280, height: 800 };

test('the card stands to the right of the left column, to the left of the right one, and at the window’s edge where the middle leaves no room', () => {
  expect(placeBeside({ left: 0, top: 0, width: 216, height: 800 }, CARD, WINDOW).left).toBe(232);
  expect(placeBeside({ left: 984, top: 0, width: 296, height: 800 }, CARD, WINDOW).left).toBe(984 - 16 - 360);
  expect(placeBeside({ left: 216, top: 0, width: 768, height: 800 }, CARD, WINDOW).left).toBe(1280 - 16 - 360);
});

test('without a part it stands under the menus', () => {
  expect(placeBeside(null, CARD, WINDOW)).toEqual({ left: 16, top: 16 });
});

test('wherever the part is, the card stays inside the window', () => {
  const box = fc.record({
    left: fc.integer({ min: -200, max: 1400 }),
    top: fc.integer({ min: -200, max: 900 }),
    width: fc.integer({ min: 0, max: 1400 }),
    height: fc.integer({ min: 0, max: 900 }),
  });
  fc.assert(
    fc.property(box, (target) => {
      const { left, top } = placeBeside(target, CARD, WINDOW);
      return left >= 0 && top >= 0 && left + CARD.width <= WINDOW.width && top + CARD.height <= WINDOW.height;
    }),
  );
});
