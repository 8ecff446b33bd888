import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernels } from '../../../src-engine/kernels/kernel-files';
import { initialWeights } from '../../../src-engine/model/initialise';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../../../src-engine/protocol';
import { createGenerator } from '../../../src-engine/sampling/generator';
import { FILES } from '../built-engine';

describe('generating', () => {
  let module: WebAssembly.Module;
  beforeAll(async () => {
    module = (await compileKernels(FILES.kernelsFolder, 'strict')).module;
  });
  const weights = initialWeights(24, 7, 'uniform');
  const generate = (options: Partial<SamplingOptions>, pieces = 1) => {
    const wanted = { ...DEFAULT_SAMPLING, temperature: 1, ...options };
    const generator = createGenerator(module, weights, wanted);
    return Buffer.concat(Array.from({ length: pieces }, () => generator.next(wanted.bytes / pieces)));
  };

  test('the same seed gives the same bytes, however they are asked for', () => {
    expect(generate({ bytes: 600 }, 6)).toEqual(generate({ bytes: 600 }));
    expect(generate({ bytes: 600, seed: 2 })).not.toEqual(generate({ bytes: 600 }));
  });

  test('the prompt changes what comes after it', () => {
    expect(generate({ bytes: 100, prompt: 'x' })).not.toEqual(generate({ bytes: 100, prompt: 'y' }));
  });

  test('only valid UTF-8 comes from an untrained network that is asked for it', () => {
    for (const [seed, bytes] of [
      [1, 100_000],
      [2, 1],
      [3, 2],
      [4, 3],
    ] as const) {
      const text = generate({ bytes, seed, validUtf8: true });
      expect(text.length).toBe(bytes);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(text)).not.toThrow();
    }
  });

  test('temperature 0 and very small temperatures take the likeliest byte and do not overflow', () => {
    const greedy = generate({ bytes: 50, temperature: 0 });
    expect(generate({ bytes: 50, temperature: 1e-300 })).toEqual(greedy);
    expect(generate({ bytes: 50, temperature: 1e-30 })).toEqual(greedy);
    expect(generate({ bytes: 50, topK: 1 })).toEqual(greedy);
  });
});
