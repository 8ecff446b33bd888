// Tests the finding of patterns against the language's own, however the bytes come.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPattern } from '../../../src-engine/drafts/find-pattern';

async function* inPieces(text: Buffer, bytes: number) {
  for (let at = 0; at < text.length; at += bytes) yield await Promise.resolve(text.subarray(at, at + bytes));
}

/** Those of which the language's own, which is not the longest but the first that fits, gives the longest. */
const PATTERNS = ['ab+', '[ab]c', '\\bab\\b', 'a.{0,3}c', '(ab|b)c*', '\\w+', 'b\\B'];

test.each(PATTERNS)('%s is found where the language’s own finds it', async (source) => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', ' ', 'B'), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(letters, fc.integer({ min: 1, max: 70 }), async (characters, bytes) => {
      const text = characters.join('');
      const { at, lengths } = await findPattern(inPieces(Buffer.from(text), bytes), source, 'utf-8', true);
      const wanted = [...text.matchAll(new RegExp(source, 'gi'))];
      expect(at).toEqual(wanted.map(({ index }) => index));
      expect(lengths).toEqual(wanted.map(([found]) => found.length));
    }),
    { numRuns: 60 },
  );
});

test('places in a long text are found once each, over the borders of pieces', async () => {
  const text = Buffer.from('whale and sea. '.repeat(20_000));
  const { at, isAll } = await findPattern(inPieces(text, 65_536), 's.a', 'utf-8', false);
  expect(isAll).toBe(false);
  expect(at).toEqual(Array.from({ length: 10_000 }, (_, index) => 15 * index + 10));
});
