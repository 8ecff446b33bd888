// A lens over the built kernels, for tests.
import { NetworkLens } from '../../../src-engine/inspection/network-lens';
import type { Weights } from '../../../src-engine/model/weights';
import { exampleNetwork } from '../kernels/reference-tools';
import type { Network } from '../../../src-engine/kernels/reference';
import { kernelSet } from '../one-thread';

export function lensOver(weights: Weights, capacity = 200): NetworkLens {
  const lens = new NetworkLens(kernelSet('strict'), weights.hiddenSize, capacity);
  lens.load(weights);
  return lens;
}

/** The same network in f32 and, with exactly these values, in f64. `scale` keeps the states from saturating. */
export function networkInBoth(hiddenSize: number, seed: number, scale: number): { weights: Weights; network: Network } {
  const drawn = exampleNetwork(hiddenSize, seed);
  const rounded = (values: Float64Array) => Float32Array.from(values, (value) => value * scale);
  const weights = {
    hiddenSize,
    alphabet: null,
    Wxh: rounded(drawn.Wxh),
    Whh: rounded(drawn.Whh),
    Who: rounded(drawn.Who),
  };
  const network = {
    hiddenSize,
    Wxh: Float64Array.from(weights.Wxh),
    Whh: Float64Array.from(weights.Whh),
    Who: Float64Array.from(weights.Who),
  };
  return { weights, network };
}
