// Paints the places of a text that were looked for, without touching what is drawn.
import type { TextSurface } from './text-surface';

const ALL = 'found';
const CURRENT = 'found-current';

/** `at` and `lengths`: the places, in order; those out of view cost nothing. */
export function paintFound(surface: TextSurface, at: number[], lengths: number[], current: number): void {
  const rangesOf = (index: number): Range[] => {
    const place = at[index];
    return place === undefined ? [] : surface.ranges(place, lengths[index] ?? 1);
  };
  CSS.highlights.set(ALL, new Highlight(...at.flatMap((_, index) => rangesOf(index))));
  CSS.highlights.set(CURRENT, new Highlight(...rangesOf(current)));
}

export function clearFound(): void {
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}
