// Tests which texts are remembered.
import { expect, it } from 'vitest';
import { withNewest } from '../../../src-main/texts/newest-texts';

it('the newest stands first, once, and the oldest of many is forgotten', () => {
  expect(withNewest([['/a'], ['/b', '/c']], ['/b', '/c'])).toEqual([['/b', '/c'], ['/a']]);
  const many = Array.from({ length: 8 }, (_, index) => [`/${index}`]);
  expect(withNewest(many, ['/new'])).toEqual([['/new'], ...many.slice(0, 7)]);
});
