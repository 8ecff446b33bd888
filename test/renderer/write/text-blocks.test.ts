// Tests that streamed text is cut into blocks without losing or adding a character.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_CHARACTERS, cutIntoBlocks, LONGEST_BLOCK_CHARACTERS } from '../../../src-renderer/write/text-blocks';

function write(pieces: string[]): string[] {
  const blocks: string[] = [];
  for (const piece of pieces) {
    const last = blocks.at(-1) ?? '';
    for (const { text, begins } of cutIntoBlocks(piece, last.length, last.endsWith('\n'))) {
      if (begins || blocks.length === 0) blocks.push(text);
      else blocks.push((blocks.pop() ?? '') + text);
    }
  }
  return blocks;
}

describe('Cutting text into blocks', () => {
  it('loses and adds nothing', () => {
    const piece = fc.oneof(fc.string(), fc.constant('word '.repeat(1500)), fc.constant('line\n'.repeat(1200)));
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => write(pieces).join('') === pieces.join('')));
  });

  it('ends a block at a line break once it is full', () => {
    const blocks = write(Array.from({ length: 3000 }, () => 'a line\n'));
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks.slice(0, -1)) {
      expect(block.endsWith('\n')).toBe(true);
      expect(block.length).toBeLessThan(BLOCK_CHARACTERS + 10);
    }
  });

  it('ends a block of a text without line breaks all the same', () => {
    const blocks = write(Array.from({ length: 100 }, () => 'x'.repeat(1000)));
    for (const block of blocks) expect(block.length).toBeLessThanOrEqual(LONGEST_BLOCK_CHARACTERS);
  });
});
