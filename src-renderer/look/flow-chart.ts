// The chart of the gradient flow: the median as a line, the middle 80 % of the errors as a band, truncation as a mark.
import { LogarithmicScale, Chart } from 'chart.js';
import type { GradientFlow } from '../../src-engine/protocol/inspection';
import { formatQuantity } from '../numbers/format';
import type { ChartTheme } from '../train/chart-theme';
import { baseOptions, createLineChart, type Curve, type LineChart } from '../train/line-chart';

/** Below this share nothing is drawn; a logarithm has no 0. */
const LEAST_SHARE = 1e-8;
const LEAST_POWER = -8;

/** Every second power of ten from 1 down, so that the lines lie evenly. */
const POWERS = Array.from({ length: 1 - LEAST_POWER / 2 }, (_, index) => -2 * index);

const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** 10⁻⁶; nearer to 1 as it is read. */
export function formatPower(power: number): string {
  return power > -3 ? formatQuantity(10 ** power) : `10⁻${RAISED[-power] ?? ''}`;
}

/** Ends where it leaves the picture. */
function untilFloor(shares: readonly number[]): readonly number[] {
  const end = shares.findIndex((share) => share <= LEAST_SHARE);
  return end < 0 ? shares : shares.slice(0, end + 1);
}

const curveOf = (shares: readonly number[]) =>
  shares.map((share, steps) => ({ x: steps, y: Math.max(LEAST_SHARE, share) }));

export function flowData(flow: GradientFlow, truncation: number | null, theme: ChartTheme): Curve[] {
  const plain = { pointRadius: 0, pointHitRadius: 0, borderWidth: 0 };
  const low = { ...plain, label: 'low', data: curveOf(flow.low) };
  const high = { ...plain, label: 'high', data: curveOf(flow.high), fill: 0, backgroundColor: theme.fill };
  const median = {
    ...plain,
    label: 'median',
    data: curveOf(untilFloor(flow.median)),
    borderColor: theme.smooth,
    borderWidth: 2,
  };
  if (truncation === null || truncation >= flow.median.length) return [low, high, median];
  const bottom = Math.max(LEAST_SHARE, Math.min(...flow.low));
  const cut = [bottom, Math.max(1, ...flow.high)].map((y) => ({ x: truncation, y }));
  const mark = {
    ...plain,
    label: 'truncation',
    data: cut,
    borderColor: theme.validation,
    borderWidth: 2,
    borderDash: [4, 4],
  };
  return [low, high, median, mark];
}

export function createFlowChart(canvas: HTMLCanvasElement, curves: Curve[], theme: ChartTheme): LineChart {
  Chart.register(LogarithmicScale);
  const base = baseOptions(theme);
  const title = (text: string) => ({ display: true, text, color: theme.ink, font: { family: theme.font, size: 11 } });
  const ticks = { color: theme.ink, font: { family: theme.font, size: 11 }, autoSkip: false };
  return createLineChart(canvas, curves, {
    ...base,
    scales: {
      x: {
        ...base.scales?.x,
        max: Math.max(1, ...curves.flatMap(({ data }) => data.map(({ x }) => x))),
        title: title('steps back'),
      },
      y: {
        type: 'logarithmic',
        title: title('share of the error left'),
        grid: { color: theme.grid },
        border: { display: false },
        afterBuildTicks: (scale) => {
          scale.ticks = POWERS.map((power) => ({ value: 10 ** power })).filter(
            ({ value }) => value >= scale.min && value <= scale.max,
          );
        },
        ticks: { ...ticks, callback: (value) => formatPower(Math.round(Math.log10(Number(value)))) },
      },
    },
    plugins: {
      tooltip: {
        ...base.plugins?.tooltip,
        filter: ({ dataset }) => dataset.label === 'median',
        callbacks: {
          title: ([item]) => `${item?.parsed.x ?? 0} steps back`,
          label: ({ parsed }) => `${formatQuantity(100 * (parsed.y ?? 0))} % left`,
        },
      },
    },
  });
}
