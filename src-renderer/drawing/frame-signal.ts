// Gathers many changes into one call a frame, so that a fast run never draws more often than the screen.

export class FrameSignal {
  #waiting = false;
  readonly #call: () => void;

  constructor(call: () => void) {
    this.#call = call;
  }

  request(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#call();
    });
  }
}
