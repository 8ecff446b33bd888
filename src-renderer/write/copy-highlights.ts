// Underlines what is copied, without touching what is drawn; of several drafts side by side each adds its own.
import type { CopiedStretch } from '../../src-engine/protocol/copies';
import type { TextSurface } from './text-surface';

const ALL = 'copied';
const CURRENT = 'copied-current';

function highlight(name: string): Highlight {
  const found = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, found);
  return found;
}

/** Those out of view cost nothing; returns what takes the marks away again. */
export function markCopies(surface: TextSurface, copies: readonly CopiedStretch[], current: number): () => void {
  const [all, one] = [highlight(ALL), highlight(CURRENT)];
  const rangesOf = ({ from, bytes }: CopiedStretch): Range[] => surface.ranges(from, bytes);
  const ranges = copies.flatMap(rangesOf);
  const present = copies[current] ? rangesOf(copies[current]) : [];
  for (const range of ranges) all.add(range);
  for (const range of present) one.add(range);
  return () => {
    for (const range of ranges) all.delete(range);
    for (const range of present) one.delete(range);
  };
}
