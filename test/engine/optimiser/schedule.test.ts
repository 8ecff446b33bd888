import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipScale } from '../../../src-engine/optimiser/clip';
import { cosineOfPi, scheduledRate, wholePower } from '../../../src-engine/optimiser/schedule';
import { isOutOfPatience, plateausBefore, validationsSoFar } from '../../../src-engine/run-files/plateau';

const at = (shareDone: number, plateaus = 0) => ({ shareDone, plateaus });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const names = fc.constantFrom('constant' as const, 'cosine' as const, 'step' as const, 'plateau' as const);

test('the own cosine is the cosine within 1e-14', () => {
  fc.assert(
    fc.property(share, (x) => {
      expect(Math.abs(cosineOfPi(x) - Math.cos(Math.PI * x))).toBeLessThan(1e-14);
    }),
  );
});

test('the own power is the power within 1e-12 of it', () => {
  fc.assert(
    fc.property(fc.constantFrom(0.9, 0.999), fc.integer({ min: 1, max: 20_000 }), (base, exponent) => {
      const exact = base ** exponent;
      expect(Math.abs(wholePower(base, exponent) - exact)).toBeLessThanOrEqual(1e-12 * exact + 1e-300);
    }),
  );
});

describe('a schedule', () => {
  test('never leaves (0, rate]', () => {
    fc.assert(
      fc.property(names, share, fc.integer({ min: 0, max: 9 }), (name, done, plateaus) => {
        const rate = scheduledRate(name, 0.01, at(done, plateaus));
        expect(rate).toBeGreaterThan(0);
        expect(rate).toBeLessThanOrEqual(0.01);
      }),
    );
  });

  test('constant stays; cosine is at its height after the warm-up and at a fiftieth at the end', () => {
    expect(scheduledRate('constant', 0.01, at(0.7))).toBe(0.01);
    expect(scheduledRate('cosine', 0.01, at(0.02))).toBeCloseTo(0.01, 10);
    expect(scheduledRate('cosine', 0.01, at(1))).toBeCloseTo(0.0002, 10);
  });

  test('step halves at each eighth of the run, plateau at each plateau', () => {
    const steps = [0, 0.124, 0.125, 0.5, 1].map((done) => scheduledRate('step', 1, at(done)));
    expect(steps).toEqual([1, 1, 0.5, 1 / 16, 1 / 128]);
    expect(scheduledRate('plateau', 1, at(0.5, 3))).toBe(1 / 8);
  });
});

describe('validations', () => {
  const points = [3, 2, 2.1, 2.2, 2.05, 1.9, 1.95].map((bitsPerByte, index) => ({
    update: 10 * (index + 1),
    bytes: 0,
    elapsedMs: 0,
    bitsPerByte,
  }));

  test('three in a row without a new best are a plateau, counted from the update they were made at', () => {
    expect([40, 50, 60, 70].map((update) => plateausBefore(points, update))).toEqual([0, 1, 1, 1]);
  });

  test('patience is out when so many were no better than the best before them', () => {
    expect(isOutOfPatience(validationsSoFar(points.slice(0, 5)), 3)).toBe(true);
    expect(isOutOfPatience(validationsSoFar(points.slice(0, 5)), 4)).toBe(false);
    expect(isOutOfPatience(validationsSoFar(points), 1)).toBe(true);
    expect(isOutOfPatience(validationsSoFar(points), 0)).toBe(false);
  });
});

test('clipping by norm shortens to the norm asked for and leaves shorter gradients alone', () => {
  const size = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(size, size, (norm, limit) => {
      expect(norm * clipScale(norm, limit)).toBeLessThanOrEqual(limit * (1 + 1e-12));
      if (norm < limit - 1e-5) expect(clipScale(norm, limit)).toBe(1);
    }),
  );
  expect(clipScale(5, 0)).toBe(1);
});
