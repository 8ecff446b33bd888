// Gives every property test the seed and the number of cases that the environment names; vitest.config.ts loads this where it does.
import fc from 'fast-check';

const { UNROLL_PROPERTY_SEED: seed, UNROLL_PROPERTY_CASES: numRuns } = process.env;

fc.configureGlobal({ ...(seed && { seed: Number(seed) }), ...(numRuns && { numRuns: Number(numRuns) }) });
