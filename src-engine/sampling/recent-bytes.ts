// Remembers the last bytes of a text, so that those among them can be made less likely (the repetition penalty of CTRL, Keskar et al. 2019).

export interface RecentBytes {
  push(byte: number): void;
  /** o = o/penalty where o > 0, else o·penalty, for every byte of the window; in place, f32. */
  penalise(logits: Float32Array, penalty: number): void;
}

/** The last `window` bytes of what is pushed. */
export function createRecentBytes(window: number): RecentBytes {
  const ring = new Uint8Array(window);
  const occurrences = new Uint32Array(256);
  let pushed = 0;
  return {
    push(byte) {
      const place = pushed % window;
      const leaving = ring[place] ?? 0;
      if (pushed >= window) occurrences[leaving] = (occurrences[leaving] ?? 0) - 1;
      ring[place] = byte;
      occurrences[byte] = (occurrences[byte] ?? 0) + 1;
      pushed += 1;
    },
    penalise(logits, penalty) {
      for (let byte = 0; byte < 256; byte++) {
        if (occurrences[byte] === 0) continue;
        const logit = logits[byte] ?? 0;
        logits[byte] = logit > 0 ? logit / penalty : logit * penalty;
      }
    },
  };
}
