// Counts what a text is made of while it is read: byte values, line ends, and where it is not UTF-8.
import { isUtf8 } from 'node:buffer';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** The longest character less its last byte. */
const MOST_UNFINISHED = 3;
/** Places that are remembered. */
const MOST_PLACES = 3;
/** More, and more than a text of characters beyond ASCII would have by accident, and they are no longer looked for: it is another encoding. */
const MOST_STRAYS = 1000;

export interface StrayPlace {
  offset: number;
  /** Counts from 1. */
  line: number;
}

/** Bytes that are part of no UTF-8 character. */
export interface StrayBytes {
  count: number;
  /** The first few. */
  places: StrayPlace[];
}

export interface ByteCounts {
  countedBytes: number;
  /** How often each of the 256 byte values occurs. */
  histogram: number[];
  /** How often CR stands before LF. */
  carriageReturnLineFeeds: number;
  /** Exact: whether what has been counted is UTF-8, but for a last character that may be unfinished. */
  isUtf8: boolean;
  strays: StrayBytes;
  /** Characters of more than one byte, if it is UTF-8: at least so many. */
  longCharacters: number;
}

export interface ByteCounter {
  add(piece: Uint8Array): void;
  counts(): ByteCounts;
}

/** How many bytes at the end begin a character that is not finished there; 0 where none does. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(MOST_UNFINISHED, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return isLead(byte) && lengthFrom(byte) > back ? back : 0;
  }
  return 0;
}

const isLead = (byte: number) => byte >= 0xc2 && byte < 0xf5;

/** Bytes of the character that such a byte begins. */
const lengthFrom = (lead: number) => (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

/** Where bytes that are not UTF-8 have one that belongs to no character; ends when `note` answers false. */
function findStrays(bytes: Uint8Array, note: (at: number) => boolean): void {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) at += 1;
    else {
      const end = at + lengthFrom(byte);
      const isCharacter = isLead(byte) && end <= bytes.length && isUtf8(bytes.subarray(at, end));
      if (!isCharacter && !note(at)) return;
      at = isCharacter ? end : at + 1;
    }
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

/** Into two tables in turn: a count waits for the one before where both are of the same byte. */
function countInto(tables: Uint32Array, piece: Uint8Array): void {
  for (let index = 0; index < piece.length; index += 2) {
    const one = piece[index] ?? 0;
    const other = 256 + (piece[index + 1] ?? 0);
    tables[one] = (tables[one] ?? 0) + 1;
    tables[other] = (tables[other] ?? 0) + 1;
  }
}

/** How often CR stands before LF within the piece. */
function lineEndsIn(piece: Uint8Array): number {
  let found = 0;
  for (let at = piece.indexOf(CARRIAGE_RETURN); at >= 0; at = piece.indexOf(CARRIAGE_RETURN, at + 1)) {
    if (piece[at + 1] === LINE_FEED) found += 1;
  }
  return found;
}

export function createByteCounter(): ByteCounter {
  const histogram = new Float64Array(256);
  const tables = new Uint32Array(512);
  let countedBytes = 0;
  let carriageReturnLineFeeds = 0;
  let endsInCarriageReturn = false;
  const strays: StrayBytes = { count: 0, places: [] };
  let isLooking = true;
  let unfinished = new Uint8Array(0);

  const longCharacters = () => {
    const leads = histogram.subarray(0xc2, 0xf5).reduce((sum, count) => sum + count, 0);
    return Math.max(0, leads - strays.count);
  };
  const noteStray = (checked: Uint8Array, at: number, startOffset: number) => {
    strays.count += 1;
    if (strays.places.length < MOST_PLACES) {
      // The piece is counted already; what it leaves unfinished has no line feed.
      const line = 1 + (histogram[LINE_FEED] ?? 0) - linesIn(checked.subarray(at));
      strays.places.push({ offset: startOffset + at, line });
    }
    isLooking = strays.count <= MOST_STRAYS || strays.count < longCharacters();
    return isLooking;
  };
  const validate = (piece: Uint8Array) => {
    const whole = unfinished.length === 0 ? piece : Buffer.concat([unfinished, piece]);
    const rest = unfinishedBytes(whole);
    const checked = whole.subarray(0, whole.length - rest);
    const startOffset = countedBytes - unfinished.length;
    if (!isUtf8(checked)) findStrays(checked, (at) => noteStray(checked, at, startOffset));
    unfinished = whole.slice(whole.length - rest);
  };
  return {
    add(piece) {
      if (piece.length === 0) return;
      const even = piece.length - (piece.length % 2);
      tables.fill(0);
      countInto(tables, piece.subarray(0, even));
      for (const byte of piece.subarray(even)) tables[byte] = (tables[byte] ?? 0) + 1;
      for (let byte = 0; byte < 256; byte++) {
        histogram[byte] = (histogram[byte] ?? 0) + (tables[byte] ?? 0) + (tables[256 + byte] ?? 0);
      }
      if (endsInCarriageReturn && piece[0] === LINE_FEED) carriageReturnLineFeeds += 1;
      carriageReturnLineFeeds += lineEndsIn(piece);
      endsInCarriageReturn = piece.at(-1) === CARRIAGE_RETURN;
      if (isLooking) validate(piece);
      countedBytes += piece.length;
    },
    counts: () => ({
      countedBytes,
      histogram: Array.from(histogram),
      carriageReturnLineFeeds,
      isUtf8: strays.count === 0,
      strays,
      longCharacters: longCharacters(),
    }),
  };
}
