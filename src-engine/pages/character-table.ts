// How an exported page writes prompts in an encoding for which browsers have no writer: a row for each character that it can say.
import type { TextEncoding } from '../sampling/encoding';

/** Everything that is in use: the planes of letters, of emoji, and of rare Han characters. */
const LAST_CODE = 0x2ffff;
/** A code of three bytes, how many bytes it takes, and these, filled up to four. */
const ROW_BYTES = 8;
const SURROGATES = [0xd800, 0xdfff] as const;

/** Where a character may take several bytes. */
const SEVERAL_BYTES = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'];

/** All characters that an encoding could say beyond ASCII. */
function* candidates({ name, decode }: TextEncoding): Generator<string> {
  const [firstHalf, lastHalf] = SURROGATES;
  if (!SEVERAL_BYTES.includes(name)) {
    for (let byte = 0x80; byte <= 0xff; byte++) yield decode(Uint8Array.of(byte));
    return;
  }
  for (let code = 0x80; code <= LAST_CODE; code++) {
    if (code < firstHalf || code > lastHalf) yield String.fromCodePoint(code);
  }
}

/** The characters that an encoding can say and ASCII cannot, by code. */
export function characterTable(encoding: TextEncoding): Uint8Array {
  const rows: number[] = [];
  for (const text of candidates(encoding)) {
    const code = text.codePointAt(0) ?? 0;
    const bytes = encoding.encode(text);
    if (encoding.decode(bytes) !== text) continue;
    rows.push(code & 0xff, (code >> 8) & 0xff, code >> 16, bytes.length, ...bytes);
    for (let left = bytes.length + 4; left < ROW_BYTES; left++) rows.push(0);
  }
  return Uint8Array.from(rows);
}

/** Writes with such a table; what it lacks becomes a question mark. */
export function encoderFrom(table: Uint8Array): (text: string) => Uint8Array {
  const bytesOf = new Map<number, Uint8Array>();
  for (let at = 0; at < table.length; at += ROW_BYTES) {
    const [low = 0, middle = 0, high = 0, count = 0] = table.subarray(at, at + 4);
    bytesOf.set(low + (middle << 8) + (high << 16), table.subarray(at + 4, at + 4 + count));
  }
  return (text) =>
    Uint8Array.from(
      Array.from(text, (character) => character.codePointAt(0) ?? 0).flatMap((code) => {
        if (code < 0x80) return [code];
        return [...(bytesOf.get(code) ?? [0x3f])];
      }),
    );
}
