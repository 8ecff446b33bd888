import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCK_BYTES, LONGEST_BLOCK_BYTES, createBlockCutter } from '../../src-engine/protocol/text-blocks';

/** The blocks of a text that comes in pieces. */
function blocksOf(pieces: Uint8Array[], encoding = 'utf-8'): Buffer[] {
  const cutter = createBlockCutter(encoding);
  const begins = [0, ...pieces.flatMap((piece) => cutter.push(piece))];
  const text = Buffer.concat(pieces);
  return begins.map((begin, index) => text.subarray(begin, begins[index + 1] ?? text.length));
}

test('however a text comes, it is cut at the same places', () => {
  const text = fc
    .array(fc.constantFrom('word ', 'line\n', 'é', '日本'), { maxLength: 4000 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 999 }), (whole, size) => {
      const bytes = Buffer.from(whole);
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(blocksOf(pieces)).toEqual(blocksOf([bytes]));
    }),
    { numRuns: 40 },
  );
});

test('a block ends at the first line break once it is full', () => {
  const blocks = blocksOf([Buffer.from('a line\n'.repeat(3000))]);
  expect(blocks.length).toBeGreaterThan(8);
  for (const block of blocks.slice(0, -1)) {
    expect(block.at(-1)).toBe(10);
    expect(block.length).toBeGreaterThanOrEqual(BLOCK_BYTES);
    expect(block.length).toBeLessThan(BLOCK_BYTES + 10);
  }
});

test('a text without line breaks is cut between characters, bytes without any sense too', () => {
  for (const block of blocksOf([Buffer.from('日'.repeat(9000))])) {
    expect(block.length).toBeLessThanOrEqual(LONGEST_BLOCK_BYTES + 3);
    expect(block.toString()).toMatch(/^日+$/);
  }
  for (const block of blocksOf([Buffer.alloc(50_000, 0x80)]))
    expect(block.length).toBeLessThan(LONGEST_BLOCK_BYTES + 9);
});

test('UTF-16 is cut after a line break, between its units', () => {
  const blocks = blocksOf([Buffer.from('ein Zeilchen\n'.repeat(900), 'utf16le')], 'utf-16le');
  expect(blocks.length).toBeGreaterThan(8);
  for (const block of blocks.slice(0, -1)) expect(block.toString('utf16le')).toMatch(/^ein[^]*\n$/);
});
