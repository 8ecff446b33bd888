// Turns several runs' curves into what their chart draws: a colour each, smoothed bold, as it was faint, validation as dots.
import type { Curve } from '../train/line-chart';
import type { LossCurves } from '../train/loss-curves';

/** Beside its colour each run has a dash of its own, for those who cannot tell colours apart, and for runs of one colour. */
const DASHES = [[], [7, 3], [2, 3], [9, 3, 2, 3], [14, 4], [5, 5], [12, 3, 4, 3], [2, 2, 6, 2]];
const FAINT = '40';

export const dashOf = (place: number): number[] => DASHES[place % DASHES.length] ?? [];

export interface NamedCurves {
  name: string;
  place: number;
  /** As the style sheet has it. */
  colour: string;
  curves: LossCurves;
}

export function comparedDatasets(runs: readonly NamedCurves[]): Curve[] {
  const smoothed = runs.map(({ name, place, colour, curves }): Curve => {
    const borderColor = colour;
    return {
      label: name,
      data: curves.smoothed,
      borderColor,
      borderDash: dashOf(place),
      borderWidth: 2,
      pointRadius: 0,
    };
  });
  const validations = runs.map(({ name, colour, curves }): Curve => {
    const points = { showLine: false, pointRadius: 2.5, pointBackgroundColor: colour, pointBorderWidth: 0 };
    return { label: `${name}, validation`, data: curves.validation, ...points };
  });
  const raw = runs.map(({ name, colour, curves }): Curve => {
    const borderColor = `${colour}${FAINT}`;
    return { label: `${name}, loss`, data: curves.raw, borderColor, borderWidth: 1, pointRadius: 0 };
  });
  return [...smoothed, ...validations, ...raw];
}
