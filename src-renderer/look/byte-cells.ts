// What stands in the cell of each byte: its character, or a small mark where there is none to be seen.
import { toGlyphs, type Glyph } from '../write/glyphs';

export interface ByteCell {
  text: string;
  /** A mark is drawn faint and small: a space, a control byte, the later bytes of a character. */
  isMark: boolean;
  /** The last byte of a line. */
  endsLine: boolean;
}

const MARKS: Record<string, string> = { '\t': '→', '\n': '↵', '\r': '←', ' ': '␣' };
const NAMES: Record<string, string> = { '\t': 'tab', '\n': 'line end', '\r': 'carriage return', ' ': 'space' };
const NO_PROBABILITIES = new Float32Array();

const hexOf = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
const glyphsOf = (bytes: Uint8Array, encoding: string): Glyph[] =>
  toGlyphs({ from: 0, bytes, probabilities: NO_PROBABILITIES }, encoding, true);

/** The character that a byte is by itself; null for a control byte, or where it takes more bytes to make one. */
function characterOf(byte: number, encoding: string): string | null {
  if (byte < 0x80) {
    const character = String.fromCharCode(byte);
    return (byte >= 32 && byte < 127) || character in MARKS ? character : null;
  }
  const [glyph] = glyphsOf(Uint8Array.of(byte), encoding);
  return glyph?.mark === null ? glyph.text : null;
}

/** A byte on its own, as it is guessed at. */
function cellOf(byte: number, encoding: string): ByteCell {
  const character = characterOf(byte, encoding);
  const mark = character === null ? hexOf(byte) : MARKS[character];
  return { text: mark ?? character ?? '', isMark: mark !== undefined, endsLine: character === '\n' };
}

/** By byte (256). */
export const cellsOfAll = (encoding: string): ByteCell[] =>
  Array.from({ length: 256 }, (_, byte) => cellOf(byte, encoding));

/** Its name for the user. */
export function byteName(byte: number, encoding: string): string {
  const character = characterOf(byte, encoding);
  return character === null ? `byte ${hexOf(byte)}` : (NAMES[character] ?? character);
}

const LATER: ByteCell = { text: '·', isMark: true, endsLine: false };

/** A character of several bytes stands in the cell of its first; the others hold a dot. */
export function cellsOf(bytes: Uint8Array, encoding: string): ByteCell[] {
  return glyphsOf(bytes, encoding).flatMap(({ at, length, text }) => {
    const isOwn = length === 1 || text === '' || (text === '\n' && bytes[at] === 13 && bytes[at + 1] === 10);
    if (isOwn) return Array.from(bytes.subarray(at, at + length), (byte) => cellOf(byte, encoding));
    const first = { text: MARKS[text] ?? text, isMark: text in MARKS, endsLine: false };
    const cells = [first, ...Array<ByteCell>(length - 1).fill(LATER)];
    return text === '\n' ? [...cells.slice(0, -1), { ...LATER, endsLine: true }] : cells;
  });
}
