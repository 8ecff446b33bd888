// Says in words what a byte of the text is about: for those who do not see its colours, and for the exact number.
import type { Reading } from '../../src-engine/protocol/inspection';
import { formatLoss, formatShare } from '../numbers/format';
import { byteName } from './byte-cells';

export function selectedInWords(
  { reading, encoding }: { reading: Reading; encoding: string },
  at: number,
  unit: number,
): string {
  const { bytes, activations, hiddenSize, topBytes, probabilities } = reading;
  const byte = bytes[at];
  if (byte === undefined) return '';
  const each = topBytes.length / bytes.length;
  const guesses = Array.from(topBytes.subarray(at * each, (at + 1) * each), (guess, rank) => {
    return `${byteName(guess, encoding)} ${formatShare(probabilities[at * each + rank] ?? 0)}`;
  });
  const value = formatLoss(activations[at * hiddenSize + unit] ?? 0);
  return `Byte ${at}, ${byteName(byte, encoding)}: unit ${unit} at ${value}. Most likely next: ${guesses.join(', ')}.`;
}
