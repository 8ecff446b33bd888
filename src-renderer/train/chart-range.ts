// The arithmetic of zooming and panning: which stretch of the x axis is seen.

export interface Range {
  from: number;
  to: number;
}

/** Nobody can see more in less. */
const LEAST_SHARE = 1e-6;

export interface Scale {
  /** All there is. */
  extent: Range;
  isLogarithmic: boolean;
}

/** A logarithmic axis is an even one over logarithms. */
const even = (x: number, isLogarithmic: boolean): number => (isLogarithmic ? Math.log(x) : x);
const uneven = (x: number, isLogarithmic: boolean): number => (isLogarithmic ? Math.exp(x) : x);
const evenly = ({ from, to }: Range, isLogarithmic: boolean): Range => ({
  from: even(from, isLogarithmic),
  to: even(to, isLogarithmic),
});

/** Moves a range of this width to where it begins, inside of what there is; null when it would show everything. */
function place(from: number, width: number, { extent, isLogarithmic }: Scale): Range | null {
  const all = evenly(extent, isLogarithmic);
  if (width >= (all.to - all.from) * (1 - 1e-9)) return null;
  const begin = Math.min(Math.max(from, all.from), all.to - width);
  return { from: uneven(begin, isLogarithmic), to: uneven(begin + width, isLogarithmic) };
}

/** `factor` below 1 shows less; what lies at `share` (0 left … 1 right) stays where it is. Null: everything. */
export function zoomed(range: Range, factor: number, share: number, scale: Scale): Range | null {
  const { from, to } = evenly(range, scale.isLogarithmic);
  const all = evenly(scale.extent, scale.isLogarithmic);
  const width = Math.max((to - from) * factor, (all.to - all.from) * LEAST_SHARE);
  return place(from + share * (to - from - width), width, scale);
}

/** By a share of what is seen, to the right where it is positive. */
export function panned(range: Range, share: number, scale: Scale): Range | null {
  const { from, to } = evenly(range, scale.isLogarithmic);
  return place(from + share * (to - from), to - from, scale);
}

/** The same width, at the end of what there is. */
export const atTheEnd = (range: Range, scale: Scale): Range | null => panned(range, 1e12, scale);
