// Makes the line charts out of only those pieces of Chart.js that they need.
import {
  Chart,
  Filler,
  LinearScale,
  LogarithmicScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartDataset,
  type ChartOptions,
  type Plugin,
} from 'chart.js';
import { freePixels } from '../drawing/free-pixels';
import { formatCompact, formatCount } from '../numbers/format';
import type { ChartTheme } from './chart-theme';

export interface CurvePoint {
  x: number;
  y: number;
}

export type LineChart = Chart<'line', CurvePoint[]>;
export type Curve = ChartDataset<'line', CurvePoint[]>;
export type LineChartOptions = ChartOptions<'line'>;

/** What every line chart shares: no animation, data as it is drawn, a linear x axis of updates. */
export function baseOptions(theme: ChartTheme): LineChartOptions {
  // Round ones only: where the axis begins and ends is seldom round.
  const ticks = { color: theme.ink, font: { family: theme.font, size: 11 }, maxRotation: 0, includeBounds: false };
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    parsing: false,
    normalized: true,
    interaction: { mode: 'nearest', axis: 'x', intersect: false },
    scales: {
      x: {
        type: 'linear',
        min: 0,
        grid: { color: theme.grid },
        border: { display: false },
        ticks: { ...ticks, maxTicksLimit: 7, callback: (value) => formatCompact(Number(value)) },
      },
      y: {
        type: 'linear',
        grid: { color: theme.grid },
        border: { display: false },
        ticks: { ...ticks, maxTicksLimit: 6 },
      },
    },
    plugins: {
      tooltip: {
        displayColors: false,
        titleFont: { family: theme.font, size: 12 },
        bodyFont: { family: theme.font, size: 12 },
        callbacks: { title: ([item]) => (item ? `Update ${formatCount(item.parsed.x ?? 0)}` : '') },
      },
    },
  };
}

export function createLineChart(
  canvas: HTMLCanvasElement,
  datasets: Curve[],
  options: LineChartOptions,
  plugins: Plugin<'line'>[] = [],
): LineChart {
  Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale, Tooltip, Filler);
  return new Chart<'line', CurvePoint[]>(canvas, { type: 'line', data: { datasets }, options, plugins });
}

/** With the pixels that it drew. */
export function removeChart(chart: LineChart | null): void {
  const canvas = chart?.canvas;
  chart?.destroy();
  if (canvas) freePixels(canvas);
}
