// Guesses what a text's bytes mean, and says what the user should know about it.
import { analyse } from 'chardet';
import { DEFAULT_ENCODING, ENCODINGS, type EncodingName } from '../protocol/encodings';
import { numberInSentence } from '../problem';
import { createByteCounter, type ByteCounts, type StrayBytes } from './count-bytes';
import { LATIN_ENCODINGS, latinEncoding } from './latin-letters';
import { markOf } from './marks';
import { unmarkedUtf16 } from './utf16';

/** More says no more, and takes longer. */
const LOOKED_AT_BYTES = 128 * 1024;
const MOST_CONTROLS = 0.02;
/** Characters of several bytes for each stray one: in another encoding bytes hardly ever look like them. */
const LONG_CHARACTERS_A_STRAY = 2;
/** In a text without such characters, so few bytes in so many are damage; more are an encoding. */
const FEW_STRAYS = 3;
const BYTES_A_STRAY = 10_000;

export interface EncodingGuess {
  encoding: EncodingName;
  /** Begins with a byte-order mark. */
  hasMark: boolean;
  isBinary: boolean;
  /** Of a text that is UTF-8 but for them. */
  strays: StrayBytes | null;
}

/** Names of the guesser for which the Encoding Standard has another, wider one. */
const WIDER: Record<string, EncodingName> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  ascii: 'utf-8',
};

/** Control characters other than tab, line ends, form feed and escape hardly occur in text of any encoding. */
function controlShare(bytes: Uint8Array): number {
  const usual = new Set([9, 10, 12, 13, 27]);
  let controls = 0;
  for (const byte of bytes) if (byte < 32 && !usual.has(byte)) controls += 1;
  return bytes.length === 0 ? 0 : controls / bytes.length;
}

/** From the first byte beyond ASCII on: what stands before it says nothing. */
export function tellingPart(bytes: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 128),
  );
  return bytes.subarray(first, first + LOOKED_AT_BYTES);
}

function olderEncoding(bytes: Uint8Array): EncodingName {
  const look = tellingPart(bytes);
  let guess: EncodingName = 'windows-1252';
  for (const { name } of analyse(look)) {
    const label = name.toLowerCase();
    const known = WIDER[label] ?? label;
    if (!(known in ENCODINGS) || known.startsWith('utf-')) continue;
    guess = known as EncodingName;
    break;
  }
  return LATIN_ENCODINGS.includes(guess) ? latinEncoding(look, guess) : guess;
}

/** Whether it is UTF-8, all of it or but for a few bytes. */
function isUtf8ButForFew({ countedBytes, strays, longCharacters }: ByteCounts): boolean {
  const { count } = strays;
  if (longCharacters > 0 && longCharacters >= LONG_CHARACTERS_A_STRAY * count) return true;
  return count <= FEW_STRAYS && count * BYTES_A_STRAY <= countedBytes;
}

const PLAIN = { encoding: DEFAULT_ENCODING, hasMark: false, isBinary: false, strays: null };

/** What began as UTF-8, once more of it has been counted; `suspect` is from where it first was none. */
export function reconsider(first: EncodingGuess, counts: ByteCounts, suspect: Uint8Array): EncodingGuess {
  if (first.encoding !== 'utf-8' || first.isBinary || counts.isUtf8) return first;
  if (first.hasMark || isUtf8ButForFew(counts)) return { ...first, strays: counts.strays };
  return { ...PLAIN, encoding: olderEncoding(suspect) };
}

/** `bytes` are a text's beginning. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const mark = markOf(bytes);
  const counter = createByteCounter();
  counter.add(bytes);
  const counts = counter.counts();
  if (mark) return reconsider({ ...PLAIN, encoding: mark.encoding, hasMark: true }, counts, bytes);
  const look = bytes.subarray(0, LOOKED_AT_BYTES);
  // Two ASCII letters are a Chinese character too; zeros are in no text but UTF-16.
  const wide = counts.isUtf8 && counts.histogram[0] === 0 ? null : unmarkedUtf16(look);
  if (wide) return { ...PLAIN, encoding: wide };
  return reconsider({ ...PLAIN, isBinary: controlShare(look) > MOST_CONTROLS }, counts, bytes);
}

function strayNotice({ count, places }: StrayBytes): string {
  const where = places.map(({ line, offset }) => `line ${numberInSentence(line)} (byte ${numberInSentence(offset)})`);
  const more = count > places.length ? ' and elsewhere' : '';
  const what = count === 1 ? 'one byte that is' : `${numberInSentence(count)} bytes that are`;
  return `This text is UTF-8 but for ${what} not: in ${where.join(', ')}${more}. The network learns such bytes too. If the text has another encoding, choose that.`;
}

/** What is unusual about it, in few sentences; null when nothing is. `innerMarks` are byte-order marks where two files meet. */
export function noticeOf(guess: EncodingGuess, innerMarks = 0): string | null {
  const sentences = [
    encodingNotice(guess),
    ...(guess.strays ? [strayNotice(guess.strays)] : []),
    innerMarkNotice(innerMarks),
  ];
  return sentences.filter(Boolean).join(' ') || null;
}

function innerMarkNotice(count: number): string | null {
  if (count === 0) return null;
  const files = count === 1 ? 'One of its later files begins' : `${numberInSentence(count)} of its later files begin`;
  return `${files} with a byte-order mark, which stays in the text unless line ends stand between files.`;
}

function encodingNotice({ encoding, hasMark, isBinary }: EncodingGuess): string | null {
  if (isBinary) {
    return 'This looks like a binary file rather than text. You can train on it, but the generated text will not be readable.';
  }
  if (encoding.startsWith('utf-16')) {
    const what = hasMark ? 'is UTF-16, as its byte-order mark says' : 'seems to be UTF-16';
    return `This text ${what}: at least two bytes per character. You can convert it to UTF-8, which every program reads; then Latin text is half as long, and easier to learn.`;
  }
  if (encoding === 'utf-8') {
    return hasMark
      ? 'This text starts with a byte-order mark: three invisible bytes that the network would learn too.'
      : null;
  }
  return `This text is not UTF-8; it seems to be ${ENCODINGS[encoding]}. You can convert it to UTF-8, which every program reads, or train on it unchanged: prompts and output then use its encoding.`;
}
