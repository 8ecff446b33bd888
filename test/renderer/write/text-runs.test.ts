import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textRuns } from '../../../src-renderer/write/text-runs';

test('a text without control characters is one run, its line breaks and tabs in it', () => {
  expect(textRuns('Call me\n\tIshmael. Où? 日本')).toEqual([{ text: 'Call me\n\tIshmael. Où? 日本', mark: null }]);
});

test('what has no picture of its own is a mark between two runs', () => {
  expect(textRuns('a\u0001b\u0085')).toEqual([
    { text: 'a', mark: '01' },
    { text: 'b', mark: '85' },
    { text: '', mark: null },
  ]);
});

test('no character is lost: runs and marks together are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '\u0000', '\u001b', '日') }), (text) => {
      const again = textRuns(text).map(({ text: run, mark }) => {
        return mark === null ? run : run + String.fromCodePoint(parseInt(mark, 16));
      });
      expect(again.join('')).toBe(text);
    }),
  );
});
