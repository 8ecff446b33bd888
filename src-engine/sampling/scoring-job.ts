// One text being scored: how surprised a network is at each of its bytes, a slice at a time.
import type { KernelSet } from '../kernels/kernels';
import { openNetworkStream } from './network-stream';
import type { ScoringOrder } from './sampler-messages';

/** Bytes between two looks at the clock. */
const BYTES_A_LOOK = 32;

export interface ScoringJob {
  readonly isDone: boolean;
  /** How much of the text has been read, 0 to 1. */
  readonly share: number;
  /** -log2 of the probability of each byte after those before it; NaN at the first. */
  readonly bits: Float32Array;
  /** Reads until the time. */
  slice(untilMs: number): void;
}

/** From the zero state, as one stream: the mean over all bytes but the first is what `unroll evaluate` says. */
export function createScoringJob(kernels: KernelSet, { network, text }: ScoringOrder): ScoringJob {
  const stream = openNetworkStream(kernels, network.weights);
  const bits = new Float32Array(text.length).fill(NaN);
  let read = 0;
  const step = () => {
    const byte = text[read] ?? 0;
    if (read > 0) bits[read] = -Math.log2(stream.probabilities(1)[byte] ?? 0);
    stream.read(byte);
    read += 1;
  };
  return {
    get isDone() {
      return read >= text.length;
    },
    get share() {
      return text.length > 0 ? read / text.length : 1;
    },
    bits,
    slice(untilMs) {
      do {
        for (let count = 0; count < BYTES_A_LOOK && read < text.length; count++) step();
      } while (read < text.length && performance.now() < untilMs);
    },
  };
}
