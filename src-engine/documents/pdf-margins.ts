// Finds what stands at the top and the bottom of page after page: running heads, feet and page numbers. They would cut sentences in two.
import type { PdfLine } from './pdf-lines';

/** Lines at the top and at the bottom that may be such. */
const AT_EDGE = 2;
/** On so many pages the same stands at the same height; on fewer in a short document. */
const REPEATED = 3;
const REPEATED_IN_SHORT = 2;
const SHORT_PAGES = 5;
/** Points, in which its height may differ. */
const SAME_HEIGHT = 3;

const ROMAN = /^[\s\-–—[\]().]*([ivxlcdm]{1,7})[\s\-–—[\]().]*$/i;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanValue(digits: string): number {
  const values = digits
    .toLowerCase()
    .split('')
    .map((digit) => ROMAN_DIGITS[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** With numbers that rise from page to page as its distance from the page's own: the numbers of chapters do not rise so. */
function counted(text: string, page: number): string {
  const roman = ROMAN.exec(text)?.[1];
  if (roman !== undefined) return `roman ${romanValue(roman) - page}`;
  return text.replace(/\d{1,6}/g, (digits) => `#${Number(digits) - page}`);
}

function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...byHeight.slice(0, AT_EDGE), ...byHeight.slice(-AT_EDGE)])];
}

/** Those of the lines that stand where at least `least` others do, within a few points. */
function atSameHeight(lines: readonly PdfLine[], least: number): PdfLine[] {
  const byHeight = [...lines].sort((a, b) => a.y - b.y);
  const found: PdfLine[] = [];
  for (let from = 0; from < byHeight.length;) {
    let to = from + 1;
    while (to < byHeight.length && (byHeight[to]?.y ?? 0) - (byHeight[from]?.y ?? 0) <= SAME_HEIGHT) to += 1;
    if (to - from >= least) found.push(...byHeight.slice(from, to));
    from = to;
  }
  return found;
}

/** The lines that are such, of all pages. */
export function marginLines(pages: readonly (readonly PdfLine[])[]): Set<PdfLine> {
  const places = new Map<string, PdfLine[]>();
  const note = (key: string, line: PdfLine) => {
    const known = places.get(key);
    if (known) known.push(line);
    else places.set(key, [line]);
  };
  for (const [page, lines] of pages.entries()) {
    for (const line of edgesOf(lines)) {
      const text = line.text.replace(/\s+/g, ' ').toLowerCase();
      note(`same ${text}`, line);
      note(`counted ${counted(text, page)}`, line);
    }
  }
  const least = pages.length <= SHORT_PAGES ? REPEATED_IN_SHORT : REPEATED;
  return new Set([...places.values()].flatMap((lines) => atSameHeight(lines, least)));
}
