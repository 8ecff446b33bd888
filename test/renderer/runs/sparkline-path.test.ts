// Tests the small line beside a run.
import { describe, expect, it } from 'vitest';
import { sparklinePath } from '../../../src-renderer/runs/sparkline-path';

describe('A sparkline', () => {
  it('runs from the first loss at the left to the last at the right, the greatest on top', () => {
    expect(sparklinePath([3, 2, 1], 60, 20)).toBe('M0.0 0.0 L30.0 10.0 L60.0 20.0');
  });

  it('is empty without two losses, and level where all are alike', () => {
    expect(sparklinePath([1], 60, 20)).toBe('');
    expect(sparklinePath([2, 2], 60, 20)).toBe('M0.0 10.0 L60.0 10.0');
  });

  it('leaves out what is no number', () => {
    expect(sparklinePath([NaN, Infinity, 2, 1], 60, 20)).toBe('M0.0 0.0 L60.0 20.0');
  });
});
