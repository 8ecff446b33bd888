import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBytes } from '../../../src-engine/drafts/find-text';

async function* inPieces(text: Buffer, size: number) {
  for (let from = 0; from < text.length; from += size) yield await Promise.resolve(text.subarray(from, from + size));
}

/** Where a text stands, by looking at every place. */
function places(text: string, wanted: string): number[] {
  const at: number[] = [];
  for (let place = 0; place + wanted.length <= text.length; place++) {
    if (text.slice(place, place + wanted.length) !== wanted) continue;
    at.push(place);
    place += wanted.length - 1;
  }
  return at;
}

test('a text is found wherever it stands, across the pieces it comes in, capital or small', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), maxLength: 80 });
  const wanted = fc.string({ unit: fc.constantFrom('a', 'B'), minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(letters, wanted, fc.integer({ min: 1, max: 9 }), async (text, word, size) => {
      const found = await findBytes(inPieces(Buffer.from(text), size), Buffer.from(word));
      expect(found).toEqual({ at: places(text.toLowerCase(), word.toLowerCase()), isAll: true });
    }),
  );
});

test('more matches than the limit are not all reported', async () => {
  const found = await findBytes(inPieces(Buffer.alloc(30_000, 'x'), 1000), Buffer.from('x'));
  expect(found.isAll).toBe(false);
  expect(found.at.length).toBe(10_000);
});
