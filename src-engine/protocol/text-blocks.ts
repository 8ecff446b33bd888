// Cuts a text into blocks of a few thousand bytes, so that a window can show a part of a long one without holding the rest.

/** A block ends at its next line break after this many bytes … */
export const BLOCK_BYTES = 2_000;
/** … and after this many even within a line, where a character begins. */
export const LONGEST_BLOCK_BYTES = 6_000;

const LINE_END = 10;

/** In UTF-8, and harmless elsewhere: a byte that continues a character. */
const continuesCharacter = (byte: number) => (byte & 0xc0) === 0x80;
/** A character of UTF-8 is at most 4 bytes; where more bytes "continue" the text is not UTF-8. */
const LONGEST_CHARACTER = 4;

export interface BlockCutter {
  /** Where blocks begin in the next bytes of the text, counted from its beginning. */
  push(bytes: Uint8Array): number[];
}

/** Begins at byte 0, which is not reported: the first block always begins there. In UTF-16 only whole units are cut. */
export function createBlockCutter(encoding: string): BlockCutter {
  const unit = encoding.startsWith('utf-16') ? 2 : 1;
  let at = 0;
  let begin = 0;
  let last = -1;
  let beforeLast = -1;
  return {
    push(bytes) {
      const cuts: number[] = [];
      for (const byte of bytes) {
        const size = at - begin;
        const isFull =
          size >= BLOCK_BYTES && (last === LINE_END || (unit === 2 && beforeLast === LINE_END && last === 0));
        const isLong = size >= LONGEST_BLOCK_BYTES && !continuesCharacter(byte);
        const mayCut = at % unit === 0;
        if (mayCut && (isFull || isLong || size >= LONGEST_BLOCK_BYTES + LONGEST_CHARACTER)) {
          cuts.push(at);
          begin = at;
        }
        beforeLast = last;
        last = byte;
        at += 1;
      }
      return cuts;
    },
  };
}

/** Where the blocks of a whole text begin; the first is 0. */
export const blocksOf = (bytes: Uint8Array, encoding: string): number[] => [
  0,
  ...createBlockCutter(encoding).push(bytes),
];
