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
  surface: string;
  font: string;
  /** For runs that are compared. */
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
    surface: read('--surface'),
    font: read('--font'),
    series: SERIES.map((name) => read(name)),
  };
}

/** Calls back after each change between light and dark; answers with the function that ends it. */
export function onThemeChange(changed: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
