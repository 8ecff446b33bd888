import fc from 'fast-check';
import { isUtf8 } from 'node:buffer';
import { expect, test } from 'vitest';
import { createByteCounter } from '../../../src-engine/corpus/count-bytes';

function counted(pieces: Uint8Array[]) {
  const counter = createByteCounter();
  for (const piece of pieces) counter.add(piece);
  return counter.counts();
}

/** Cut at any places: a reader's pieces end where they end. */
const cut = (bytes: Uint8Array, at: number[]) => {
  const places = [0, ...at.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
};

test('whole UTF-8 is known as such wherever its pieces are cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.nat(), { maxLength: 12 }), (text, at) => {
      expect(counted(cut(Buffer.from(text), at)).isUtf8).toBe(true);
    }),
  );
});

test('bytes that are not UTF-8 are known as such, but for a last character that is unfinished', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), fc.array(fc.nat(), { maxLength: 6 }), (bytes, at) => {
      const said = counted(cut(bytes, at)).isUtf8;
      const isWhole = isUtf8(bytes);
      const couldGoOn = [1, 2, 3].some(
        (back) => back <= bytes.length && isUtf8(bytes.subarray(0, bytes.length - back)),
      );
      if (isWhole) expect(said).toBe(true);
      else if (!couldGoOn) expect(said).toBe(false);
    }),
  );
});

test('bytes and line ends are counted over the pieces’ borders', () => {
  const bytes = Buffer.from('one\r\ntwo\nthree\rfour\r\n');
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 8 }), (at) => {
      const { histogram, countedBytes, carriageReturnLineFeeds } = counted(cut(bytes, at));
      expect([countedBytes, carriageReturnLineFeeds, histogram[10], histogram[13]]).toEqual([bytes.length, 2, 3, 3]);
    }),
  );
});

test('stray bytes are found where they are, over the pieces’ borders', () => {
  const text = Buffer.concat(
    ['naïve\n', [0xff], 'é\n', [0xc3], 'z', [0x80], '日本'].map((part) => Buffer.from(part as string)),
  );
  const places = [
    { offset: 7, line: 2 },
    { offset: 11, line: 3 },
    { offset: 13, line: 3 },
  ];
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 12 }), (at) => {
      const { strays, longCharacters, isUtf8: isWhole } = counted(cut(text, at));
      expect({ strays, isWhole }).toEqual({ strays: { count: 3, places }, isWhole: false });
      // One lead byte is a stray one, so there may be one more.
      expect(longCharacters).toBeLessThanOrEqual(4);
    }),
  );
});
