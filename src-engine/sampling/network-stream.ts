// Opens a network's stream in this process, with kernels that any of its threads can load.
import type { KernelSet } from '../kernels/kernels';
import { loadKernels } from '../kernels/load-kernels';
import { sharedMemory } from '../model/memory-space';
import type { Weights } from '../model/weights';
import type { Opening } from './opening';
import { readingOf, type Reading } from './reading';
import { networkStreamOver, type NetworkStream } from './stream-over';

/** Begins at the zero state. */
export function openNetworkStream(kernelSet: KernelSet, weights: Weights): NetworkStream {
  const bring = (bytes: number) => {
    const memory = sharedMemory(bytes);
    return { kernels: loadKernels(kernelSet, memory), buffer: memory.buffer };
  };
  return networkStreamOver(bring, weights);
}

export function openReading(kernels: KernelSet, weights: Weights, opening: Opening): Reading {
  return readingOf(openNetworkStream(kernels, weights), opening);
}
