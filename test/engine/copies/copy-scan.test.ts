// Tests the finding of copied stretches against a plain reference: every end of the draft, and the longest that the text holds there.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCopyScan, type Copy } from '../../../src-engine/copies/copy-scan';

/** As docs/writing.md words it, without regard to speed. */
function plainCopies(draft: Buffer, text: Buffer, least: number): Copy[] {
  const longestEndingAt = (end: number) => {
    for (let bytes = end; bytes >= least; bytes--) if (text.includes(draft.subarray(end - bytes, end))) return bytes;
    return 0;
  };
  const found: Copy[] = [];
  for (let end = 1; end <= draft.length; end++) {
    const bytes = longestEndingAt(end);
    if (bytes === 0 || (end < draft.length && longestEndingAt(end + 1) === bytes + 1)) continue;
    found.push({ from: end - bytes, bytes, textAt: text.indexOf(draft.subarray(end - bytes, end)) });
  }
  return found;
}

function scan(draft: Buffer, text: Buffer, least: number, pieceBytes: number): Copy[] {
  const copies = createCopyScan(draft, least);
  for (let at = 0; at < text.length; at += pieceBytes) copies.see(text.subarray(at, at + pieceBytes));
  return copies.copies();
}

/** Few letters, so that a draft and a text have much in common, and each much with itself. */
const letters = (maxLength: number) =>
  fc.array(fc.constantFrom(97, 98, 99), { maxLength }).map((bytes) => Buffer.from(bytes));

test('the stretches are those of the plain reference, whatever repeats and however the text comes', () => {
  fc.assert(
    fc.property(
      letters(60),
      letters(200),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 40 }),
      (draft, text, least, pieceBytes) => {
        expect(scan(draft, text, least, pieceBytes)).toEqual(plainCopies(draft, text, least));
      },
    ),
    { numRuns: 1000 },
  );
});

test('bytes of every value, long stretches in a long text, and one over the border of two pieces', () => {
  const text = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 7 + (index >> 3)) % 256));
  const draft = Buffer.concat([
    text.subarray(1000, 1300),
    Buffer.from('novel'),
    text.subarray(4090, 4110),
    text.subarray(10, 29),
  ]);
  for (const pieceBytes of [1, 100, 4096, 5000]) {
    expect(scan(draft, text, 20, pieceBytes)).toEqual(plainCopies(draft, text, 20));
  }
  expect(scan(draft, text, 20, 4096)[0]).toMatchObject({ from: 0, bytes: 300, textAt: 1000 });
});

test('a draft that repeats one letter against such a text takes no time that grows with the square', () => {
  const [copy, ...others] = scan(Buffer.alloc(200_000, 97), Buffer.alloc(300_000, 97), 20, 65_536);
  expect(copy).toEqual({ from: 0, bytes: 200_000, textAt: 0 });
  expect(others).toEqual([]);
});

test('an empty draft, an empty text and a draft that is too short have no copies', () => {
  const text = Buffer.from('Call me Ishmael. Some years ago');
  expect(scan(Buffer.from(''), text, 20, 8)).toEqual([]);
  expect(scan(text, Buffer.from(''), 20, 8)).toEqual([]);
  expect(scan(text.subarray(0, 19), text, 20, 8)).toEqual([]);
  expect(scan(text.subarray(0, 20), text, 20, 8)).toEqual([{ from: 0, bytes: 20, textAt: 0 }]);
});
