// What stands in the cell of each byte: its character, or a small mark where there is none to be seen.

export interface ByteCell {
  text: string;
  /** A mark is drawn faint and small: a space, a control byte, the later bytes of a character. */
  isMark: boolean;
}

const MARKS: Record<number, string> = { 9: '→', 10: '↵', 13: '←', 32: '␣' };
const NAMES: Record<number, string> = { 9: 'tab', 10: 'line end', 13: 'carriage return', 32: 'space' };

const hexOf = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

/** A byte on its own, as it is guessed at. */
export function cellOf(byte: number): ByteCell {
  const mark = MARKS[byte];
  if (mark !== undefined) return { text: mark, isMark: true };
  if (byte > 32 && byte < 127) return { text: String.fromCharCode(byte), isMark: false };
  return { text: hexOf(byte), isMark: true };
}

/** What a person calls it. */
export function byteName(byte: number): string {
  return NAMES[byte] ?? (byte > 32 && byte < 127 ? String.fromCharCode(byte) : `byte ${hexOf(byte)}`);
}

const lengthFrom = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

/** A character of several bytes stands in the cell of its first; the others hold a dot. */
export function cellsOf(bytes: Uint8Array): ByteCell[] {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const cells: ByteCell[] = [];
  while (cells.length < bytes.length) {
    const at = cells.length;
    const lead = bytes[at] ?? 0;
    const length = lengthFrom(lead);
    let character = '';
    try {
      if (length > 1) character = decoder.decode(bytes.subarray(at, at + length));
    } catch {
      character = '';
    }
    if (character === '') cells.push(cellOf(lead));
    else
      cells.push({ text: character, isMark: false }, ...Array<ByteCell>(length - 1).fill({ text: '·', isMark: true }));
  }
  return cells;
}
