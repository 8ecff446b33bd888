import { describe, expect, test } from 'vitest';
import { defaultSettings, type Backprop, type Settings } from '../../../src-engine/hyperparameters';
import { initialWeights } from '../../../src-engine/model/initialise';
import { decodeModel, encodeModel } from '../../../src-engine/model/model-file';
import { readMatrices, type Weights } from '../../../src-engine/model/weights';
import { openNetworkStream } from '../../../src-engine/sampling/network-stream';
import { worstShare } from '../../fixtures/golden';
import { kernelSet, oneThread } from '../one-thread';

const ALPHABET = Uint8Array.from([10, 32, 44, 97, 98, 99, 101, 116, 195, 255]);
const H = 12;
const TEXT = Uint8Array.from({ length: 4 * 9 + 1 }, (_, index) => ALPHABET[(index * index + 3) % ALPHABET.length]!);
const NAMES = ['Wxh', 'Whh', 'Who'] as const;

/** The weights of a network over all bytes that gives those outside the alphabet a logit of about -1000, by a unit that is always 1. */
function networkThatShunsOthers(): Weights {
  const weights = initialWeights(H, 5, 'orthogonal');
  for (let row = 0; row < H; row++) weights.Whh[row * H] = 0;
  for (let byte = 0; byte < 256; byte++) {
    weights.Wxh[byte * H] = 50;
    if (ALPHABET.includes(byte)) continue;
    for (let row = 0; row < H; row++) weights.Who[row * 256 + byte] = row === 0 ? -1000 : 0;
  }
  return weights;
}

/** What the network with an alphabet keeps of it: the columns of the others are not there. */
function networkWithAlphabet(): Weights {
  const weights = networkThatShunsOthers();
  weights.Who.forEach((_, at) => {
    if (!ALPHABET.includes(at % 256)) weights.Who[at] = 0;
  });
  return { ...weights, alphabet: ALPHABET };
}

describe.each(['segment', 'sliding'] as Backprop[])(
  'a network that predicts only the bytes that occur, in %s',
  (backprop) => {
    const settings: Settings = {
      ...defaultSettings(),
      hiddenSize: H,
      backprop,
      truncation: 9,
      lanes: 4,
      optimizer: 'adam',
    };

    test.each(['fast', 'strict'] as const)('learns as if the others’ probability were 0 (%s kernels)', (variant) => {
      const all = oneThread(settings, TEXT, networkThatShunsOthers(), variant);
      const few = oneThread(settings, TEXT, networkWithAlphabet(), variant);
      const expected = all.update(true);
      const found = few.update(true);
      expect(Math.abs(found.lossNats - expected.lossNats)).toBeLessThan(1e-6 * expected.lossNats);
      expect(Math.abs(found.gradientNorm - expected.gradientNorm)).toBeLessThan(1e-5 * expected.gradientNorm);
      const gradients = ({ work }: typeof all) => readMatrices(work.buffer, work.layout.gradients, work.shape);
      for (const name of NAMES) expect(worstShare(gradients(few)[name], gradients(all)[name])).toBeLessThan(1e-5);
    });

    test('moves no column of Who but those of its alphabet', () => {
      const run = oneThread(settings, TEXT, networkWithAlphabet(), 'strict');
      for (let update = 0; update < 4; update++) run.update();
      const { Who } = readMatrices(run.work.buffer, run.work.layout.weights, run.work.shape);
      const moved = new Set(
        [...Who.keys()].filter((at) => Who[at] !== networkWithAlphabet().Who[at]).map((at) => at % 256),
      );
      expect([...moved].sort((a, b) => a - b)).toEqual([...ALPHABET]);
    });
  },
);

test('a model’s file keeps the alphabet', () => {
  const weights = networkWithAlphabet();
  expect(decodeModel(encodeModel(weights), 'poems.safetensors')).toEqual(weights);
});

test('an alphabet that is no list of bytes is refused with a `Problem`', () => {
  for (const alphabet of ['6x', 'zz', '6261', '6161', '']) {
    const file = encodeModel(initialWeights(2, 1, 'uniform'), { alphabet });
    expect(() => decodeModel(file, 'odd.safetensors')).toThrow(/"odd.safetensors" names .* alphabet/);
  }
});

test('the sampler gives a byte outside the alphabet probability 0, and the others all of it', () => {
  const stream = openNetworkStream(kernelSet('fast'), networkWithAlphabet());
  stream.read(10);
  const probabilities = stream.probabilities(1);
  expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
  for (const [byte, p] of probabilities.entries()) expect(p > 0).toBe(ALPHABET.includes(byte));
});
