// Turns a run's points into what the loss chart draws: every loss faint, smoothed bold, validation as dots.
import type { MetricPoint, ValidationPoint } from '../../src-engine/protocol';
import { formatLossExactly } from '../numbers/format';
import { fromBits, fromNats, lossUnitLabel, type LossUnit } from '../numbers/loss-unit';
import type { ChartTheme } from './chart-theme';
import { baseOptions, type Curve, type CurvePoint, type LineChartOptions } from './line-chart';
import { smooth } from './smoothing';

export interface LossCurves {
  raw: CurvePoint[];
  smoothed: CurvePoint[];
  validation: CurvePoint[];
  /** Index of the least validation loss; -1 without any. */
  best: number;
}

export function bestValidation(validations: ValidationPoint[]): number {
  return validations.reduce(
    (best, point, index) =>
      best < 0 || point.bitsPerByte < (validations[best]?.bitsPerByte ?? Infinity) ? index : best,
    -1,
  );
}

export function lossCurves(
  points: MetricPoint[],
  validations: ValidationPoint[],
  unit: LossUnit,
  smoothing: number,
): LossCurves {
  const losses = points.map((point) => fromNats(point.lossNats, unit));
  const smoothed = smooth(
    points.map((point) => point.update),
    losses,
    smoothing,
  );
  const curve = (values: number[]): CurvePoint[] =>
    points.map((point, index) => ({ x: point.update, y: values[index] ?? NaN }));
  return {
    raw: curve(losses),
    smoothed: curve(smoothed),
    validation: validations.map((point) => ({ x: point.update, y: fromBits(point.bitsPerByte, unit) })),
    best: bestValidation(validations),
  };
}

export function lossDatasets(curves: LossCurves, theme: ChartTheme): Curve[] {
  const isBest = (index: number): boolean => index === curves.best;
  return [
    {
      label: 'Validation',
      data: curves.validation,
      showLine: false,
      pointRadius: ({ dataIndex }) => (isBest(dataIndex) ? 6 : 3),
      pointHoverRadius: 6,
      pointBackgroundColor: ({ dataIndex }) => (isBest(dataIndex) ? theme.surface : theme.validation),
      pointBorderColor: theme.validation,
      pointBorderWidth: ({ dataIndex }) => (isBest(dataIndex) ? 3 : 0),
    },
    { label: 'Smoothed', data: curves.smoothed, borderColor: theme.smooth, borderWidth: 2, pointRadius: 0 },
    { label: 'Loss', data: curves.raw, borderColor: theme.raw, borderWidth: 1, pointRadius: 0 },
  ];
}

export function lossOptions(theme: ChartTheme, unit: LossUnit): LineChartOptions {
  const base = baseOptions(theme);
  return {
    ...base,
    plugins: {
      tooltip: {
        ...base.plugins?.tooltip,
        callbacks: {
          ...base.plugins?.tooltip?.callbacks,
          label: ({ dataset, parsed }) =>
            `${dataset.label ?? ''} ${formatLossExactly(parsed.y ?? NaN)} ${lossUnitLabel(unit)}`,
        },
      },
    },
  };
}
