// Cuts a text that the page holds whole into blocks that can be drawn one at a time: at line ends, else between characters.

const BLOCK_BYTES = 2000;
const LONGEST_BLOCK_BYTES = 6000;
const LINE_END = 10;

/** Where blocks begin; the first is 0. In UTF-16 only whole units are cut. */
export function blocksOf(bytes: Uint8Array, encoding: string): number[] {
  const unit = encoding.startsWith('utf-16') ? 2 : 1;
  const blocks = [0];
  let begin = 0;
  for (let at = 1; at < bytes.length; at++) {
    const size = at - begin;
    const isAfterLine = size >= BLOCK_BYTES && (bytes[at - 1] === LINE_END || bytes[at - unit] === LINE_END);
    const isLong = size >= LONGEST_BLOCK_BYTES && ((bytes[at] ?? 0) & 0xc0) !== 0x80;
    if (at % unit !== 0 || !(isAfterLine || isLong)) continue;
    blocks.push(at);
    begin = at;
  }
  return blocks;
}
