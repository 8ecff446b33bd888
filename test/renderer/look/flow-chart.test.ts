// Tests what the chart of the gradient flow is given to draw.
import { expect, it } from 'vitest';
import type { ChartTheme } from '../../../src-renderer/train/chart-theme';
import { flowData, formatPower } from '../../../src-renderer/look/flow-chart';

it('the median ends where nothing of the error is left, instead of running along the floor', () => {
  const shares = [1, 1e-3, 1e-7, 1e-9, 1e-12, 0];
  const curves = flowData({ median: shares, low: shares, high: shares }, null, {} as ChartTheme);
  const median = curves.find(({ label }) => label === 'median')!;
  expect(median.data.map(({ y }) => y)).toEqual([1, 1e-3, 1e-7, 1e-8]);
});

it('powers of ten are written as people read them', () => {
  expect([0, -2, -4, -8].map(formatPower)).toEqual(['1', '0.01', '10⁻⁴', '10⁻⁸']);
});
