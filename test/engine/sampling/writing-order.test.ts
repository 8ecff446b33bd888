// Tests that a text is written byte for byte as docs/writing.md says: its order of steps and its arithmetic.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KernelVariant } from '../../../src-engine/hyperparameters';
import type { Into } from '../../../src-engine/kernels/arguments';
import { initialWeights } from '../../../src-engine/model/initialise';
import { createRandom, nextUniform } from '../../../src-engine/model/random';
import { createGenerator } from '../../../src-engine/sampling/generator';
import { openNetworkStream } from '../../../src-engine/sampling/network-stream';
import { CHARACTER_BOUNDARY, afterByte, isAllowed } from '../../../src-engine/sampling/utf8';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../../../src-engine/protocol/writing';
import { kernelSet, kernelsOver } from '../one-thread';
import { plainRather, plainRepeatPenalty } from './plain-desk';
import { plainDraw, plainFilters, plainLikeliest, plainSoftmax } from './plain-choice';

const BYTES = 24;
/** Weights so large that some bytes are far likelier than others. */
const weights = initialWeights(16, 5, 'uniform');
weights.Who.set(weights.Who.map((weight) => 12 * weight));

/** The kernels' own e^x, of one number. */
function expOf(variant: KernelVariant): (x: number) => number {
  const memory = new WebAssembly.Memory({ initial: 8, maximum: 8, shared: true });
  const kernels = kernelsOver(memory, variant);
  const value = new Float32Array(memory.buffer, 1024, 4);
  return (x) => {
    value.fill(x);
    kernels.expInPlace(1024 as Into, 4);
    return value[0]!;
  };
}

function writePlainly(options: SamplingOptions, variant: KernelVariant): number[] {
  const { temperature, repetitionPenalty, repetitionWindow, validUtf8 } = options;
  const stream = openNetworkStream(kernelSet(variant), weights);
  const exp = expOf(variant);
  const rather = options.rather.map(({ text, bias }) => ({ bytes: [...Buffer.from(text)], bias }));
  const random = createRandom(options.seed, 'sampling');
  const text = [...Buffer.from(options.prompt)];
  for (const byte of text.length > 0 ? text : Buffer.from('\n')) stream.read(byte);
  const written: number[] = [];
  let utf8 = CHARACTER_BOUNDARY;
  while (written.length < options.bytes) {
    const u = nextUniform(random);
    const room = options.bytes - written.length;
    const before = [...text, ...written];
    const window = before.slice(-repetitionWindow);
    const taken = plainRepeatPenalty(before, options, [...Buffer.from(options.repeatBreakers)]);
    const logits = stream.logits.map((logit, byte) => {
      if (validUtf8 && !isAllowed(utf8, byte, room)) return -Infinity;
      const penalised = logit > 0 ? logit / repetitionPenalty : logit * repetitionPenalty;
      const left = repetitionPenalty === 1 || !window.includes(byte) ? logit : penalised;
      const unrepeated = Math.fround(Math.fround(left) - taken[byte]!);
      return plainRather(before, rather, byte).reduce((sum, bias) => Math.fround(sum + bias), unrepeated);
    });
    const drawn =
      temperature < 1e-37 ? undefined : plainDraw(plainFilters(plainSoftmax(logits, temperature, exp), options), u);
    const byte = drawn ?? plainLikeliest(logits);
    written.push(byte);
    stream.read(byte);
    if (validUtf8) utf8 = afterByte(utf8, byte);
  }
  return written;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const options = fc.record({
  prompt: fc.constantFrom('', 'a', 'Once upon'),
  bytes: fc.constant(BYTES),
  temperature: fc.oneof(fc.constantFrom(0, 1e-38, 1e-37, 0.8, 1, 100), fc.double({ min: 0, max: 3, noNaN: true })),
  topK: fc.oneof(fc.constant(0), fc.nat(256)),
  topP: fc.oneof(fc.constant(1), share),
  minP: fc.oneof(fc.constant(0), share),
  repetitionPenalty: fc.oneof(fc.constant(1), fc.double({ min: 1, max: 10, noNaN: true })),
  repetitionWindow: fc.integer({ min: 1, max: 30 }),
  repeatPenalty: fc.constantFrom(0, 0.7, 3),
  repeatBase: fc.double({ min: 1, max: 4, noNaN: true }),
  repeatLength: fc.integer({ min: 2, max: 4 }),
  repeatWindow: fc.integer({ min: 16, max: 40 }),
  repeatBreakers: fc.constantFrom('', '\n', 'n'),
  stopCircling: fc.constant(false),
  never: fc.constant<string[]>([]),
  rather: fc.array(
    fc.record({
      text: fc.constantFrom('n', 'up', 'oo', 'nn\u00e9'),
      bias: fc.double({ min: -9, max: 9, noNaN: true }),
    }),
    { maxLength: 2 },
  ),
  stop: fc.constant(''),
  seed: fc.nat(),
  validUtf8: fc.boolean(),
});

describe.each(['fast', 'strict'] as const)('with %s kernels', (variant) => {
  test('softmax is that of docs/writing.md to the bit', () => {
    const exp = expOf(variant);
    const stream = openNetworkStream(kernelSet(variant), weights);
    const temperature = fc.oneof(fc.constantFrom(1e-37, 0.8, 1, 100), fc.double({ min: 1e-3, max: 3, noNaN: true }));
    const forbidden = fc.array(fc.nat(255), { maxLength: 200 });
    fc.assert(
      fc.property(fc.nat(255), temperature, forbidden, (byte, chosen, bytes) => {
        stream.read(byte);
        for (const one of bytes) stream.logits[one] = -Infinity;
        expect(stream.probabilities(chosen)).toEqual(plainSoftmax(stream.logits, chosen, exp));
      }),
    );
  });

  test('every byte written is the one that the plain reference chooses', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const text = createGenerator(kernelSet(variant), weights, { ...DEFAULT_SAMPLING, ...chosen }).next(BYTES);
        expect([...text]).toEqual(writePlainly(chosen, variant));
      }),
    );
  });

  test('what is written as valid UTF-8 is, also where the network’s outputs overflow', () => {
    for (const overflow of [3e38, -3e38]) {
      const Who = weights.Who.map((weight, index) => (index % 3 === 0 ? overflow : weight));
      const Whh = weights.Whh.map(() => 1);
      const wanted = { ...DEFAULT_SAMPLING, bytes: BYTES, validUtf8: true };
      for (const temperature of [0, 1]) {
        const written = createGenerator(kernelSet(variant), { ...weights, Who, Whh }, { ...wanted, temperature });
        const text = written.next(BYTES);
        expect(text.length).toBe(BYTES);
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(text)).not.toThrow();
      }
    }
  });
});
