// Lets a network write the text that it is to be seen reading: plain draws, from a line end on.
import { createRandom, nextUniform } from '../model/random';
import type { Weights } from '../model/weights';
import { drawByte } from '../sampling/choose-byte';
import { openNetworkStream } from '../sampling/network-stream';

/** As Write begins with. */
const TEMPERATURE = 0.8;
const LINE_END = 10;

export function writeOwnText(module: WebAssembly.Module, weights: Weights, count: number, seed: number): Uint8Array {
  const stream = openNetworkStream(module, weights);
  const random = createRandom(seed, 'inspection');
  stream.read(LINE_END);
  return Uint8Array.from({ length: count }, () => {
    const byte = drawByte(stream.probabilities(TEMPERATURE), nextUniform(random));
    stream.read(byte);
    return byte;
  });
}
