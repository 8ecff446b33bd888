// Puts the words of a document together, so that none run into one another and none are broken: white space, line ends, cells.

/** More empty lines than these between two lines say nothing. */
const MOST_LINE_ENDS = 3;
/** What nobody sees: control characters, soft hyphens, the zero-width space, marks of byte order. */
// oxlint-disable-next-line no-control-regex -- they are what is left out
const INVISIBLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\ufeff\ufffe\uffff]/g;
// oxlint-disable-next-line no-control-regex -- two of them end lines
const LINE_SEPARATORS = /\r\n?|[\u2028\u2029\x85\x0b\x0c]/g;

export interface TextBuilder {
  /** As it stands, spaces too; line feeds end lines. */
  literal(text: string): void;
  /** As pages and books have it: white space of any kind and length is one space. */
  flowing(text: string): void;
  /** One line end; a second one makes an empty line. */
  lineEnd(): void;
  /** What follows begins on a line of its own, after an empty line if `isApart`. */
  block(isApart?: boolean): void;
  /** What follows is a table's row, on a line of its own. */
  row(): void;
  /** What follows is the next cell of the row, not its first one. */
  cell(): void;
  /** A text of its own, with its own line ends and spaces. */
  verbatim(text: string): void;
  /** The last line ends. */
  finish(): void;
  /** Characters so far. */
  written(): number;
}

export function createTextBuilder(pass: (text: string) => void): TextBuilder {
  let written = 0;
  /** Line ends that a verbatim text has at its end. */
  let trailing = 0;
  /** Spaces and tabs that only count if more follows on the line. */
  let held = '';
  /** Asked for by line ends and by blocks. */
  let ends = 0;
  let blocks = 0;
  let hasText = false;
  let isAtLineStart = true;
  let isAtCellStart = false;
  let rowHasText = false;

  const write = (text: string) => {
    written += text.length;
    pass(text);
  };
  const endLines = () => {
    const wanted = Math.min(MOST_LINE_ENDS, Math.max(ends, blocks)) - trailing;
    if (hasText && wanted > 0) write('\n'.repeat(wanted));
    ends = 0;
    blocks = 0;
    trailing = 0;
  };
  const put = (text: string) => {
    endLines();
    write(held + text);
    held = '';
    hasText = true;
    isAtLineStart = false;
    isAtCellStart = false;
    rowHasText = true;
  };
  const newLine = () => {
    held = '';
    isAtLineStart = true;
  };
  // Where a cell begins, a line does not end.
  const lineEnd = () => {
    if (isAtCellStart) return;
    newLine();
    ends += 1;
  };
  const block = (isApart = false) => {
    if (isAtCellStart) return;
    newLine();
    blocks = Math.max(blocks, isApart ? 2 : 1);
  };
  const literalLine = (line: string) => {
    const text = line.replace(/[ \t]+$/, '');
    if (text !== '') put(text);
    held += line.slice(text.length);
  };
  return {
    literal(text) {
      const [first = '', ...others] = text.replace(LINE_SEPARATORS, '\n').replace(INVISIBLE, '').split('\n');
      literalLine(first);
      for (const line of others) {
        lineEnd();
        literalLine(line);
      }
    },
    flowing(text) {
      const words = text.replace(/[ \t\n\r\f\v\u2028\u2029]+/g, ' ').replace(INVISIBLE, '');
      const begun = (isAtLineStart || held !== '') && words.startsWith(' ') ? words.slice(1) : words;
      const ended = begun.endsWith(' ') ? begun.slice(0, -1) : begun;
      if (ended !== '') put(ended);
      if (begun.length > ended.length && !isAtLineStart && held === '') held = ' ';
    },
    lineEnd,
    block,
    row() {
      block();
      rowHasText = false;
    },
    cell() {
      // The end of a cell's last paragraph is not the end of the row.
      if (rowHasText) {
        ends = 0;
        blocks = 0;
      }
      held = `${held.replace(/ +$/, '')}\t`;
      isAtCellStart = true;
    },
    verbatim(text) {
      if (text === '') return;
      put(text);
      trailing = /\n*$/.exec(text)?.[0].length ?? 0;
      isAtLineStart = trailing > 0;
    },
    finish() {
      if (hasText && trailing === 0) write('\n');
    },
    written: () => written,
  };
}
