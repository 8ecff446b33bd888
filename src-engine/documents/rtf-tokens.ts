// Cuts RTF into what it consists of: groups, control words, bytes of text.

export type RtfToken =
  | { is: 'open' }
  | { is: 'close' }
  | { is: 'word'; word: string; value: number | null }
  /** Of text, in the code page of its place. */
  | { is: 'byte'; byte: number; isEscaped: boolean };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const QUOTE = 0x27;
const MOST_WORD_LETTERS = 32;
const MOST_DIGITS = 10;

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Line ends in the file are not in the text. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  let at = 0;
  const spanWhile = (is: (byte: number) => boolean, most: number) => {
    const from = at;
    while (at < bytes.length && at - from < most && is(bytes[at] ?? 0)) at += 1;
    return text(from, at);
  };
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === OPEN) yield { is: 'open' };
    else if (byte === CLOSE) yield { is: 'close' };
    else if (byte === 0x0a || byte === 0x0d || byte === 0) continue;
    else if (byte !== BACKSLASH) yield { is: 'byte', byte, isEscaped: false };
    else if (bytes[at] === QUOTE) {
      const value = parseInt(text(at + 1, at + 3), 16);
      at += 3;
      if (!Number.isNaN(value)) yield { is: 'byte', byte: value, isEscaped: true };
    } else if (isLetter(bytes[at] ?? 0)) {
      const word = spanWhile(isLetter, MOST_WORD_LETTERS);
      const sign = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0) ? -1 : 1;
      if (sign < 0) at += 1;
      const digits = spanWhile(isDigit, MOST_DIGITS);
      if (bytes[at] === 0x20) at += 1;
      const value = digits === '' ? null : sign * Number(digits);
      // Bytes that are no RTF.
      if (word === 'bin') at += Math.min(bytes.length, Math.max(0, value ?? 0));
      else yield { is: 'word', word, value };
    } else {
      // A symbol, such as \~ or \{.
      yield { is: 'word', word: String.fromCharCode(bytes[at] ?? 0x20), value: null };
      at += 1;
    }
  }
}
