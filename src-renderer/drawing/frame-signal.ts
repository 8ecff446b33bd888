// Gathers many changes into one call a frame, or fewer, so that a fast run never draws more often than anyone can see.

export class FrameSignal {
  #isWaiting = false;
  #lastMs = 0;
  readonly #call: () => void;
  readonly #leastGapMs: number;

  constructor(call: () => void, leastGapMs = 0) {
    this.#call = call;
    this.#leastGapMs = leastGapMs;
  }

  request(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    const waitMs = this.#lastMs + this.#leastGapMs - performance.now();
    if (waitMs > 0) setTimeout(() => this.#atNextFrame(), waitMs);
    else this.#atNextFrame();
  }

  #atNextFrame(): void {
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#lastMs = performance.now();
      this.#call();
    });
  }
}
