// F6 goes round the columns, Shift+F6 the other way.
import { expect, it } from 'vitest';
import { nextInRound } from '../../../src-renderer/app/columns';

it('moves from the last to the first, and back', () => {
  expect([0, 1, 2].map((current) => nextInRound(current, 3, 1))).toEqual([1, 2, 0]);
  expect([0, 1, 2].map((current) => nextInRound(current, 3, -1))).toEqual([2, 0, 1]);
});

it('from nowhere it goes to the first, backwards to the last', () => {
  expect(nextInRound(-1, 3, 1)).toBe(0);
  expect(nextInRound(-1, 3, -1)).toBe(2);
});
