// Knows how high each block of a text is, or guesses it by its length, so that only those in view need to be drawn.

export interface InView {
  first: number;
  /** Inclusive. */
  last: number;
  /** Pixels of the blocks before and after. */
  above: number;
  below: number;
}

export class BlockHeights {
  readonly #measured: (number | undefined)[] = [];
  #measuredPixels = 0;
  #measuredBytes = 0;

  /** A byte of text takes about this much before anything was measured. */
  static readonly FIRST_GUESS = 0.35;

  measure(block: number, pixels: number, bytes: number): boolean {
    if (this.#measured[block] === pixels) return false;
    this.#measured[block] = pixels;
    this.#measuredPixels += pixels;
    this.#measuredBytes += bytes;
    return true;
  }

  /** For when the width has changed: what is known is wrong now, but the average is still the best guess. */
  forget(): void {
    this.#measured.length = 0;
    this.#measuredBytes /= 1000;
    this.#measuredPixels /= 1000;
  }

  height(block: number, bytes: number): number {
    const average = this.#measuredBytes > 0 ? this.#measuredPixels / this.#measuredBytes : BlockHeights.FIRST_GUESS;
    return this.#measured[block] ?? bytes * average;
  }

  /** The pixels before a block. */
  top(block: number, bytesOf: (block: number) => number): number {
    let top = 0;
    for (let before = 0; before < block; before++) top += this.height(before, bytesOf(before));
    return top;
  }

  /** The blocks that lie between two distances from the text's top. */
  inView(count: number, bytesOf: (block: number) => number, from: number, to: number): InView {
    const view: InView = { first: count - 1, last: count - 1, above: 0, below: 0 };
    let top = 0;
    let isFound = false;
    for (let block = 0; block < count; block++) {
      const bottom = top + this.height(block, bytesOf(block));
      if (!isFound && (bottom > from || block === count - 1)) {
        isFound = true;
        view.first = block;
        view.last = block;
        view.above = top;
      } else if (isFound && top < to) view.last = block;
      else if (isFound) view.below += bottom - top;
      top = bottom;
    }
    return view;
  }
}
