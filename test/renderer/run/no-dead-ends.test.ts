// Tests what the one primary button of a run is, and the length it suggests for training longer.
import { describe, expect, it } from 'vitest';
import { horizonSentence, longerProblem, suggestedLength } from '../../../src-renderer/run/longer-length';
import { primaryLabel, primaryOf } from '../../../src-renderer/run/primary-action';

const facts = { settings: { length: 10, lengthUnit: 'epochs' }, update: 500, totalUpdates: 500, elapsedMs: 90_000 };

describe('The primary action of a run', () => {
  it.each([
    ['training', 'pause', 'Pause'],
    ['paused', 'resume', 'Resume'],
    ['failed', 'resume', 'Resume'],
    ['queued', 'resume', 'Start now'],
    ['finished', 'longer', 'Train longer…'],
  ] as const)('of one that is %s is to %s', (state, action, label) => {
    expect([primaryOf({ state }), primaryLabel({ state })]).toEqual([action, label]);
  });

  it('is the way back after a divergence, where there is one', () => {
    const divergence = { update: 90, checkpoint: 40, learningRate: 0.001 };
    expect(primaryLabel({ state: 'paused', divergence })).toBe('Go back to update 40');
    expect(primaryOf({ state: 'paused', divergence: { ...divergence, checkpoint: null } })).toBe('resume');
  });
});

describe('A longer length', () => {
  it('is as long again for a run that is whole, and its own for one that was stopped', () => {
    expect(suggestedLength(facts)).toEqual({ length: 20, unit: 'epochs' });
    expect(suggestedLength({ ...facts, update: 120 })).toEqual({ length: 10, unit: 'epochs' });
  });

  it('has to be longer than what is done', () => {
    expect(longerProblem(facts, 500, 'updates')).toContain('more than the 500 updates');
    expect(longerProblem(facts, 501, 'updates')).toBeNull();
    expect(longerProblem(facts, 1.5, 'minutes')).toContain('more than the');
    expect(longerProblem(facts, null, 'epochs')).toContain('not a number');
    expect(longerProblem(facts, null, 'told')).toBeNull();
  });

  it('says what becomes of the schedule', () => {
    expect(horizonSentence('constant', 'epochs')).toContain('constant');
    expect(horizonSentence('cosine', 'epochs')).toContain('ends at the new length');
    expect(horizonSentence('cosine', 'told')).toContain('needs a length');
  });
});
