import { expect, test } from 'vitest';
import { bestUnit, rankUnits } from '../../../src-renderer/look/unit-ranking';
import { flowInWords, stepsUntil } from '../../../src-renderer/look/flow-summary';

test('units are ranked by the size of their correlation, up or down, equals by number', () => {
  const scores = Float32Array.of(0.25, -0.75, 0, 0.75, 0.5);
  expect(rankUnits(scores).map(({ unit }) => unit)).toEqual([1, 3, 4, 0, 2]);
  expect(bestUnit(scores)).toBe(1);
  expect(bestUnit(null)).toBeNull();
});

const flow = { median: [1, 0.6, 0.3, 0.05, 0.001], low: [1, 0, 0, 0, 0], high: [1, 1, 1, 1, 1] };

test('the flow is described by the first steps at which half, a tenth and a hundredth are left', () => {
  expect([0.5, 0.1, 0.01, 0.0001].map((share) => stepsUntil(flow, share))).toEqual([2, 3, 4, null]);
  expect(flowInWords(flow, 3)).toMatch(/after 2 steps half of it is gone, after 3 steps 90 %/);
  expect(flowInWords(flow, 3)).toMatch(
    /Truncation after 3 steps, the dashed line, cuts it off where 5 % of it is left/,
  );
});

test('an error that does not fade is described as such', () => {
  const steady = { median: [1, 1.5, 2], low: [1, 1, 1], high: [1, 2, 3] };
  expect(flowInWords(steady, null)).toMatch(/flows back through all 2 steps that were followed; 200 % of it is left/);
});
