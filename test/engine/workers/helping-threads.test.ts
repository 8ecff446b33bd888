// As many threads train as make it faster.
import { describe, expect, test } from 'vitest';
import { findHelping } from '../../../src-engine/workers/helping-threads';

/** How many threads do each of `orders`, when an update takes `updateMs`. */
function chosen(most: number, orders: number, updateMs: (threads: number, order: number) => number): number[] {
  const helping = findHelping(most);
  return Array.from({ length: orders }, (_, order) => {
    const threads = helping.choose();
    helping.took(threads, updateMs(threads, order));
    return threads;
  });
}

const share = (threads: number[], of: number) => threads.filter((each) => each === of).length / threads.length;

describe('The threads that help', () => {
  test('are all of them where the work is shared well', () => {
    expect(
      share(
        chosen(8, 1000, (threads) => 1 + 8 / threads),
        8,
      ),
    ).toBeGreaterThan(0.95);
  });

  test('are one where they only wait for one another', () => {
    expect(
      share(
        chosen(2, 1000, (threads) => threads),
        1,
      ),
    ).toBeGreaterThan(0.95);
  });

  test('are found although the computer is busy now and then', () => {
    const busy = (threads: number, order: number) => (order % 3 === 0 ? 10 : 1) * (threads === 4 ? 1 : 2);
    expect(share(chosen(4, 1000, busy), 4)).toBeGreaterThan(0.9);
  });

  test('change when the computer does', () => {
    const all = chosen(2, 2000, (threads, order) => (order < 1000 ? threads : 3 - threads));
    expect(share(all.slice(0, 1000), 1)).toBeGreaterThan(0.9);
    expect(share(all.slice(1500), 2)).toBeGreaterThan(0.9);
  });
});
