// Passes over an element with all that is in it, and counts the hidden characters among it.
import type { LeftOut, Thing } from './left-out';

export interface Skipping {
  /** True where this element is passed over: from here on, or within one that is. */
  opened(isSkipped: boolean, thing?: Thing): boolean;
  /** True where it was passed over. */
  closed(): boolean;
  /** True where the text is. */
  text(text: string): boolean;
}

const charactersIn = (text: string) => text.replace(/\s+/g, '').length;

/** `hidden` is counted in characters, everything else once an element. */
export function createSkipping(leftOut: LeftOut): Skipping {
  let depth = 0;
  let isHidden = false;
  return {
    opened(isSkipped, thing) {
      if (depth > 0) depth += 1;
      else if (isSkipped) {
        depth = 1;
        isHidden = thing === 'hidden';
        if (thing !== undefined && !isHidden) leftOut.add(thing);
      }
      return depth > 0;
    },
    closed() {
      if (depth === 0) return false;
      depth -= 1;
      return true;
    },
    text(text) {
      if (depth > 0 && isHidden) leftOut.add('hidden', charactersIn(text));
      return depth > 0;
    },
  };
}
