import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, nextUint32, nextUniform } from '../../../src-engine/model/random';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const names = fc.constantFrom('initialisation', 'restarts', 'sampling', '', 'a', 'b', '日本');
const draw = (state: Uint32Array, count: number) => Array.from({ length: count }, () => nextUint32(state));

describe('the generator', () => {
  test('gives the published outputs of xoshiro128** for the state 1, 2, 3, 4', () => {
    // From the authors' C, as rand_xoshiro's own test has them.
    expect(draw(Uint32Array.of(1, 2, 3, 4), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test('gives what BigInt arithmetic gives, for any state', () => {
    const mask = 2n ** 32n - 1n;
    const rotate = (x: bigint, bits: bigint) => ((x << bits) | (x >> (32n - bits))) & mask;
    const slow = (state: bigint[]) => {
      let [a, b, c, d] = state as [bigint, bigint, bigint, bigint];
      const result = (rotate((b * 5n) & mask, 7n) * 9n) & mask;
      const shifted = (b << 9n) & mask;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotate(d, 11n);
      state.splice(0, 4, a, b, c, d);
      return Number(result);
    };
    fc.assert(
      fc.property(fc.tuple(seeds, seeds, seeds, seeds), (words) => {
        const exact = words.map(BigInt);
        expect(draw(Uint32Array.from(words), 50)).toEqual(Array.from({ length: 50 }, () => slow(exact)));
      }),
    );
  });

  test('an equal seed and name give an equal stream, and any other a different one', () => {
    fc.assert(
      fc.property(seeds, names, seeds, names, (seed, name, otherSeed, otherName) => {
        const stream = draw(createRandom(seed, name), 8);
        expect(draw(createRandom(seed, name), 8)).toEqual(stream);
        if (seed !== otherSeed || name !== otherName) {
          expect(draw(createRandom(otherSeed, otherName), 8)).not.toEqual(stream);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a run’s streams stay the same bits from version to version', () => {
    // What seed 1 drew when the first runs were made: with other numbers they would continue otherwise.
    expect(draw(createRandom(1, 'initialisation'), 3)).toEqual([3473880757, 3588916230, 3263151650]);
  });

  test('a copied state continues with the same stream', () => {
    fc.assert(
      fc.property(seeds, fc.nat(50), (seed, before) => {
        const state = createRandom(seed, 'restarts');
        draw(state, before);
        const saved = JSON.stringify([...state]);
        const next = draw(state, 5);
        expect(draw(Uint32Array.from(JSON.parse(saved) as number[]), 5)).toEqual(next);
      }),
    );
  });

  test('uniform numbers are multiples of 2⁻²⁴ in [0,1), exact in f32', () => {
    const state = createRandom(7, 'uniform');
    for (let index = 0; index < 10_000; index++) {
      const number = nextUniform(state);
      expect(number >= 0 && number < 1 && Number.isInteger(number * 2 ** 24) && Math.fround(number) === number).toBe(
        true,
      );
    }
  });

  /** Σ (seen - expected)²/expected over 256 equal bins: of mean 255 and standard deviation √510 = 22.6 when uniform. */
  function chiSquare(value: () => number): number {
    const [bins, draws] = [256, 256 * 1000];
    const seen = new Float64Array(bins);
    for (let index = 0; index < draws; index++) seen[value()]! += 1;
    return seen.reduce((sum, count) => sum + (count - draws / bins) ** 2 / (draws / bins), 0);
  }

  test.each([0, 1, 2, 3, 0xffffffff])(
    'uniform numbers of seed %i fill 256 bins evenly, within 5 deviations',
    (seed) => {
      const state = createRandom(seed, 'chi-square');
      for (const bin of [() => Math.floor(nextUniform(state) * 256), () => nextUint32(state) & 255]) {
        const sum = chiSquare(bin);
        expect(sum).toBeGreaterThan(255 - 5 * 22.6);
        expect(sum).toBeLessThan(255 + 5 * 22.6);
      }
    },
  );

  test('the first numbers of neighbouring seeds are as even as one seed’s', () => {
    let seed = 0;
    expect(chiSquare(() => Math.floor(nextUniform(createRandom(seed++, 'sampling')) * 256))).toBeLessThan(
      255 + 5 * 22.6,
    );
  });
});
