// How a chart of losses is drawn now: its axes, their visible part, and its tooltips.
import { formatLossExactly } from '../numbers/format';
import { lossUnitLabel, type LossUnit } from '../numbers/loss-unit';
import type { Range } from './chart-range';
import type { ChartTheme } from './chart-theme';
import { baseOptions, type LineChartOptions } from './line-chart';
import { formatPlace, formatTick, timeTicks, type XAxis } from './x-axis';

const MOST_X_TICKS = 7;

export interface ChartLook {
  unit: LossUnit;
  axis: XAxis;
  isLogX: boolean;
  isLogY: boolean;
  range: Range;
  /** The losses that are shown; null for all. */
  losses: Range | null;
  /** Room to the right of the plot, for the labels at the curves' ends. */
  labelPx: number;
}

/** A logarithmic axis labels each power of ten, and between them what there is room for. */
export function lossOptions(
  theme: ChartTheme,
  { unit, axis, isLogX, isLogY, range, losses, labelPx }: ChartLook,
): LineChartOptions {
  const base = baseOptions(theme);
  const x = base.scales?.x;
  const y = base.scales?.y;
  const isTimed = axis === 'time' && !isLogX;
  return {
    ...base,
    layout: { padding: { top: 8, right: labelPx } },
    scales: {
      x: {
        ...x,
        type: isLogX ? 'logarithmic' : 'linear',
        min: range.from,
        max: range.to,
        ...(isTimed
          ? { afterBuildTicks: (scale) => (scale.ticks = timeTicks(range.from, range.to, MOST_X_TICKS)) }
          : {}),
        ticks: {
          ...x?.ticks,
          maxTicksLimit: MOST_X_TICKS,
          callback: (value) => formatTick(Number(value), axis),
        },
      } as NonNullable<LineChartOptions['scales']>[string],
      y: {
        ...y,
        type: isLogY ? 'logarithmic' : 'linear',
        ...(losses ? { min: losses.from, max: losses.to } : {}),
      } as NonNullable<LineChartOptions['scales']>[string],
    },
    plugins: {
      tooltip: {
        ...base.plugins?.tooltip,
        callbacks: {
          title: ([item]) => (item ? formatPlace(item.parsed.x ?? 0, axis) : ''),
          label: ({ dataset, parsed }) =>
            `${dataset.label ?? ''} ${formatLossExactly(parsed.y ?? NaN)} ${lossUnitLabel(unit)}`,
        },
      },
    },
  };
}
