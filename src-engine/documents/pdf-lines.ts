// Puts the pieces of text on a PDF's page together to lines, with where each stands.

/** As pdf.js gives it: a piece of text, or the begin or end of something marked. */
export interface PdfItem {
  str?: string;
  /** x and y are its last two. */
  transform?: number[];
  width?: number;
  height?: number;
  hasEOL?: boolean;
  type?: string;
  tag?: string;
}

export interface PdfLine {
  text: string;
  x: number;
  right: number;
  /** Upwards, as PDF counts. */
  y: number;
  /** Of its letters. */
  size: number;
}

export interface PageLines {
  lines: PdfLine[];
  /** Lines that the document itself says are no part of the text. */
  artifacts: number;
  /** Numbers of notes within the text. */
  noteMarks: number;
}

/** Of the letters' size: pieces that are so far above or below are on another line. */
const OTHER_LINE = 0.5;
/** Of the letters' size: such a gap is a space. */
const SPACE = 0.2;
/** Such a gap is one between the columns of a table. */
const CELL = 2;
/** A note's number is so much smaller, and so much higher. */
const SMALL = 0.8;
const RAISED = 0.15;

const sizeOf = ({ height, transform = [] }: PdfItem) =>
  [
    height ?? 0,
    Math.hypot(transform[2] ?? 0, transform[3] ?? 0),
    Math.hypot(transform[0] ?? 0, transform[1] ?? 0),
  ].find((size) => size > 0) ?? 1;

/** What separates a piece from the line so far. */
function between(line: PdfLine, x: number, size: number, text: string): string {
  const gap = x - line.right;
  if (gap > CELL * size && text.trim() !== '') return '\t';
  return gap > SPACE * size && !/\s$/.test(line.text) && !/^\s/.test(text) ? ' ' : '';
}

export function linesOfPage(items: readonly PdfItem[]): PageLines {
  const lines: PdfLine[] = [];
  let artifacts = 0;
  let noteMarks = 0;
  let line: PdfLine | null = null;
  const marked: boolean[] = [];
  let isArtifact = false;

  const end = () => {
    const text =
      line?.text
        .replace(/ +/g, ' ')
        .replace(/ ?\t ?/g, '\t')
        .trim() ?? '';
    if (line && text !== '') {
      if (isArtifact) artifacts += 1;
      else lines.push({ ...line, text });
    }
    line = null;
  };
  const add = (item: PdfItem, text: string) => {
    const [, , , , x = 0, y = 0] = item.transform ?? [];
    const size = sizeOf(item);
    const right = x + (item.width ?? 0);
    if (line && text.trim() !== '' && Math.abs(line.y - y) > OTHER_LINE * Math.max(size, line.size)) end();
    if (!line) {
      line = { text, x, right, y, size };
      return;
    }
    const isRaised = y - line.y > RAISED * line.size && size < SMALL * line.size;
    if (isRaised && /^\d{1,3}$/.test(text.trim()) && /[\p{L}\p{P}]$/u.test(line.text)) {
      noteMarks += 1;
      line.right = Math.max(line.right, right);
      return;
    }
    line.text += between(line, x, size, text) + text.replace(/\s/g, ' ');
    // A space may be as wide as the gap that it stands for.
    if (text.trim() === '') return;
    line.right = Math.max(line.right, right);
    // A large initial or a small number at a note does not make the line.
    if (text.trim().length > 3) line.size = Math.max(line.size, size);
  };
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) {
      const isOther = item.tag === 'Artifact' && !isArtifact;
      if (isOther) end();
      marked.push(isArtifact);
      isArtifact ||= item.tag === 'Artifact';
    } else if (item.type === 'endMarkedContent') {
      const was = marked.pop() ?? false;
      if (was !== isArtifact) end();
      isArtifact = was;
    } else {
      if (item.str) add(item, item.str);
      if (item.hasEOL) end();
    }
  }
  end();
  return { lines, artifacts, noteMarks };
}
