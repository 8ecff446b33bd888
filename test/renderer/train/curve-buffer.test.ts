// Tests that a curve stays drawable and honest however long a run trains.
import { describe, expect, it } from 'vitest';
import type { MetricPoint } from '../../../src-engine/protocol/messages';
import { CurveBuffer, MOST_POINTS } from '../../../src-renderer/train/curve-buffer';

function point(update: number, lossNats = 1): MetricPoint {
  return {
    update,
    bytes: update * 64,
    elapsedMs: update * 10,
    lossNats,
    leastLossNats: lossNats - 0.5,
    greatestLossNats: lossNats + 0.5,
    gradientNorm: 1,
    learningRate: 0.002,
    bytesPerSecond: 1000,
  };
}

describe('A curve buffer', () => {
  it('gives back what few points it was given', () => {
    const buffer = new CurveBuffer();
    buffer.append(point(1, 3));
    buffer.append(point(2, 2));
    expect(buffer.points().map((kept) => kept.lossNats)).toEqual([3, 2]);
  });

  it('never holds more points than can be drawn, nor fewer than half of them', () => {
    const buffer = new CurveBuffer();
    for (let update = 1; update <= 50_000; update++) {
      buffer.append(point(update));
      expect(buffer.length).toBeLessThanOrEqual(MOST_POINTS);
    }
    expect(buffer.length).toBeGreaterThan(MOST_POINTS / 2);
    expect(buffer.points().at(-1)?.update).toBe(50_000);
  });

  it('keeps the mean of all losses and their extremes when it thins', () => {
    const buffer = new CurveBuffer();
    const count = MOST_POINTS * 4;
    for (let update = 1; update <= count; update++) buffer.append(point(update, update === 777 ? 9 : update % 2));
    const points = buffer.points();
    const mean = points.reduce((sum, kept) => sum + kept.lossNats, 0) / points.length;
    expect(mean).toBeCloseTo((count / 2 + 8) / count, 2);
    expect(Math.max(...points.map((kept) => kept.greatestLossNats))).toBe(9.5);
    expect(Math.min(...points.map((kept) => kept.leastLossNats))).toBe(-0.5);
  });

  it('keeps the updates rising', () => {
    const buffer = new CurveBuffer();
    for (let update = 1; update <= 10_000; update++) buffer.append(point(update));
    const updates = buffer.points().map((kept) => kept.update);
    expect(updates).toEqual([...new Set(updates)].toSorted((a, b) => a - b));
  });

  it('is cut where a run continues from a checkpoint before its end', () => {
    const buffer = new CurveBuffer();
    for (let update = 1; update <= 100; update++) buffer.append(point(update, 1));
    buffer.append(point(51, 7));
    expect(buffer.length).toBe(51);
    expect(buffer.points().at(-1)?.lossNats).toBe(7);
  });
});
