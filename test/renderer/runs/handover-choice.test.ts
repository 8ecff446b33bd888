// Tests what is suggested, refused and said before a run goes on on a bigger machine.
import { describe, expect, it } from 'vitest';
import {
  becomesSentence,
  canHandOver,
  choiceProblems,
  suggestedChoice,
} from '../../../src-renderer/runs/handover-choice';
import { exampleRun } from '../../components/scenes/example-run';

const run = exampleRun('Whale', {
  update: 500,
  totalUpdates: 1000,
  textBytes: 1e6,
  settings: { hiddenSize: 64, lanes: 8, length: 1000, lengthUnit: 'updates' },
});
const same = suggestedChoice(run);

describe('A run that goes on on a bigger machine', () => {
  it('is suggested as it is, with its text beside it unless that is very large', () => {
    expect(same).toEqual({
      copiesText: true,
      hiddenSize: 64,
      lanes: 8,
      fromScratch: false,
      length: 1000,
      lengthUnit: 'updates',
    });
    expect(suggestedChoice({ ...run, textBytes: 1e11 }).copiesText).toBe(false);
    expect(suggestedChoice({ ...run, update: 1000 }).length).toBe(2000);
    expect(choiceProblems(run, same)).toEqual({ hiddenSize: null, lanes: null, length: null });
  });

  it('has to have something to go on with', () => {
    expect([canHandOver(run), canHandOver({ ...run, update: 0 })]).toEqual([true, false]);
  });

  it('may get wider, and narrower only from scratch', () => {
    expect(choiceProblems(run, { ...same, hiddenSize: 63 }).hiddenSize).toMatch(/enter at least 64\.$/);
    expect(choiceProblems(run, { ...same, hiddenSize: 63, fromScratch: true }).hiddenSize).toBeNull();
    expect(choiceProblems(run, { ...same, hiddenSize: 512 }).hiddenSize).toBeNull();
    expect(choiceProblems(run, { ...same, hiddenSize: 5000 }).hiddenSize).toContain('out of range');
  });

  it('says what is wrong with what is no number, and with a length that is over', () => {
    const problems = choiceProblems(run, { ...same, hiddenSize: null, lanes: null, length: null });
    for (const problem of Object.values(problems)) expect(problem).toMatch(/\.$/);
    expect(choiceProblems(run, { ...same, length: 500 }).length).toMatch(/more than the 500 updates/);
    // A new one begins at 0.
    expect(choiceProblems(run, { ...same, lanes: 64, length: 500 }).length).toBeNull();
  });

  it('is told what it becomes', () => {
    expect(becomesSentence(run, same)).toBe('This run goes on there from update 500, with its curve.');
    expect(becomesSentence(run, { ...same, lanes: 64 })).toContain('the optimiser and the schedule');
    expect(becomesSentence(run, { ...same, hiddenSize: 512 })).toContain('computes what this one does');
    expect(becomesSentence(run, { ...same, fromScratch: true })).toContain('initial weights');
  });
});
