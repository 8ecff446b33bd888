// Cuts RTF into what it consists of: groups, control words, bytes of text.

export type RtfToken =
  | { is: 'open' }
  | { is: 'close' }
  | { is: 'word'; word: string; value: number | null }
  /** Of text, in the code page of its place. */
  | { is: 'byte'; byte: number };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const QUOTE = 0x27;
const SPACE = 0x20;
const MINUS = 0x2d;
const MOST_WORD_LETTERS = 32;
const MOST_DIGITS = 10;

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** After a backslash at `at`: the word or the symbol, and where what follows begins. */
function wordAt(bytes: Uint8Array, at: number): { word: string; value: number | null; end: number } {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  const endOf = (from: number, is: (byte: number) => boolean, most: number) => {
    let end = from;
    while (end < bytes.length && end - from < most && is(bytes[end] ?? 0)) end += 1;
    return end;
  };
  if (!isLetter(bytes[at] ?? 0)) return { word: String.fromCharCode(bytes[at] ?? SPACE), value: null, end: at + 1 };
  const wordEnd = endOf(at, isLetter, MOST_WORD_LETTERS);
  const isNegative = bytes[wordEnd] === MINUS && isDigit(bytes[wordEnd + 1] ?? 0);
  const digitsStart = isNegative ? wordEnd + 1 : wordEnd;
  const digitsEnd = endOf(digitsStart, isDigit, MOST_DIGITS);
  const digits = text(digitsStart, digitsEnd);
  const value = digits === '' ? null : (isNegative ? -1 : 1) * Number(digits);
  return { word: text(at, wordEnd), value, end: bytes[digitsEnd] === SPACE ? digitsEnd + 1 : digitsEnd };
}

const isLineEnd = (byte: number) => byte === 0x0a || byte === 0x0d || byte === 0;

/** Line ends in the file are not in the text. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === OPEN) yield { is: 'open' };
    else if (byte === CLOSE) yield { is: 'close' };
    else if (isLineEnd(byte)) continue;
    else if (byte !== BACKSLASH) yield { is: 'byte', byte };
    else if (bytes[at] === QUOTE) {
      const value = parseInt(String.fromCharCode(...bytes.subarray(at + 1, at + 3)), 16);
      at += 3;
      if (!Number.isNaN(value)) yield { is: 'byte', byte: value };
    } else {
      const { word, value, end } = wordAt(bytes, at);
      at = end;
      // Bytes that are no RTF.
      if (word === 'bin') at += Math.min(bytes.length, Math.max(0, value ?? 0));
      else yield { is: 'word', word, value };
    }
  }
}
