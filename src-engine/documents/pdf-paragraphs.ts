// Puts a PDF's lines together to paragraphs: which lines belong together, and what becomes of a hyphen at a line's end.
import type { PdfLine } from './pdf-lines';
import type { TextBuilder } from './text-builder';

/** Of the usual distance between lines: more is a new paragraph. */
const FAR = 1.35;
/** Of the letters' size. */
const INDENT = 0.6;
const OTHER_SIZE = 0.12;
/** Of the column's width that a line leaves free, where it ends a sentence, and where it does not. */
const SHORT_SENTENCE = 0.12;
const SHORT = 0.4;
/** Points between the left edges of lines of one column. */
const SAME_COLUMN = 60;

const SENTENCE_END = /[.!?:…][”’"')\]»]*$/u;
const HYPHENATED = /(\p{L}+)[-\u2010\u00ad]$/u;
const NEXT_WORD = /^(\p{L}+)/u;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Pairs of word parts that the text itself joins with a hyphen within a line. */
export function hyphenatedPairs(lines: Iterable<PdfLine>): Set<string> {
  const pairs = new Set<string>();
  for (const { text } of lines) {
    for (const [word] of text.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)+/gu)) {
      const parts = word.toLowerCase().split(/[-\u2010]/);
      for (let index = 1; index < parts.length; index++) pairs.add(`${parts[index - 1]}-${parts[index]}`);
    }
  }
  return pairs;
}

/**
 * Two lines of a paragraph as one. A hyphen between lower-case letters goes, unless the text writes that word with one; before
 * a capital or a digit it stays.
 */
export function joinLines(before: string, next: string, pairs: ReadonlySet<string>): string {
  const end = HYPHENATED.exec(before)?.[1];
  const start = NEXT_WORD.exec(next)?.[1];
  if (end !== undefined) {
    const isLower = /^\p{Ll}/u.test(start ?? '');
    const isSoft = before.endsWith('\u00ad');
    const isWord = start !== undefined && pairs.has(`${end}-${start}`.toLowerCase());
    if (isSoft || (isLower && !isWord)) return before.slice(0, -1) + next;
    return before + next;
  }
  if (/\p{N}-$/u.test(before)) return before + next;
  const isUnspaced = WITHOUT_SPACES.test(before.slice(-1)) && WITHOUT_SPACES.test(next.slice(0, 1));
  return isUnspaced ? before + next : `${before} ${next}`;
}

interface Column {
  left: number;
  right: number;
}

type Columns = (line: PdfLine, page: readonly PdfLine[]) => Column;

/** A page of few lines does not show how wide its columns are; the whole document does. */
const TELLING_LINES = 8;

function createColumns(pages: readonly (readonly PdfLine[])[]): Columns {
  const everywhere = new Map<number, Column>();
  const bucketOf = ({ x }: PdfLine) => Math.round(x / (SAME_COLUMN / 2));
  for (const line of pages.flat()) {
    const known = everywhere.get(bucketOf(line)) ?? { left: Infinity, right: -Infinity };
    const column = { left: Math.min(known.left, line.x), right: Math.max(known.right, line.right) };
    everywhere.set(bucketOf(line), column);
  }
  return (line, page) => {
    const own = columnOn(line, page);
    const wide = everywhere.get(bucketOf(line));
    return page.length >= TELLING_LINES || !wide
      ? own
      : { left: Math.min(own.left, wide.left), right: Math.max(own.right, wide.right) };
  };
}

function columnOn(line: PdfLine, lines: readonly PdfLine[]): Column {
  const near = lines.filter(({ x }) => Math.abs(x - line.x) <= SAME_COLUMN);
  return { left: Math.min(...near.map(({ x }) => x)), right: Math.max(...near.map(({ right }) => right)) };
}

/** The middle one of the distances between a line and the next below. */
function usualDistance(lines: readonly PdfLine[]): number {
  const distances = lines
    .slice(1)
    .map(({ y }, index) => (lines[index]?.y ?? 0) - y)
    .filter((distance) => distance > 1)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? 0;
}

const isOtherSize = (a: PdfLine, b: PdfLine) => Math.abs(a.size - b.size) > OTHER_SIZE * Math.max(a.size, b.size);

function leavesFree(line: PdfLine, { left, right }: Column): boolean {
  const free = (right - line.right) / Math.max(1, right - left);
  return free > SHORT || (free > SHORT_SENTENCE && SENTENCE_END.test(line.text));
}

/** How two lines meet: in one paragraph, as two lines, or as two paragraphs. */
type Meeting = 'joined' | 'lines' | 'apart';

interface Placed {
  line: PdfLine;
  page: readonly PdfLine[];
}

/** A row of a table is a line of its own. */
const isRow = ({ text }: PdfLine) => text.includes('\t');

function createJudge(pages: readonly (readonly PdfLine[])[]) {
  const columns = createColumns(pages);
  const indentOf = ({ line, page }: Placed) => (line.x - columns(line, page).left) / line.size;
  return {
    /** `isFirst`: the line before is its paragraph's first. */
    onPage(before: Placed, next: Placed, distance: number, isFirst: boolean): Meeting {
      const gap = before.line.y - next.line.y;
      const isOtherColumn = gap < 0 && next.line.x > before.line.x;
      if (isOtherSize(before.line, next.line)) return 'apart';
      if (!isOtherColumn && (gap < 0 || gap > FAR * distance)) return 'apart';
      if (isRow(before.line) || isRow(next.line)) return 'lines';
      if (leavesFree(before.line, columns(before.line, before.page))) return 'lines';
      const indent = isOtherColumn ? indentOf(next) : (next.line.x - before.line.x) / next.line.size;
      // A paragraph's first line may stand further left than the others, as in lists.
      if (indent > INDENT) return isFirst && !SENTENCE_END.test(before.line.text) ? 'joined' : 'lines';
      return !isOtherColumn && indent < -INDENT && !isFirst ? 'lines' : 'joined';
    },
    /** A sentence goes on unless it has ended or the next line is set as a beginning. */
    overPages(before: Placed, next: Placed): Meeting {
      if (isOtherSize(before.line, next.line)) return 'apart';
      if (isRow(before.line) || isRow(next.line)) return 'lines';
      if (leavesFree(before.line, columns(before.line, before.page))) return 'lines';
      return indentOf(next) > INDENT && SENTENCE_END.test(before.line.text) ? 'lines' : 'joined';
    },
  };
}

export function writeParagraphs(pages: readonly (readonly PdfLine[])[], builder: TextBuilder): void {
  const pairs = hyphenatedPairs(pages.flat());
  const judge = createJudge(pages);
  let paragraph = '';
  let isFirst = true;
  let last: Placed | null = null;
  for (const page of pages) {
    const distance = usualDistance(page);
    for (const line of page) {
      const next = { line, page };
      const meets = (before: Placed) =>
        before.page === page ? judge.onPage(before, next, distance, isFirst) : judge.overPages(before, next);
      const meeting = last === null ? 'lines' : meets(last);
      if (meeting === 'joined') paragraph = joinLines(paragraph, line.text, pairs);
      else {
        builder.literal(paragraph);
        builder.block(meeting === 'apart');
        paragraph = line.text;
      }
      isFirst = meeting !== 'joined';
      last = next;
    }
  }
  builder.literal(paragraph);
}
