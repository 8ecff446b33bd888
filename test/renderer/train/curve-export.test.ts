// Tests the files and words that a chart can be had as.
import { describe, expect, it } from 'vitest';
import { curveCsv } from '../../../src-renderer/train/curve-export';
import { withFiner } from '../../../src-renderer/train/finer-points.svelte';
import { lossInWords, rowsOf } from '../../../src-renderer/train/loss-words';

const point = (update: number, lossNats = 1) => ({
  update,
  bytes: 64 * update,
  elapsedMs: 10 * update,
  lossNats,
  leastLossNats: lossNats,
  greatestLossNats: lossNats,
  gradientNorm: 1,
  learningRate: 0.002,
  bytesPerSecond: 1000,
});
const validation = { update: 2, bytes: 128, elapsedMs: 20, bitsPerByte: 3.5 };

describe('A curve as a table', () => {
  it('has a row a point and a row a validation, in the order of updates', () => {
    const rows = curveCsv([point(1), point(3)], [validation])
      .trim()
      .split('\r\n');
    expect(rows.length).toBe(4);
    expect(rows[1]).toBe('1,64,10,1,1,1,1,0.002,1000,');
    expect(rows[2]).toBe('2,128,20,,,,,,,3.5');
  });
});

describe('A curve in words', () => {
  it('says where it began, where it is, its best and its notes', () => {
    const figures = {
      points: [point(1, 5 * Math.LN2), point(9, 2 * Math.LN2)],
      validations: [validation],
      notes: [{ update: 4, text: 'Resumed' }],
    };
    const words = lossInWords(figures, 'bits');
    for (const part of [
      'started at 5.00',
      'is 2.00 bits/byte at update 9',
      '3.50 at update 2',
      'Resumed at update 4',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('as a table keeps the last row and not too many', () => {
    const rows = rowsOf(
      Array.from({ length: 1000 }, (_, index) => point(index + 1)),
      16,
    );
    expect(rows.length).toBeLessThanOrEqual(16);
    expect(rows.at(-1)!.update).toBe(1000);
  });
});

describe('Finer points', () => {
  it('take the place of the coarse ones in their stretch', () => {
    const coarse = [10, 20, 30, 40].map((update) => point(update));
    const finer = [18, 19, 20, 21, 22].map((update) => point(update));
    expect(withFiner(coarse, finer).map(({ update }) => update)).toEqual([10, 18, 19, 20, 21, 22, 30, 40]);
    expect(withFiner(coarse, [])).toBe(coarse);
  });
});
