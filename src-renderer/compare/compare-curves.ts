// Turns several runs' curves into what their chart draws: a colour each, smoothed bold, as it was faint, validation as dots.
import type { Curve } from '../train/line-chart';
import type { LossCurves } from '../train/loss-curves';

/** Beside its colour each run has a dash of its own, for those who cannot tell colours apart. */
const DASHES = [[], [7, 3], [2, 3], [9, 3, 2, 3]];
const FAINT = '40';

export const dashOf = (place: number): number[] => DASHES[place % DASHES.length] ?? [];

export interface NamedCurves {
  name: string;
  place: number;
  curves: LossCurves;
}

export function comparedDatasets(runs: readonly NamedCurves[], colours: readonly string[]): Curve[] {
  const colourOf = (place: number): string => colours[place % colours.length] ?? '#888888';
  const smoothed = runs.map(({ name, place, curves }): Curve => {
    const borderColor = colourOf(place);
    return {
      label: name,
      data: curves.smoothed,
      borderColor,
      borderDash: dashOf(place),
      borderWidth: 2,
      pointRadius: 0,
    };
  });
  const validations = runs.map(({ name, place, curves }): Curve => {
    const colour = colourOf(place);
    const points = { showLine: false, pointRadius: 2.5, pointBackgroundColor: colour, pointBorderWidth: 0 };
    return { label: `${name}, validation`, data: curves.validation, ...points };
  });
  const raw = runs.map(({ name, place, curves }): Curve => {
    const borderColor = `${colourOf(place)}${FAINT}`;
    return { label: `${name}, loss`, data: curves.raw, borderColor, borderWidth: 1, pointRadius: 0 };
  });
  return [...smoothed, ...validations, ...raw];
}
