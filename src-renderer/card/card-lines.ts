// Lays a text out in lines for a picture: whole words where they fit, and cut with three dots where there is more than room.

/** A stretch of a line: given to the network, or written by it. */
export interface CardPart {
  text: string;
  isGiven: boolean;
}

export type CardLine = CardPart[];

/** How wide a text is. */
export type Measure = (text: string) => number;

interface Room {
  width: number;
  lines: number;
}

const DOTS = ' …';
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const textOf = (parts: readonly CardPart[]): string => parts.map(({ text }) => text).join('');

/** Words and the spaces between them; a word may be part given, part written. */
function tokensIn(parts: readonly CardPart[]): CardPart[][] {
  const tokens: CardPart[][] = [];
  let isWithinWord = false;
  for (const { text, isGiven } of parts) {
    for (const piece of text.match(/\n|[^\S\n]+|\S+/g) ?? []) {
      const isWord = /\S/.test(piece);
      const last = tokens.at(-1);
      if (isWord && isWithinWord && last) last.push({ text: piece, isGiven });
      else tokens.push([{ text: piece, isGiven }]);
      isWithinWord = isWord;
    }
  }
  return tokens;
}

/** A word that no line holds, in pieces that one does. */
function piecesOf(word: readonly CardPart[], width: number, measure: Measure): CardPart[][] {
  const pieces: CardPart[][] = [[]];
  for (const { text, isGiven } of word) {
    for (const { segment } of segmenter.segment(text)) {
      let piece = pieces.at(-1) ?? [];
      if (piece.length > 0 && measure(textOf(piece) + segment) > width) pieces.push((piece = []));
      const last = piece.at(-1);
      if (last?.isGiven === isGiven) last.text += segment;
      else piece.push({ text: segment, isGiven });
    }
  }
  return pieces;
}

/** The line without what does not fit beside the dots. */
function withDots(line: CardLine, width: number, measure: Measure): CardLine {
  const parts = line.map((part) => ({ ...part }));
  while (parts.length > 0 && measure(textOf(parts) + DOTS) > width) {
    const last = parts.at(-1);
    if (!last) break;
    last.text = [...segmenter.segment(last.text)]
      .slice(0, -1)
      .map(({ segment }) => segment)
      .join('');
    if (last.text === '') parts.pop();
  }
  const last = parts.at(-1);
  if (last) last.text = last.text.trimEnd();
  return [...parts, { text: DOTS.trimStart(), isGiven: false }];
}

/** `isWhole`: the text ends with the parts. No more lines than there is room for. */
export function cardLines(
  parts: readonly CardPart[],
  isWhole: boolean,
  { width, lines: most }: Room,
  measure: Measure,
): CardLine[] {
  const lines: CardLine[] = [[]];
  const fits = (token: readonly CardPart[]): boolean =>
    measure(textOf(lines.at(-1) ?? []) + textOf(token).trimEnd()) <= width;
  const breakLine = (): void => void lines.push([]);
  const put = (token: CardPart[]): void => void lines.at(-1)?.push(...token);
  for (const token of tokensIn(parts)) {
    if (lines.length > most) break;
    const text = textOf(token);
    if (text === '\n') breakLine();
    else if (fits(token)) put(token);
    else if (text.trim() !== '') {
      if (textOf(lines.at(-1) ?? []).trim() !== '') breakLine();
      const [first = [], ...rest] = piecesOf(token, width, measure);
      put(first);
      for (const piece of rest) {
        breakLine();
        put(piece);
      }
    }
  }
  const isCut = lines.length > most || !isWhole;
  const kept = lines.slice(0, most);
  const last = kept.at(-1);
  if (isCut && last) kept[kept.length - 1] = withDots(last, width, measure);
  return kept;
}
