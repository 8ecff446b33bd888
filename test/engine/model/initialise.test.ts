import { describe, expect, test } from 'vitest';
import { initialWeights } from '../../../src-engine/model/initialise';

describe.each([1, 2, 13, 64])('the initial weights of a network with H = %i', (H) => {
  test('are uniform in ±1/√H', () => {
    const { Wxh, Whh, Who } = initialWeights(H, 3, 'uniform');
    const bound = Math.fround(1 / Math.sqrt(H));
    for (const matrix of [Wxh, Whh, Who]) expect(Math.max(...matrix.map(Math.abs))).toBeLessThanOrEqual(bound);
    // Of hundreds of numbers some come near the bound, on both sides.
    for (const matrix of [Wxh, Who]) {
      expect(Math.max(...matrix)).toBeGreaterThan(0.9 * bound);
      expect(Math.min(...matrix)).toBeLessThan(-0.9 * bound);
    }
    expect([Wxh.length, Whh.length, Who.length]).toEqual([256 * H, H * H, H * 256]);
  });

  test('have an orthogonal Whh: its rows have length 1 and stand at right angles', () => {
    const { Whh } = initialWeights(H, 3, 'orthogonal');
    for (let a = 0; a < H; a++) {
      for (let b = 0; b <= a; b++) {
        let dot = 0;
        for (let column = 0; column < H; column++) dot += Whh[a * H + column]! * Whh[b * H + column]!;
        expect(Math.abs(dot - (a === b ? 1 : 0))).toBeLessThan(1e-5);
      }
    }
  });

  test('are the same for one seed and others for another', () => {
    expect(initialWeights(H, 3, 'orthogonal')).toEqual(initialWeights(H, 3, 'orthogonal'));
    expect(initialWeights(H, 4, 'uniform').Wxh).not.toEqual(initialWeights(H, 3, 'uniform').Wxh);
  });
});

test('a random rotation is spread over the whole matrix: no element is far larger than 1/√H', () => {
  const { Whh } = initialWeights(128, 1, 'orthogonal');
  expect(Math.max(...Whh.map(Math.abs))).toBeLessThan(6 / Math.sqrt(128));
});
