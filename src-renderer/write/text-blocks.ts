// Cuts a growing text into blocks, so that a new piece makes the browser lay out one block and not a million characters.

/** Characters after which a block ends at its next line break. */
export const BLOCK_CHARACTERS = 4_000;
/** Characters after which a block ends even within a line, for texts without line breaks. */
export const LONGEST_BLOCK_CHARACTERS = 40_000;

export interface BlockPiece {
  text: string;
  /** The piece begins a block of its own. */
  begins: boolean;
}

/** `filled` is how many characters the last block holds, `endsLine` whether it ends with a line break. */
export function cutIntoBlocks(piece: string, filled: number, endsLine: boolean): BlockPiece[] {
  const pieces: BlockPiece[] = [];
  let rest = piece;
  let begins = filled >= LONGEST_BLOCK_CHARACTERS || (filled >= BLOCK_CHARACTERS && endsLine);
  let size = begins ? 0 : filled;
  while (rest.length > 0) {
    const lineEnd = rest.indexOf('\n', Math.max(0, BLOCK_CHARACTERS - size - 1));
    const end = Math.min(
      rest.length,
      lineEnd < 0 ? Infinity : lineEnd + 1,
      Math.max(1, LONGEST_BLOCK_CHARACTERS - size),
    );
    pieces.push({ text: rest.slice(0, end), begins });
    rest = rest.slice(end);
    begins = true;
    size = 0;
  }
  return pieces;
}
