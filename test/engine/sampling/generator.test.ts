import { beforeAll, describe, expect, test } from 'vitest';
import type { KernelSet } from '../../../src-engine/kernels/kernels';
import { initialWeights } from '../../../src-engine/model/initialise';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../../../src-engine/protocol/writing';
import { openNetworkStream } from '../../../src-engine/sampling/network-stream';
import { createGenerator } from '../../../src-engine/sampling/generator';
import { FILES } from '../built-engine';

describe('generating', () => {
  let kernels: KernelSet;
  beforeAll(async () => {
    kernels = await FILES.kernels('strict');
  });
  const weights = initialWeights(24, 7, 'uniform');
  const generate = (options: Partial<SamplingOptions>, pieces = 1) => {
    const wanted = { ...DEFAULT_SAMPLING, temperature: 1, ...options };
    const generator = createGenerator(kernels, weights, wanted);
    return Buffer.concat(Array.from({ length: pieces }, () => generator.next(wanted.bytes / pieces)));
  };

  test('the same seed gives the same bytes, however they are asked for', () => {
    expect(generate({ bytes: 600 }, 6)).toEqual(generate({ bytes: 600 }));
    expect(generate({ bytes: 600, seed: 2 })).not.toEqual(generate({ bytes: 600 }));
  });

  test('the prompt changes what comes after it', () => {
    expect(generate({ bytes: 100, prompt: 'x' })).not.toEqual(generate({ bytes: 100, prompt: 'y' }));
  });

  test('a million bytes of an untrained network that is asked for valid UTF-8 are valid, and whole at the end', () => {
    const text = generate({ bytes: 1_000_000, validUtf8: true }, 100);
    expect(text.length).toBe(1_000_000);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(text)).not.toThrow();
    expect(new TextDecoder().decode(text)).toMatch(/[\u0800-\uffff]/);
  });

  test('valid UTF-8 is whole at every length, with every filter, and where writing is ended early', () => {
    for (let bytes = 1; bytes <= 40; bytes++) {
      const text = generate({ bytes, seed: bytes, validUtf8: true, topK: 100, repetitionPenalty: 1.3 });
      expect(text.length).toBe(bytes);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(text)).not.toThrow();
      const wanted = { ...DEFAULT_SAMPLING, bytes: 1000, temperature: 1, seed: bytes, validUtf8: true };
      const generator = createGenerator(kernels, weights, wanted);
      const begun = generator.next(bytes);
      generator.endSoon();
      const ended = Buffer.concat([begun, generator.next(1000)]);
      expect(ended.length).toBeLessThan(bytes + 4);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(ended)).not.toThrow();
    }
  });

  test('temperature 0 and very small temperatures take the most likely byte and do not overflow', () => {
    const greedy = generate({ bytes: 50, temperature: 0 });
    expect(generate({ bytes: 50, temperature: 1e-300 })).toEqual(greedy);
    expect(generate({ bytes: 50, temperature: 1e-30 })).toEqual(greedy);
    expect(generate({ bytes: 50, topK: 1 })).toEqual(greedy);
  });

  test('bytes of another encoding are left as they are where valid UTF-8 is asked for', () => {
    const wanted = { ...DEFAULT_SAMPLING, bytes: 300, temperature: 1 };
    const plain = createGenerator(kernels, weights, wanted).next(300);
    const other = createGenerator(kernels, weights, { ...wanted, validUtf8: true }, { encoding: 'windows-1252' });
    expect(other.next(300)).toEqual(plain);
  });

  test('a stop text ends the text, which ends with it', () => {
    const text = generate({ bytes: 5000 });
    const stop = String.fromCharCode(text.find((byte) => byte >= 0x41 && byte < 0x7f)!);
    const stopped = generate({ bytes: 5000, stop });
    expect(stopped).toEqual(text.subarray(0, text.indexOf(stop) + 1));
  });

  test('a strong repetition penalty over a window keeps a greedy text from saying a byte twice within it', () => {
    const text = generate({ bytes: 200, temperature: 0, repetitionPenalty: 10, repetitionWindow: 8 });
    for (let at = 8; at < text.length; at++) expect(text.subarray(at - 8, at)).not.toContain(text[at]);
  });

  test('what is drawn follows the wanted distribution (chi-square over 4,000 seeds, temperature 0.7, top-k 12)', () => {
    const options = { ...DEFAULT_SAMPLING, bytes: 1, prompt: 'a', temperature: 0.7, topK: 12 };
    const stream = openNetworkStream(kernels, weights);
    stream.read(0x61);
    const expected = [...stream.logits].map((logit) => Math.exp(logit / 0.7));
    const kept = new Set([...expected.keys()].sort((a, b) => expected[b]! - expected[a]!).slice(0, 12));
    const total = [...kept].reduce((sum, byte) => sum + expected[byte]!, 0);
    const counts = new Map<number, number>();
    const draws = 4000;
    for (let seed = 0; seed < draws; seed++) {
      const [byte = -1] = createGenerator(kernels, weights, { ...options, seed }).next(1);
      counts.set(byte, (counts.get(byte) ?? 0) + 1);
    }
    expect([...counts.keys()].every((byte) => kept.has(byte))).toBe(true);
    const chiSquare = [...kept].reduce((sum, byte) => {
      const wanted = (draws * expected[byte]!) / total;
      return sum + ((counts.get(byte) ?? 0) - wanted) ** 2 / wanted;
    }, 0);
    // 11 degrees of freedom: 31.3 is passed once in a thousand.
    expect(chiSquare).toBeLessThan(31.3);
  });

  test('the probability reported for a byte is what the network itself gave it, whatever the temperature and the filters', () => {
    const probabilities = new Float32Array(300);
    const options = { ...DEFAULT_SAMPLING, bytes: 300, prompt: 'x', temperature: 0.3, topK: 5, repetitionPenalty: 2 };
    const text = createGenerator(kernels, weights, options).next(300, probabilities);
    const stream = openNetworkStream(kernels, weights);
    stream.read(0x78);
    for (const [at, byte] of text.entries()) {
      expect(probabilities[at]).toBe(stream.probabilities(1)[byte]);
      stream.read(byte);
    }
  });

  test('what a writer had in mind continues exactly as if it had never stopped, also with bytes still to be read', () => {
    const options = { ...DEFAULT_SAMPLING, bytes: 900, prompt: 'Once', temperature: 0.9, repetitionPenalty: 1.2 };
    const whole = createGenerator(kernels, weights, options).next(900);
    const first = createGenerator(kernels, weights, options);
    first.next(300);
    const memory = first.memory();
    const context = Buffer.concat([Buffer.from('Once'), whole.subarray(0, 450)]);
    const opening = { context, unread: 150, drawn: 150, memory };
    const rest = createGenerator(kernels, weights, { ...options, bytes: 450 }, { opening }).next(450);
    expect(rest).toEqual(whole.subarray(450));
  });
});
