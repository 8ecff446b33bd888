// Turns a run's points into what the loss chart draws: every loss faint, smoothed bold, validation as dots.
import type { MetricPoint, ValidationPoint } from '../../src-engine/protocol/messages';
import { fromBits, fromNats, type LossUnit } from '../numbers/loss-unit';
import type { ChartTheme } from './chart-theme';
import type { Curve, CurvePoint } from './line-chart';
import { smooth } from './smoothing';
import { xOf, type XAxis } from './x-axis';

export interface LossCurves {
  raw: CurvePoint[];
  smoothed: CurvePoint[];
  validation: CurvePoint[];
  /** Index of the least validation loss; -1 without any. */
  best: number;
}

export interface LossLook {
  unit: LossUnit;
  axis: XAxis;
  smoothing: number;
}

export function bestValidation(validations: ValidationPoint[]): number {
  return validations.reduce(
    (best, point, index) =>
      best < 0 || point.bitsPerByte < (validations[best]?.bitsPerByte ?? Infinity) ? index : best,
    -1,
  );
}

export function lossCurves(points: MetricPoint[], validations: ValidationPoint[], look: LossLook): LossCurves {
  const { unit, axis, smoothing } = look;
  const xs = points.map((point) => xOf(point, axis));
  const smoothed = smooth(
    xs,
    points.map((point) => point.lossNats),
    smoothing,
  );
  const curve = (nats: (index: number) => number): CurvePoint[] =>
    xs.map((x, index) => ({ x, y: fromNats(nats(index), unit) }));
  return {
    raw: curve((index) => points[index]?.lossNats ?? NaN),
    smoothed: curve((index) => smoothed[index] ?? NaN),
    validation: validations.map((point) => ({ x: xOf(point, axis), y: fromBits(point.bitsPerByte, unit) })),
    best: bestValidation(validations),
  };
}

export function lossDatasets(curves: LossCurves, theme: ChartTheme): Curve[] {
  const isBest = (index: number): boolean => index === curves.best;
  return [
    {
      label: 'Validation',
      // A point at the edge is drawn whole.
      clip: 10,
      data: curves.validation,
      showLine: false,
      pointRadius: ({ dataIndex }) => (isBest(dataIndex) ? 6 : 4),
      pointHoverRadius: 6,
      pointBackgroundColor: ({ dataIndex }) => (isBest(dataIndex) ? theme.surface : theme.validation),
      // A ring of the ground keeps a dot apart from a dark curve.
      pointBorderColor: ({ dataIndex }) => (isBest(dataIndex) ? theme.validation : theme.surface),
      pointBorderWidth: ({ dataIndex }) => (isBest(dataIndex) ? 3 : 1.5),
    },
    { label: 'Smoothed', data: curves.smoothed, borderColor: theme.smooth, borderWidth: 2, pointRadius: 0 },
    {
      label: 'Loss',
      data: curves.raw,
      borderColor: theme.raw,
      borderWidth: 1,
      // One point alone makes no line.
      pointRadius: curves.raw.length === 1 ? 3 : 0,
      pointBackgroundColor: theme.smooth,
    },
  ];
}
