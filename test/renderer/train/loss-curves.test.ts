// Tests what the loss chart is given to draw.
import { describe, expect, it } from 'vitest';
import { bestValidation, lossCurves } from '../../../src-renderer/train/loss-curves';

const validation = (update: number, bitsPerByte: number) => ({ update, bytes: update, elapsedMs: update, bitsPerByte });

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
});
