import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkpointsToKeep } from '../../../src-engine/run-files/checkpoints';

const updates = fc.uniqueArray(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 200 });

test('the newest two and the best are always kept', () => {
  fc.assert(
    fc.property(updates, fc.nat(), (all, chosen) => {
      const best = all[chosen % all.length]!;
      const kept = checkpointsToKeep(all, best);
      const newest = [...all].sort((a, b) => b - a).slice(0, 2);
      for (const update of [best, ...newest]) expect(kept).toContain(update);
    }),
  );
});

test('a checkpoint with a note is kept', () => {
  fc.assert(
    fc.property(updates, fc.nat(), (all, chosen) => {
      const noted = all[chosen % all.length]!;
      expect(checkpointsToKeep(all, null, [noted, -1])).toContain(noted);
      expect(checkpointsToKeep(all, null, [-1])).not.toContain(-1);
    }),
  );
});

test('the history thins: one a doubling, so that a million updates keep a few dozen', () => {
  fc.assert(
    fc.property(updates, (all) => {
      expect(checkpointsToKeep(all, null).size).toBeLessThanOrEqual(21 + 2);
    }),
  );
});

test('what was deleted is never missed later: thinning the kept ones again keeps the same history', () => {
  fc.assert(
    fc.property(updates, (all) => {
      const kept = [...checkpointsToKeep(all, null)];
      expect(checkpointsToKeep(kept, null)).toEqual(new Set(kept));
    }),
  );
});
