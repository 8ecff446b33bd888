// Turns bytes into what is shown of them: characters, and small marks for what has no picture of its own.

export interface Glyph {
  /** The first of its bytes, counted from the text's beginning. */
  at: number;
  /** Of its bytes. */
  length: number;
  /** What is shown; empty for a mark. */
  text: string;
  /** The label of a control byte, of a byte outside the encoding, or of a character without a picture; null for all others. */
  mark: string | null;
  /** How surprised the network was, 0 … 5. */
  surprise: number;
  /** Given to the network, not made by it. */
  isGiven: boolean;
}

export interface Bytes {
  /** The first byte's place in the text. */
  from: number;
  bytes: Uint8Array;
  /** What the network gave each byte; NaN where it was given. */
  probabilities: Float32Array;
}

/** From this many bits on a character counts as one step more surprising; 8 bits are what a network knows that knows nothing. */
export const SURPRISE_BITS = [1.5, 3, 4.5, 6, 8] as const;

const surpriseOf = (bits: number): number => SURPRISE_BITS.filter((least) => bits >= least).length;

/** Bytes of the UTF-8 character at `index`; 0 where there is none, -1 where its end is not there yet. */
function utf8Length(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next++) {
    const byte = bytes[index + next];
    if (byte === undefined) return -1;
    const least = next > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const most = next > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < least || byte > most) return 0;
  }
  return length;
}

/** The lengths of the characters in bytes of any encoding, by letting the decoder say when one is complete; never 0. */
function* lengthsByDecoder(bytes: Uint8Array, encoding: string): Generator<{ length: number; isWhole: boolean }> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let length = 0;
  for (let index = 0; index < bytes.length; index++) {
    length += 1;
    const text = decoder.decode(bytes.subarray(index, index + 1), { stream: true });
    if (text === '') continue;
    yield { length, isWhole: !text.includes('\ufffd') };
    length = 0;
  }
}

function* lengthsInUtf8(bytes: Uint8Array, isEnd: boolean): Generator<{ length: number; isWhole: boolean }> {
  for (let index = 0; index < bytes.length;) {
    const length = utf8Length(bytes, index);
    if (length < 0 && !isEnd) return;
    yield { length: Math.max(1, length), isWhole: length > 0 };
    index += Math.max(1, length);
  }
}

const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');

/** Without a picture: control, format, private, unassigned; but what joins letters and emoji belongs to them. */
const PICTURELESS = /^[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}]$/u;
const JOINERS = '\u200c\u200d\ufe0f';

function markOf(text: string): string | null {
  if (text === '\n' || text === '\t' || JOINERS.includes(text) || !PICTURELESS.test(text)) return null;
  const code = text.codePointAt(0) ?? 0;
  return code < 0x100 ? hex(code, 2) : `U+${hex(code, 4)}`;
}

function bitsOf(probabilities: Float32Array, index: number, length: number): number {
  let bits = 0;
  for (let next = index; next < index + length; next++) bits -= Math.log2(probabilities[next] ?? NaN);
  return bits;
}

/** `isEnd`: nothing follows, so that a character cut off is shown as its bytes; else it waits. CR LF is one line break. */
export function toGlyphs({ from, bytes, probabilities }: Bytes, encoding: string, isEnd: boolean): Glyph[] {
  const glyphs: Glyph[] = [];
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const lengths = encoding === 'utf-8' ? lengthsInUtf8(bytes, isEnd) : lengthsByDecoder(bytes, encoding);
  let index = 0;
  const add = (length: number, text: string, mark: string | null) => {
    const bits = bitsOf(probabilities, index, length);
    const isGiven = Number.isNaN(bits);
    glyphs.push({
      at: from + index,
      length,
      text: mark === null ? text : '',
      mark,
      surprise: isGiven ? 0 : surpriseOf(bits),
      isGiven,
    });
    index += length;
  };
  for (const { length, isWhole } of lengths) {
    const part = bytes.subarray(index, index + length);
    const text = isWhole
      ? length === 1 && (part[0] ?? 0) < 0x80
        ? String.fromCharCode(part[0] ?? 0)
        : decoder.decode(part)
      : '';
    const last = glyphs.at(-1);
    if (text === '\n' && last?.mark === '0D') {
      glyphs.pop();
      index -= last.length;
      add(last.length + length, '\n', null);
    } else if (isWhole) add(length, text, markOf(text));
    else for (const byte of part) add(1, '', hex(byte, 2));
  }
  if (isEnd) for (const byte of bytes.subarray(index)) add(1, '', hex(byte, 2));
  return glyphs;
}

const NAMES: Record<string, string> = { ' ': 'space', '\n': 'line break', '\t': 'tab', '\u00a0': 'wide space' };

/** What a glyph is called where it stands alone. */
export function glyphName({ text, mark }: Pick<Glyph, 'text' | 'mark'>): string {
  return mark === null ? (NAMES[text] ?? text) : mark.startsWith('U+') ? mark : `byte ${mark}`;
}
