// Runs a share of the cases, and holds each to the rules: it ends within a second, and what it refuses it refuses with one sentence.
import { expect } from 'vitest';
import { isProblem } from '../../src-engine/problem';
import { createChance, type Chance } from './mutate';

/** `npm run test:fuzz` has a million. */
export const CASES = Number(process.env.UNROLL_FUZZ_CASES ?? 20_000);
const SEED = Number(process.env.UNROLL_FUZZ_SEED ?? 1);
const MOST_CPU_MICROSECONDS = 1e6;

const SENTENCE = /^["“A-Z–][^\n]{4,1500}[.?!]$/;

export function expectSentence(sentence: string, what: string): void {
  expect(sentence, what).toMatch(SENTENCE);
  expect(sentence, what).not.toMatch(/^Unexpected error|undefined|\[object|Cannot read/);
}

/** Fails for any error that is none for the user. */
export async function orRefused(work: () => unknown, what: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isProblem(error)) throw error;
    expectSentence(error.message, what);
  }
}

/** A case's own seed is in what it fails with: UNROLL_FUZZ_SEED and UNROLL_FUZZ_CASES=1 repeat it. */
export async function eachCase(share: number, one: (chance: Chance, what: string) => unknown): Promise<void> {
  const count = Math.ceil(CASES * share);
  for (let index = 0; index < count; index++) {
    const seed = SEED + index;
    const what = `seed ${seed}`;
    const startedMs = performance.now();
    const cpu = process.cpuUsage();
    try {
      await one(createChance(Math.imul(seed, 0x9e3779b1)), what);
    } catch (error) {
      throw new Error(`${what}: ${String(error)}`, { cause: error });
    }
    // By the clock a busy computer would be at fault.
    if (performance.now() - startedMs > 1000) {
      const { user, system } = process.cpuUsage(cpu);
      expect(user + system, what).toBeLessThan(MOST_CPU_MICROSECONDS);
    }
  }
}
