// Tests the laws of successive halving: what the rounds cost, and who continues.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRounds, survivors, type Result } from '../../../src-engine/tuning/halving';

describe('The rounds', () => {
  const plans = fc.tuple(fc.integer({ min: 2, max: 64 }), fc.double({ min: 100, max: 1e8, noNaN: true }));

  test('cost equally much, and together the budget', () => {
    fc.assert(
      fc.property(plans, ([candidates, budgetMs]) => {
        const rounds = planRounds(candidates, budgetMs);
        const costs = rounds.map(
          (round, index) => round.candidates * (round.untilMs - (rounds[index - 1]?.untilMs ?? 0)),
        );
        for (const cost of costs) expect(cost).toBeCloseTo(budgetMs / rounds.length, 3);
      }),
    );
  });

  test('begin with all, halve, and end with two', () => {
    fc.assert(
      fc.property(plans, ([candidates, budgetMs]) => {
        const sizes = planRounds(candidates, budgetMs).map((round) => round.candidates);
        expect(sizes[0]).toBe(candidates);
        expect(sizes.at(-1)).toBe(2);
        sizes.slice(1).forEach((size, index) => expect(size).toBe(Math.ceil(sizes[index]! / 2)));
      }),
    );
  });
});

describe('The survivors', () => {
  const loss = fc.option(fc.double({ min: 0, max: 8, noNaN: true }), { nil: null });
  const results = fc
    .array(loss, { minLength: 1, maxLength: 20 })
    .map((losses) => losses.map((bitsPerByte, index): Result => ({ number: index + 1, bitsPerByte })));

  test('are no worse than anyone left behind, and none of them failed', () => {
    fc.assert(
      fc.property(results, fc.integer({ min: 1, max: 20 }), (all, keep) => {
        const kept = survivors(all, keep);
        const trained = all.filter(({ bitsPerByte }) => bitsPerByte !== null);
        expect(kept.length).toBe(Math.min(keep, trained.length));
        const worst = Math.max(...kept.map(({ bitsPerByte }) => bitsPerByte!));
        for (const out of trained.filter((each) => !kept.includes(each))) {
          expect(out.bitsPerByte).toBeGreaterThanOrEqual(worst);
        }
      }),
    );
  });

  test('do not depend on the order in which they came', () => {
    fc.assert(
      fc.property(results, (all) => {
        expect(survivors(all.toReversed(), 3)).toEqual(survivors(all, 3));
      }),
    );
  });
});
