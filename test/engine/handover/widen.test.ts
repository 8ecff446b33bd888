// A wider network computes what the narrower one did, and its copies of a unit differ in what they give.
import { expect, test } from 'vitest';
import { widened } from '../../../src-engine/handover/widen';
import { initialWeights } from '../../../src-engine/model/initialise';
import type { Weights } from '../../../src-engine/model/weights';
import { exampleText } from '../built-engine';

/** The logits after each byte, in float64. */
function logitsOf({ hiddenSize: H, Wxh, Whh, Who }: Weights, text: Uint8Array): number[][] {
  let state = new Array<number>(H).fill(0);
  return Array.from(text, (byte) => {
    state = state.map((_, unit) => {
      const past = state.reduce((sum, s, from) => sum + s * (Whh[from * H + unit] ?? NaN), 0);
      return Math.tanh((Wxh[byte * H + unit] ?? NaN) + past);
    });
    return Array.from({ length: 256 }, (__, value) =>
      state.reduce((sum, s, from) => sum + s * (Who[from * 256 + value] ?? NaN), 0),
    );
  });
}

test.each([8, 11, 13, 24])('with %i units instead of 8 it gives the same logits', (wider) => {
  const old = initialWeights(8, 3, 'orthogonal');
  const text = exampleText(40);
  const wide = widened(old, wider, 5);
  expect([wide.hiddenSize, wide.Wxh.length, wide.Whh.length, wide.Who.length]).toEqual([
    wider,
    256 * wider,
    wider * wider,
    wider * 256,
  ]);
  const [before, after] = [logitsOf(old, text), logitsOf(wide, text)].map((rows) => rows.flat());
  const gaps = (before ?? []).map((logit, at) => Math.abs(logit - (after?.[at] ?? NaN)));
  expect(Math.max(...gaps)).toBeLessThan(1e-6);
});

test('the copies of a unit share what it gives unevenly, for each target in another way', () => {
  const old = initialWeights(8, 3, 'uniform');
  const { Who } = widened(old, 16, 5);
  const shares = Array.from({ length: 256 }, (_, value) => (Who[value] ?? 0) / (old.Who[value] ?? 1));
  expect(new Set(shares.map((share) => share.toFixed(4))).size).toBeGreaterThan(200);
  for (const share of shares) {
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  }
});
