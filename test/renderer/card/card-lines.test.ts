// Tests how a card's text is laid out: in whole words, never wider than there is room, cut with three dots, given and written told apart.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardLines, type CardPart } from '../../../src-renderer/card/card-lines';

/** Each character is as wide as another. */
const measure = (text: string): number => Array.from(text).length;
const given = (text: string): CardPart => ({ text, isGiven: true });
const written = (text: string): CardPart => ({ text, isGiven: false });
const asText = (parts: CardPart[], isWhole: boolean, width: number, lines: number): string[] =>
  cardLines(parts, isWhole, { width, lines }, measure).map((line) => line.map(({ text }) => text).join(''));

describe('the lines of a card', () => {
  test('break between words and at line ends, and keep what was given apart', () => {
    const parts = [given('Call me Ish'), written('mael. Some\nyears ago')];
    expect(asText(parts, true, 12, 5).map((line) => line.trimEnd())).toEqual([
      'Call me',
      'Ishmael.',
      'Some',
      'years ago',
    ]);
    const [, second] = cardLines(parts, true, { width: 12, lines: 5 }, measure);
    expect(second?.slice(0, 2)).toEqual([given('Ish'), written('mael.')]);
  });

  test('end in three dots where the text goes on, within the room', () => {
    expect(asText([written('one two three four')], true, 9, 2)).toEqual(['one two ', 'three…']);
    expect(asText([written('one two')], false, 20, 2)).toEqual(['one two…']);
    expect(asText([written('one two')], false, 7, 1)).toEqual(['one tw…']);
  });

  test('a word that no line holds is broken between characters as they are seen', () => {
    const family = '👩‍👩‍👧';
    const lines = cardLines([written(family.repeat(4))], true, { width: 10, lines: 9 }, measure);
    expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual([family + family, family + family]);
  });

  test('are never wider or more than there is room, and lose nothing before the cut, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '–'), maxLength: 120 });
    fc.assert(
      fc.property(
        text,
        text,
        fc.integer({ min: 4, max: 20 }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (a, b, width, most, isWhole) => {
          const lines = asText([given(a), written(b)], isWhole, width, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(measure(line.trimEnd())).toBeLessThanOrEqual(width);
          const bare = (some: string): string => some.replace(/\s/g, '');
          const shown = bare(lines.join('').replace(/…$/, ''));
          expect(bare(a + b).startsWith(shown)).toBe(true);
          if (isWhole && !lines.join('').endsWith('…')) expect(shown).toBe(bare(a + b));
        },
      ),
    );
  });
});
