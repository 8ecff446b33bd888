// Guesses what a text's bytes mean, and says what the user should know about it.
import { analyse } from 'chardet';
import { DEFAULT_ENCODING, ENCODINGS, type EncodingName } from '../protocol/encodings';
import { createByteCounter } from './count-bytes';
import { markOf } from './marks';

/** More says no more, and takes longer. */
const LOOKED_AT_BYTES = 128 * 1024;
const MOST_CONTROLS = 0.02;
/** In UTF-16 of a language with letters one byte of two is 0 nearly always, the other nearly never. */
const ZEROS_ON_ONE_SIDE = 0.3;
const ZEROS_ON_THE_OTHER = 0.02;

export interface EncodingGuess {
  encoding: EncodingName;
  /** Begins with a byte-order mark. */
  hasMark: boolean;
  isBinary: boolean;
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

function unmarkedUtf16(bytes: Uint8Array): EncodingName | null {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => (2 * count) / bytes.length);
  if (odd > ZEROS_ON_ONE_SIDE && even < ZEROS_ON_THE_OTHER) return 'utf-16le';
  if (even > ZEROS_ON_ONE_SIDE && odd < ZEROS_ON_THE_OTHER) return 'utf-16be';
  return null;
}

function olderEncoding(bytes: Uint8Array): EncodingName {
  for (const { name } of analyse(bytes)) {
    const label = name.toLowerCase();
    const known = WIDER[label] ?? label;
    if (known in ENCODINGS && !known.startsWith('utf-')) return known as EncodingName;
  }
  return 'windows-1252';
}

function isWholeUtf8(bytes: Uint8Array): boolean {
  const counter = createByteCounter();
  counter.add(bytes);
  return counter.counts().isUtf8;
}

/** `bytes` are a text's beginning, or another stretch of it. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const mark = markOf(bytes);
  if (mark) return { encoding: mark.encoding, hasMark: true, isBinary: false };
  const look = bytes.subarray(0, LOOKED_AT_BYTES);
  const wide = unmarkedUtf16(look);
  if (wide) return { encoding: wide, hasMark: false, isBinary: false };
  const isBinary = controlShare(look) > MOST_CONTROLS;
  const encoding = isBinary || isWholeUtf8(bytes) ? DEFAULT_ENCODING : olderEncoding(look);
  return { encoding, hasMark: false, isBinary };
}

/** One sentence or two on what is unusual about it; null when nothing is. */
export function noticeOf({ encoding, hasMark, isBinary }: EncodingGuess): string | null {
  if (isBinary) {
    return 'This looks like a binary file rather than text. You can train on it, but the generated text will not be readable.';
  }
  if (encoding.startsWith('utf-16')) {
    const what = hasMark ? 'is UTF-16, as its byte-order mark says' : 'seems to be UTF-16';
    return `This text ${what}: two bytes per character, one of them usually zero. As UTF-8 it is shorter and easier to learn.`;
  }
  if (encoding === 'utf-8') {
    return hasMark
      ? 'This text starts with a byte-order mark: three invisible bytes that the network would learn too.'
      : null;
  }
  return `This text is not UTF-8; it seems to be ${ENCODINGS[encoding]}. You can convert it to UTF-8, which every program reads, or train on it unchanged: prompts and output then use its encoding.`;
}
