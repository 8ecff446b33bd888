// Tests the rules by which a PDF's lines become text: hyphens at line ends, running heads, gaps.
import { expect, test } from 'vitest';
import { linesOfPage, type PdfItem, type PdfLine } from '../../../src-engine/documents/pdf-lines';
import { marginLines } from '../../../src-engine/documents/pdf-margins';
import { hyphenatedPairs, joinLines } from '../../../src-engine/documents/pdf-paragraphs';

const line = (text: string, y = 0): PdfLine => ({ text, y, x: 0, right: 100, size: 10 });

test.each([
  ['hyphen-', 'ated', 'hyphenated'],
  ['a well-', 'known man', 'a well-known man'],
  ['Anglo-', 'Saxon', 'Anglo-Saxon'],
  ['1914-', '1918', '1914-1918'],
  ['soft\u00ad', 'Ware', 'softWare'],
  ['he said –', 'no', 'he said – no'],
  ['two', 'words', 'two words'],
  ['漢字', 'かな', '漢字かな'],
])('%j before %j is %j', (before, next, joined) => {
  const pairs = hyphenatedPairs([line('the well-known rule')]);
  expect(joinLines(before, next, pairs)).toBe(joined);
});

test('what stands at the same height on page after page is a margin, with numbers that are counted; numbers of chapters are not', () => {
  const body = (page: number) => [line("words ".repeat(page + 1), 500), line('other words', 480 - 10 * page)];
  const pages = Array.from({ length: 8 }, (_, page) => [line(`The Voyage ${page + 5}`, 700), ...body(page), line(`${page + 1}`, 40)]);
  const chapters = [1, 2, 3].map((number) => [line(`Chapter ${number * number}`, 690), line('x'.repeat(number), 300)]);
  const found = marginLines([...pages, ...chapters]);
  expect([...found].map(({ text }) => text).toSorted()).toEqual(
    pages.flatMap((lines) => [lines[0]!.text, lines.at(-1)!.text]).toSorted(),
  );
}); // prettier-ignore

const item = (str: string, x: number, width: number, more: Partial<PdfItem> = {}): PdfItem => {
  return { str, width, height: 10, transform: [10, 0, 0, 10, x, 100], hasEOL: false, ...more };
};

test('pieces of a line are joined: a gap is a space, a wide one a tab, a raised number a note’s', () => {
  const { lines, noteMarks } = linesOfPage([
    item('un', 0, 10), item('broken', 10, 30), item('words', 45, 30), item('7', 75, 3, { height: 6, transform: [6, 0, 0, 6, 75, 104] }),
    item('cell', 150, 20, { hasEOL: true }), item('next', 0, 20),
  ]); // prettier-ignore
  expect(lines.map(({ text }) => text)).toEqual(['unbroken words\tcell', 'next']);
  expect(noteMarks).toBe(1);
});
