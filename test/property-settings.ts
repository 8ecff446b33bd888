// Holds every property to the seeds and the number of cases that the environment names; vitest.config.ts loads this where it does.
import type fastCheck from 'fast-check';
import type { IAsyncProperty, IProperty, Parameters } from 'fast-check';
import { vi } from 'vitest';

const { UNROLL_PROPERTY_SEEDS: seeds = '', UNROLL_PROPERTY_CASES: cases } = process.env;
const [first, last] = seeds.split('-').map(Number);

/** One after the other: `check` returns a promise where its property does. */
function withEachSeed(seed: number, check: (seed: number) => unknown): unknown {
  if (seed > last!) return undefined;
  const done = check(seed);
  const goOn = () => withEachSeed(seed + 1, check);
  return done instanceof Promise ? done.then(goOn) : goOn();
}

vi.mock('fast-check', async (importOriginal) => {
  const { default: fc } = await importOriginal<{ default: typeof fastCheck }>();
  const assert = <T>(property: IProperty<T> | IAsyncProperty<T>, chosen: Parameters<T> = {}) => {
    const parameters = { ...chosen, ...(cases && { numRuns: Number(cases) }) };
    if (!last) return fc.assert(property, parameters);
    return withEachSeed(first!, (seed) => fc.assert(property, { ...parameters, seed }));
  };
  return { default: { ...fc, assert } };
});
