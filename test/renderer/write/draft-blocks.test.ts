// Tests that a page which holds only some blocks of a text always shows the right bytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockHeights } from '../../../src-renderer/write/block-heights';
import { DraftBlocks } from '../../../src-renderer/write/draft-blocks';

const bytesFrom = (from: number, length: number) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (from + index) % 251);
  return { from, bytes, probabilities: Float32Array.from(bytes, (byte) => byte / 251) };
};

describe('The blocks of a draft', () => {
  it('hold what was added, block by block, wherever the pieces end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const blocks = new DraftBlocks({ read: () => undefined });
        let at = 0;
        for (const size of sizes) {
          const cuts = Array.from({ length: size }, (_, index) => at + index).filter(
            (place) => place > 0 && place % 40 === 0,
          );
          blocks.grew(bytesFrom(at, size), cuts);
          at += size;
        }
        expect(blocks.bytes).toBe(at);
        for (let block = 0; block < blocks.count; block++) {
          expect(blocks.block(block)).toEqual(bytesFrom(blocks.begin(block), blocks.end(block) - blocks.begin(block)));
        }
      }),
    );
  });

  it('ask for what is not held, once, and show it when it comes', () => {
    const asked: [number, number][] = [];
    const blocks = new DraftBlocks({ read: (from, bytes) => asked.push([from, bytes]) });
    blocks.opened(100, [0, 40, 80]);
    expect(blocks.block(1)).toBeNull();
    expect(blocks.block(1)).toBeNull();
    expect(asked).toEqual([[40, 40]]);
    blocks.arrived(bytesFrom(40, 40), 0);
    expect(blocks.block(1)).toEqual(bytesFrom(40, 40));
    expect([0, 39, 40, 79, 80, 99].map((at) => blocks.blockOf(at))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('drops what was shown long ago, so that a million bytes take no more room than a part of them', () => {
    const asked: number[] = [];
    const blocks = new DraftBlocks({ read: (from) => asked.push(from) });
    for (let at = 0; at < 1_000_000; at += 2000) blocks.grew(bytesFrom(at, 2000), at > 0 ? [at] : []);
    blocks.block(blocks.count - 1);
    expect(asked).toEqual([]);
    blocks.block(3);
    expect(asked).toEqual([6000]);
  });
});

describe('The heights of blocks', () => {
  it('say which are in view, with what was measured and what is guessed', () => {
    const heights = new BlockHeights();
    for (const [block, pixels] of [100, 200, 300].entries()) heights.measure(block, pixels, 100);
    // Beyond those, a byte takes 2 pixels.
    const view = heights.inView(10, () => 100, 350, 900);
    expect(view).toEqual({ first: 2, last: 4, above: 300, below: 1000 });
    expect(heights.top(5, () => 100)).toBe(1000);
  });

  it('always show the last block at the end', () => {
    const heights = new BlockHeights();
    expect(heights.inView(3, () => 100, Infinity, Infinity)).toMatchObject({ first: 2, last: 2, below: 0 });
  });
});
