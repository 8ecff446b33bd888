// Says before a run starts whether its memory can be had, and if not, the largest hidden size that would fit.
import type { Settings } from '../hyperparameters';
import { memoryLayoutOf } from '../model/layout';
import { shapeOf } from '../model/shape';
import { problem } from '../problem';

/** What WebAssembly can address. */
const GREATEST_MEMORY_BYTES = 2 ** 32;
/** What a run takes beside its shared memory: threads, read-ahead, a checkpoint being written. */
const BESIDE_BYTES = 64 * 2 ** 20;

/** Bytes of the shared memory and beside it; a smaller alphabet than all 256 bytes takes less. */
export function memoryOf(settings: Settings, threads: number, alphabet: Uint8Array | null = null): number {
  return memoryLayoutOf(shapeOf(settings, alphabet), threads).totalBytes + BESIDE_BYTES;
}

const fits = (settings: Settings, threads: number, availableBytes: number) => {
  const needed = memoryOf(settings, threads);
  return needed <= availableBytes && needed - BESIDE_BYTES <= GREATEST_MEMORY_BYTES;
};

/** The largest hidden size that fits with the other settings as they are; 0 when not even 1 does. */
export function largestHiddenSize(settings: Settings, threads: number, availableBytes: number): number {
  let fitting = 0;
  let tooLarge = settings.hiddenSize;
  while (tooLarge - fitting > 1) {
    const middle = Math.floor((fitting + tooLarge) / 2);
    if (fits({ ...settings, hiddenSize: middle }, threads, availableBytes)) fitting = middle;
    else tooLarge = middle;
  }
  return fitting;
}

/** Throws a `Problem` if the run does not fit. */
export function checkMemory(settings: Settings, threads: number, availableBytes: number): void {
  if (fits(settings, threads, availableBytes)) return;
  const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;
  const largest = largestHiddenSize(settings, threads, availableBytes);
  const advice = largest > 0 ? `Choose a hidden size of at most ${largest}, or fewer lanes` : 'Choose fewer lanes';
  throw problem(
    `These settings need ${gigabytes(memoryOf(settings, threads))} of memory; this computer can provide ${gigabytes(Math.min(availableBytes, GREATEST_MEMORY_BYTES))}. ${advice} or a shorter truncation.`,
  );
}
