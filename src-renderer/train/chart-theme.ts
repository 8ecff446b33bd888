// Reads the charts' colours from the style sheet, since a canvas knows no custom properties.

const SERIES = Array.from({ length: 8 }, (_, index) => `--series-${index + 1}`);

export interface ChartTheme {
  raw: string;
  smooth: string;
  validation: string;
  grid: string;
  ink: string;
  /** For a title. */
  strong: string;
  fill: string;
  /** The system's colours are in force. */
  isForced: boolean;
  surface: string;
  font: string;
  /** Those that runs have. */
  series: string[];
}

export function readChartTheme(): ChartTheme {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    raw: read('--chart-raw'),
    smooth: read('--chart-smooth'),
    validation: read('--chart-validation'),
    grid: read('--chart-grid'),
    ink: read('--chart-ink'),
    strong: read('--ink'),
    fill: read('--chart-fill'),
    isForced: matchMedia('(forced-colors: active)').matches,
    surface: read('--surface'),
    font: read('--font'),
    series: SERIES.map((name) => read(name)),
  };
}

/** A run's own colour, the same in the list and in every chart. */
export const seriesColour = ({ series, ink }: ChartTheme, { colour }: { colour: number }): string =>
  series[colour % series.length] ?? ink;

/** `share` of a colour; one of the system's has no shares. */
const faint = (colour: string, share: number): string =>
  colour.startsWith('#')
    ? `${colour}${Math.round(255 * share)
        .toString(16)
        .padStart(2, '0')}`
    : colour;

/** The theme with the run's own colour; with the system's few colours the lines differ in their width alone. */
export function ownTheme(theme: ChartTheme, run: { colour: number }): ChartTheme {
  if (theme.isForced) return theme;
  const smooth = seriesColour(theme, run);
  return { ...theme, raw: faint(smooth, 0.3), smooth, fill: faint(smooth, 0.1), validation: theme.strong };
}

/** Calls back after each change between light and dark; answers with the function that ends it. */
export function onThemeChange(changed: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
