// Notices that a text has begun to circle: that its end is the same stretch again and again.
import { createRepeats } from './repeats';

/** Longer circles are not noticed. */
const LONGEST_CIRCLE_BYTES = 1024;
/** A stretch that stands there four times in a row circles … */
const REPEATS = 3;
/** … and no fewer repeated bytes than these: rows of dashes and of spaces are no circles. */
const LEAST_REPEATED_BYTES = 120;

export interface Circling {
  /** The length of the stretch where the byte completes a circle, else 0. It is told once, until the circle has been left. */
  push(byte: number): number;
}

export function createCircling(): Circling {
  const repeats = createRepeats(LONGEST_CIRCLE_BYTES);
  return {
    push(byte) {
      repeats.push(byte);
      const { run, reach } = repeats;
      for (let d = 1; d <= reach; d++) {
        if (run[d] === Math.max(REPEATS * d, LEAST_REPEATED_BYTES)) return d;
      }
      return 0;
    },
  };
}
