// Counts what a text is made of while it is read: byte values, line ends, and whether all of it is UTF-8.
import { isUtf8 } from 'node:buffer';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** The longest character less its last byte. */
const MOST_UNFINISHED = 3;

export interface ByteCounts {
  countedBytes: number;
  /** How often each of the 256 byte values occurs. */
  histogram: number[];
  /** How often CR stands before LF. */
  carriageReturnLineFeeds: number;
  /** Exact: whether what has been counted is UTF-8, but for a last character that may be unfinished. */
  isUtf8: boolean;
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
    if (byte >= 0xc0) {
      const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      return length > back ? back : 0;
    }
  }
  return 0;
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
  let valid = true;
  let unfinished = new Uint8Array(0);

  const validate = (piece: Uint8Array) => {
    const whole = unfinished.length === 0 ? piece : Buffer.concat([unfinished, piece]);
    const rest = unfinishedBytes(whole);
    valid = isUtf8(whole.subarray(0, whole.length - rest));
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
      countedBytes += piece.length;
      if (valid) validate(piece);
    },
    counts: () => ({ countedBytes, histogram: Array.from(histogram), carriageReturnLineFeeds, isUtf8: valid }),
  };
}
