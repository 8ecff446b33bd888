// Tests the bars of the byte histogram.
import { describe, expect, it } from 'vitest';
import { histogramBars, histogramPath } from '../../../src-renderer/text/histogram-bars';

describe('The byte histogram', () => {
  const counts = Array.from({ length: 256 }, () => 0);
  counts[32] = 1_000_000;
  counts[200] = 1;

  it('shows a rare byte too, and nothing for one that never occurs', () => {
    const bars = histogramBars(counts);
    expect(bars[32]?.height).toBe(1);
    expect(bars[200]?.height).toBeGreaterThan(0);
    expect(bars[0]?.height).toBe(0);
  });

  it('draws one stroke a byte that occurs', () => {
    expect(histogramPath(counts, 48).match(/M/g)).toHaveLength(2);
  });
});
