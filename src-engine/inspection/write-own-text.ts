// Lets a network write the text that it is to be seen reading: drawn as Write begins with, from a line end on.
import { createRandom, nextUniform } from '../model/random';
import type { KernelSet } from '../kernels/kernels';
import type { Weights } from '../model/weights';
import { chooseByte } from '../sampling/choose-byte';
import { openNetworkStream } from '../sampling/network-stream';
import { DEFAULT_SAMPLING } from '../protocol/writing';

const LINE_END = 10;

export function writeOwnText(kernels: KernelSet, weights: Weights, count: number, seed: number): Uint8Array {
  const stream = openNetworkStream(kernels, weights);
  const random = createRandom(seed, 'inspection');
  const order = new Uint8Array(256);
  stream.read(LINE_END);
  return Uint8Array.from({ length: count }, () => {
    const probabilities = stream.probabilities(DEFAULT_SAMPLING.temperature);
    const byte = chooseByte(stream.logits, probabilities, DEFAULT_SAMPLING, nextUniform(random), order);
    stream.read(byte);
    return byte;
  });
}
