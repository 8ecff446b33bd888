// Tests that units which do the same come to stand together.
import { describe, expect, it } from 'vitest';
import { orderByLikeness } from '../../../src-renderer/look/likeness';

describe('The order by likeness', () => {
  it('puts units that follow the same thing beside each other, each once', () => {
    const units = 6;
    const activations = new Float32Array(units * 50);
    for (let byte = 0; byte < 50; byte += 1) {
      for (let unit = 0; unit < units; unit += 1) {
        activations[byte * units + unit] =
          Math.sin(byte * (unit % 3 === 0 ? 0.3 : unit % 3 === 1 ? 1.1 : 2.3)) / (1 + unit);
      }
    }
    const order = orderByLikeness(activations, units);
    expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(order.slice(0, 2)).toEqual([0, 3]);
    for (let at = 0; at < 6; at += 2) expect(order[at]! % 3).toBe(order[at + 1]! % 3);
  });

  it('begins with the unit that is asked for', () => {
    expect(orderByLikeness(new Float32Array(12), 4, 2)[0]).toBe(2);
    expect(orderByLikeness(new Float32Array(), 0)).toEqual([]);
  });
});
