// Tests what the loss chart is given to draw.
import { describe, expect, it } from 'vitest';
import type { ChartTheme } from '../../../src-renderer/train/chart-theme';
import { CurveBuffer, MOST_POINTS } from '../../../src-renderer/train/curve-buffer';
import { bestValidation, lossCurves, lossDatasets } from '../../../src-renderer/train/loss-curves';
import { lossInWords } from '../../../src-renderer/train/loss-words';

const validation = (update: number, bitsPerByte: number) => ({ update, bytes: update, elapsedMs: update, bitsPerByte });

const LOOK = { unit: 'nats', axis: 'updates', smoothing: 0.9 } as const;
const point = (update: number, lossNats: number) => ({
  ...{ update, bytes: update, elapsedMs: update, lossNats, leastLossNats: lossNats, greatestLossNats: lossNats },
  ...{ gradientNorm: 1, learningRate: 0.1, bytesPerSecond: 1 },
});
const words = (curve: CurveBuffer) => lossInWords({ points: curve.points(), validations: [], notes: [] }, 'nats');

describe('The curves of the loss chart', () => {
  it('mark the least validation loss', () => {
    expect(bestValidation([validation(1, 3), validation(2, 2), validation(3, 2.5)])).toBe(1);
    expect(bestValidation([])).toBe(-1);
  });

  it('turn validation, which is counted in bits, into nats', () => {
    const { validation: points } = lossCurves([], [validation(7, 2)], {
      unit: 'nats',
      axis: 'updates',
      smoothing: 0.9,
    });
    expect(points).toEqual([{ x: 7, y: 2 * Math.LN2 }]);
  });

  it('show the first update alone as a point, since it makes no line yet', () => {
    const radius = (points: number) => {
      const metrics = Array.from({ length: points }, (_, index) => point(index + 1, 5));
      const datasets = lossDatasets(lossCurves(metrics, [], LOOK), {} as ChartTheme);
      return datasets.find(({ label }) => label === 'Loss')!.pointRadius;
    };
    expect(radius(1)).toBeGreaterThan(0);
    expect(radius(2)).toBe(0);
  });
});

describe('The loss chart in words', () => {
  it('says where the loss started, the same however much the curve is thinned', () => {
    const curve = new CurveBuffer();
    const started = () => /The loss started at [\d.,]+/.exec(words(curve))![0];
    curve.append(point(1, 5.5));
    const first = started();
    for (let update = 2; update <= 3 * MOST_POINTS; update++) curve.append(point(update, 5.4 / Math.sqrt(update)));
    expect(curve.recordsPerPoint).toBeGreaterThan(1);
    expect(started()).toBe(first);
  });
});
