// Tests that the state_dict of an nn.RNN and nn.Linear without biases is the network it is in PyTorch, and that any other says what it is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeModel } from '../../../src-engine/model/model-file';
import { encodeSafetensors, type Tensor } from '../../../src-engine/model/safetensors';
import type { Weights } from '../../../src-engine/model/weights';
import { isProblem } from '../../../src-engine/problem';
import { openNetworkStream } from '../../../src-engine/sampling/network-stream';
import { asStateDict, examplePlainRnn, logitsOf, type PlainRnn } from '../../fixtures/torch/plain-rnn';
import { exampleBytes } from '../kernels/reference-tools';
import { kernelSet } from '../one-thread';

const KERNELS = kernelSet('strict');
const opened = (tensors: Record<string, Tensor>) => decodeModel(encodeSafetensors(tensors), 'net.safetensors');

function engineLogits(weights: Weights, bytes: Uint8Array): Float32Array[] {
  const stream = openNetworkStream(KERNELS, weights);
  return Array.from(bytes, (byte) => {
    stream.read(byte);
    return stream.logits.slice();
  });
}

/** What a logit can be at most, in states of ±1. */
function largestLogit({ hiddenSize, out }: PlainRnn): number {
  const rows = Array.from({ length: 256 }, (_, row) => out.subarray(row * hiddenSize, (row + 1) * hiddenSize));
  return Math.max(...rows.map((row) => row.reduce((sum, weight) => sum + Math.abs(weight), 0)));
}

/** A state that is nearly zero by chance is rounded as any other, so the differences are held against what logits can be. */
function expectSame(weights: Weights, network: PlainRnn, seed: number): void {
  const bytes = exampleBytes(20, seed);
  const wanted = logitsOf(network, bytes);
  const largest = largestLogit(network);
  for (const [t, logits] of engineLogits(weights, bytes).entries()) {
    const worst = Math.max(...logits.map((logit, value) => Math.abs(logit - wanted[t]![value]!)));
    expect(worst / largest, `after byte ${t}`).toBeLessThan(1e-5);
  }
}

test('it opens with the logits of the plain reference, whatever stands before its names', () => {
  const module = fc.constantFrom('', 'model.', 'module.net.', '_orig_mod.');
  const head = fc.constantFrom('fc.', 'decoder.', 'head.linear.', '');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.nat(), module, head, (hiddenSize, seed, before, output) => {
      const network = examplePlainRnn(hiddenSize, seed);
      expectSame(opened(asStateDict(network, before, output)), network, seed);
    }),
    { numRuns: 25 },
  );
});

test('an nn.RNNCell has the same names without a layer, and opens too', () => {
  const network = examplePlainRnn(7, 3);
  const named = Object.entries(asStateDict(network)).map(([name, tensor]) => [name.replace('_l0', ''), tensor]);
  expectSame(opened(Object.fromEntries(named) as Record<string, Tensor>), network, 3);
});

/** The same numbers in another format: where they are cut to what F16 holds, all of them can be it. */
function inFormat(dtype: 'F16' | 'BF16' | 'F64', { data, shape }: Tensor): Tensor {
  const values = data as Float32Array;
  if (dtype === 'F64') return { dtype, shape, data: Float64Array.from(values) };
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const half = (word: number) =>
    ((word >> 16) & 0x8000) | ((((word >> 23) & 0xff) - 112) << 10) | ((word >> 13) & 0x3ff);
  return { dtype, shape, data: Uint16Array.from(bits, dtype === 'F16' ? half : (word) => word >>> 16) };
}

test.each(['F16', 'BF16', 'F64'] as const)(
  'values in %s are read as the numbers they are, under either names',
  (dtype) => {
    // Multiples of 1/64 from 1/2 on: each is a number of every format.
    const short = (values: Float32Array) =>
      values.map((value) => Math.sign(value || 1) * (0.5 + Math.round(Math.abs(value) * 64) / 128));
    const drawn = examplePlainRnn(6, 8);
    const network = { ...drawn, ih: short(drawn.ih), hh: short(drawn.hh), out: short(drawn.out) };
    const plain = opened(asStateDict(network));
    const formatted = (tensors: Record<string, Tensor>) =>
      Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, inFormat(dtype, tensor)]));
    expect(opened(formatted(asStateDict(network)))).toEqual(plain);
    const own: Record<string, Tensor> = {
      Wxh: { dtype: 'F32', shape: [256, 6], data: plain.Wxh },
      Whh: { dtype: 'F32', shape: [6, 6], data: plain.Whh },
      Who: { dtype: 'F32', shape: [6, 256], data: plain.Who },
    };
    expect(opened(formatted(own))).toEqual(plain);
  },
);

/** As the guide's chapter about files does it: one unit more, which is tanh(20) = 1 whatever is read. */
function folded({ hiddenSize, ih, hh, out, biases }: PlainRnn): PlainRnn {
  if (!biases) throw new Error('It has no biases.');
  const wider = hiddenSize + 1;
  const more = {
    ih: new Float32Array(wider * 256).fill(20),
    hh: new Float32Array(wider ** 2),
    out: new Float32Array(256 * wider),
  };
  for (let unit = 0; unit < hiddenSize; unit++) {
    for (let byte = 0; byte < 256; byte++) {
      more.ih[unit * 256 + byte] = ih[unit * 256 + byte]! + (biases.ih[unit]! + biases.hh[unit]!);
      more.out[byte * wider + unit] = out[byte * hiddenSize + unit]!;
    }
    more.hh.set(hh.subarray(unit * hiddenSize, (unit + 1) * hiddenSize), unit * wider);
  }
  for (let byte = 0; byte < 256; byte++) more.out[byte * wider + hiddenSize] = biases.out[byte]!;
  return { hiddenSize: wider, ...more, biases: null };
}

test('folding the biases as the guide says changes no logit, from the first byte on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16 }), fc.nat(), (hiddenSize, seed) => {
      const network = examplePlainRnn(hiddenSize, seed, true);
      expectSame(opened(asStateDict(folded(network))), network, seed);
    }),
    { numRuns: 25 },
  );
});

const zeros = (...shape: number[]): Tensor => ({
  dtype: 'F32',
  shape,
  data: new Float32Array(shape.reduce((product, size) => product * size, 1)),
});
const layer = (rows: number, inputs: number, hiddenSize: number, name = 'rnn', number = 0) => ({
  [`${name}.weight_ih_l${number}`]: zeros(rows, inputs),
  [`${name}.weight_hh_l${number}`]: zeros(rows, hiddenSize),
});
const head = (outputs: number, hiddenSize: number) => ({ 'fc.weight': zeros(outputs, hiddenSize) });

function sentenceFor(tensors: Record<string, Tensor>): string {
  try {
    opened(tensors);
  } catch (error) {
    if (isProblem(error)) return error.message;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('another network says in one sentence what it is:', () => {
  test.each<[string, Record<string, Tensor>, string]>([
    ['an LSTM', { ...layer(20, 256, 5), ...head(256, 5) }, 'holds an LSTM, "rnn.weight_hh_l0" (20, 5); a model here'],
    ['a GRU', { ...layer(15, 256, 5), ...head(256, 5) }, 'holds a GRU, "rnn.weight_hh_l0" (15, 5); a model here'],
    ['an odd matrix', { ...layer(10, 256, 5), ...head(256, 5) }, 'a plain network has as many rows as columns'],
    ['an empty one', { ...layer(0, 256, 0), ...head(256, 0) }, 'a plain network has as many rows as columns'],
    ['two layers', { ...layer(5, 256, 5), ...layer(5, 5, 5, 'rnn', 1), ...head(256, 5) }, 'has 2 recurrent layers'],
    ['two modules', { ...layer(5, 256, 5), ...layer(5, 256, 5, 'back'), ...head(256, 5) }, 'has 2 recurrent modules'],
    [
      'both directions',
      { ...layer(5, 256, 5), 'rnn.weight_hh_l0_reverse': zeros(5, 5), ...head(256, 10) },
      'reads its text in both directions',
    ],
    [
      'half a layer',
      { 'rnn.weight_hh_l0': zeros(5, 5), ...head(256, 5) },
      'has only "rnn.weight_hh_l0" of a recurrent layer',
    ],
    ['characters', { ...layer(5, 65, 5), ...head(65, 5) }, 'has a vocabulary of 65; a model here reads and predicts'],
    ['many words', { 'e.weight': zeros(900, 8), ...layer(5, 8, 5), ...head(900, 5) }, 'has a vocabulary of 900;'],
    ['fewer outputs', { ...layer(5, 256, 5), ...head(128, 5) }, 'has a vocabulary of 128;'],
    [
      'an embedding of bytes',
      { 'e.weight': zeros(256, 8), ...layer(5, 8, 5), ...head(256, 5) },
      'reads bytes through an embedding, "e.weight" (256, 8);',
    ],
    ['no output', layer(5, 256, 5), 'has no output layer, a weight of (256, 5)'],
    [
      'more than a network',
      { ...layer(5, 256, 5), ...head(256, 5), 'norm.weight': zeros(5) },
      'also holds "norm.weight";',
    ],
    [
      'rows that do not fit',
      { 'rnn.weight_ih_l0': zeros(6, 256), 'rnn.weight_hh_l0': zeros(5, 5), ...head(256, 5) },
      'with 5 hidden units it has (5, 256)',
    ],
  ])('%s', (_, tensors, what) => {
    const sentence = sentenceFor(tensors);
    expect(sentence).toContain(what);
    expect(sentence).toMatch(/^"net\.safetensors" [^\n]*\. Choose another file\.$/);
  });

  test('biases, by their names, with where they can go', () => {
    const sentence = sentenceFor(asStateDict(examplePlainRnn(5, 1, true)));
    expect(sentence).toContain('has biases, "rnn.bias_ih_l0", "rnn.bias_hh_l0", "fc.bias"; a model here has none.');
    expect(sentence).toContain('into every column of weight_ih');
    const ofOutput = { ...layer(5, 256, 5), ...head(256, 5), 'fc.bias': zeros(256) };
    expect(sentenceFor(ofOutput)).toContain('has biases, "fc.bias"; a model here has none.');
  });

  test('whole numbers in the place of weights', () => {
    const bytes: Tensor = { dtype: 'I8', shape: [5, 5], data: new Int8Array(25) };
    const quantised = { ...layer(5, 256, 5), ...head(256, 5), 'rnn.weight_hh_l0': bytes };
    expect(sentenceFor(quantised)).toContain('holds rnn.weight_hh_l0 as I8; Unroll reads F32, F16, BF16 and F64.');
  });

  test('names of any length and kind leave it a sentence', () => {
    const module = `evil\n${'x'.repeat(100_000)}.`;
    const network = examplePlainRnn(5, 1, true);
    const bytes: Tensor = { dtype: 'I8', shape: [5, 5], data: new Int8Array(25) };
    const whole = asStateDict({ ...network, biases: null }, module);
    const broken = asStateDict({ ...network, biases: null, hh: new Float32Array(25).fill(NaN) }, module);
    const sentences = [
      sentenceFor(asStateDict(network, module)),
      sentenceFor({ ...whole, [`${module}rnn.weight_hh_l0`]: bytes }),
      sentenceFor(broken),
      sentenceFor({ ...whole, [`${module}rnn.weight_hh_l0`]: zeros(20, 5) }),
    ];
    for (const sentence of sentences) {
      expect(sentence).not.toContain('\n');
      expect(sentence.length).toBeLessThan(700);
    }
  });

  test('an F64 that F32 cannot hold, and one that is no number', () => {
    const wide = (value: number): Tensor => ({
      dtype: 'F64',
      shape: [5, 5],
      data: new Float64Array(25).fill(value, 24),
    });
    const withValue = (value: number) => ({ ...layer(5, 256, 5), ...head(256, 5), 'rnn.weight_hh_l0': wide(value) });
    expect(sentenceFor(withValue(1e39))).toContain('has 1e+39 in rnn.weight_hh_l0, which is too large for F32.');
    expect(sentenceFor(withValue(NaN))).toContain('a value in rnn.weight_hh_l0 that is not finite');
  });

  test.each([
    ['a ZIP archive', 'PK\x03\x04'],
    ['a pickle', '\x80\x02\x8a\x0a'],
  ])('what torch.save has written: %s', (_, beginning) => {
    const bytes = Buffer.concat([Buffer.from(beginning, 'latin1'), Buffer.alloc(100)]);
    expect(() => decodeModel(bytes, 'net.pt')).toThrow(
      /^"net\.pt" is an archive as torch\.save writes it, .* safetensors package/,
    );
  });
});
