// Paints the places of a text that were looked for, without touching what is drawn.
import type { TextSurface } from './text-surface';

const ALL = 'found';
const CURRENT = 'found-current';

/** `at`: the first bytes of the places, in order; those out of view cost nothing. */
export function paintFound(surface: TextSurface, at: number[], bytes: number, current: number): void {
  const ranges = at.flatMap((place) => surface.range(place, bytes) ?? []);
  const present = at[current] === undefined ? null : surface.range(at[current], bytes);
  CSS.highlights.set(ALL, new Highlight(...ranges));
  CSS.highlights.set(CURRENT, new Highlight(...(present ? [present] : [])));
}

export function clearFound(): void {
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}
