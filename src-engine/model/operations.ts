// Counts what the equations ask for, to plan threads and to give speeds as shares of the peak.
import type { Shape } from './shape';

/** Multiplications and additions that one byte of training asks for: forward, back, and the weight gradients. */
export function flopPerByte({ hiddenSize: H, outputs: A, backprop, truncation, steps }: Shape): number {
  if (backprop === 'segment') return 6 * (H * H + A * H);
  const rows = (truncation + steps) / steps;
  return 2 * (H * H + A * H) + 2 * A * H + 2 * truncation * H * H + 2 * (A * H + rows * H * H);
}
