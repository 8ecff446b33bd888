// Turns 256 counts into bars that show the rare bytes too.

export interface HistogramBar {
  byte: number;
  /** 0 to 1, logarithmic; 0 only for a byte that never occurs. */
  height: number;
}

const LEAST_HEIGHT = 0.04;

export function histogramBars(counts: number[]): HistogramBar[] {
  const most = Math.log1p(Math.max(1, ...counts));
  return counts.map((count, byte) => ({
    byte,
    height: count === 0 ? 0 : Math.max(LEAST_HEIGHT, Math.log1p(count) / most),
  }));
}

/** All bars as one SVG path over 256 × height. */
export function histogramPath(counts: number[], height: number): string {
  return histogramBars(counts)
    .filter((bar) => bar.height > 0)
    .map((bar) => `M${bar.byte + 0.5} ${height}V${(height * (1 - bar.height)).toFixed(2)}`)
    .join('');
}
