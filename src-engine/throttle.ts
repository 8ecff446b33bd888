// Does now and then what could be done at every step: telling progress, publishing, flushing.

/** How often progress is told: often enough for a bar that moves. */
export const PROGRESS_EVERY_MS = 100;

export interface Throttle {
  /** True once `everyMs` have passed; they then restart. */
  isDue(): boolean;
  /** As if it had just been done. */
  restart(): void;
}

/** Is due at once, and then after each `everyMs`. */
export function createThrottle(everyMs: number): Throttle {
  let doneMs = -Infinity;
  const restart = () => {
    doneMs = performance.now();
  };
  return {
    isDue() {
      if (performance.now() - doneMs < everyMs) return false;
      restart();
      return true;
    },
    restart,
  };
}

/** Passes a call on where one is due, and drops it otherwise. */
export function throttled<Parameters extends unknown[]>(
  everyMs: number,
  call: (...parameters: Parameters) => void,
): (...parameters: Parameters) => void {
  const throttle = createThrottle(everyMs);
  return (...parameters) => {
    if (throttle.isDue()) call(...parameters);
  };
}
