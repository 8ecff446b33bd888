// Knows, for every distance back, how much of a text's end also stands that far before: what the penalty on repeats and the notice of
// circling are made of.

export interface Repeats {
  /** run[d]: how many of the last bytes are the same as those d before them; 0 across a breaker. d from 1 to the window. */
  readonly run: Uint32Array;
  /** The byte d before the next one. */
  before(distance: number): number;
  /** How many bytes were pushed, at most the window. */
  readonly reach: number;
  push(byte: number): void;
}

/** `breakers`: by byte, whether a repeat ends there. */
export function createRepeats(window: number, breakers: Uint8Array | null = null): Repeats {
  const run = new Uint32Array(window + 1);
  /** The last bytes, the newest at the end; moved to the front when it is full. */
  const text = new Uint8Array(4 * window);
  let end = 0;
  let reach = 0;
  return {
    run,
    before: (distance) => text[end - distance] ?? 0,
    get reach() {
      return reach;
    },
    push(byte) {
      if (end === text.length) {
        text.copyWithin(0, end - window, end);
        end = window;
      }
      if (breakers?.[byte]) run.fill(0);
      else for (let d = 1; d <= reach; d++) run[d] = text[end - d] === byte ? (run[d] ?? 0) + 1 : 0;
      text[end++] = byte;
      reach = Math.min(window, reach + 1);
    },
  };
}
