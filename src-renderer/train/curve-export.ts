// A run's curve as a file: comma-separated for a spreadsheet, JSON for a program. Numbers are written as programs read them.
import type { MetricPoint, SettingChange, ValidationPoint } from '../../src-engine/protocol/messages';

const COLUMNS = {
  update: 'update',
  bytes: 'bytes',
  elapsedMs: 'training_ms',
  lossNats: 'loss_nats',
  leastLossNats: 'least_loss_nats',
  greatestLossNats: 'greatest_loss_nats',
  gradientNorm: 'gradient_norm',
  learningRate: 'learning_rate',
  bytesPerSecond: 'bytes_per_second',
} as const satisfies Record<keyof MetricPoint, string>;

type Name = keyof MetricPoint;
const NAMES = Object.keys(COLUMNS) as Name[];

/** A row a point and a row a validation, in the order of their updates; what a row does not have is left empty. */
export function curveCsv(points: readonly MetricPoint[], validations: readonly ValidationPoint[]): string {
  const rows = [
    ...points.map((point) => ({ update: point.update, cells: [...NAMES.map((name) => String(point[name])), ''] })),
    ...validations.map((point) => ({
      update: point.update,
      cells: [
        ...NAMES.map((name) => (name in point ? String(point[name as 'update' | 'bytes' | 'elapsedMs']) : '')),
        String(point.bitsPerByte),
      ],
    })),
  ].sort((a, b) => a.update - b.update);
  const header = [...NAMES.map((name) => COLUMNS[name]), 'validation_bits_per_byte'];
  return [header, ...rows.map(({ cells }) => cells)].map((cells) => `${cells.join(',')}\r\n`).join('');
}

export function curveJson(
  run: { name: string; textName: string; settings: Record<string, number | string> },
  curve: {
    metrics: readonly MetricPoint[];
    validations: readonly ValidationPoint[];
    changes: readonly SettingChange[];
  },
): string {
  const { name, textName, settings } = run;
  return `${JSON.stringify({ name, text: textName, settings, ...curve }, null, 2)}\n`;
}
