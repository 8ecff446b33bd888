// Tests that numbers are read as people type them, and never silently as another number.
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../src-renderer/numbers/parse-number';

describe('Reading a number', () => {
  it.each([
    ['0.002', 0.002],
    ['1e-4', 0.0001],
    ['.5', 0.5],
    [' 128 ', 128],
    ['10_000', 10_000],
    ['-3', -3],
    ['\u22123', -3],
  ])('takes the plain form %j everywhere', (typed, value) => {
    expect(parseNumber(typed, 'en')).toBe(value);
    expect(parseNumber(typed, 'de')).toBe(value);
  });

  it('takes the groups and the decimal sign of the locale', () => {
    expect(parseNumber('1,234,567', 'en')).toBe(1_234_567);
    expect(parseNumber('0,002', 'de')).toBe(0.002);
    expect(parseNumber('1.234.567,5', 'de')).toBe(1_234_567.5);
    expect(parseNumber('1\u202f234,5', 'fr')).toBe(1234.5);
  });

  it('takes a thousand in groups as a thousand where the point makes groups', () => {
    expect(parseNumber('1.000', 'de')).toBe(1000);
    expect(parseNumber('12.345.678', 'de')).toBe(12_345_678);
    expect(parseNumber('1.000', 'en')).toBe(1);
    expect(parseNumber('1.5', 'de')).toBe(1.5);
    expect(parseNumber('0.125', 'de')).toBe(0.125);
  });

  it.each(['', 'abc', '1.2.3', '0,002', '1,23', '12e', '--1', 'Infinity', '0x10'])('refuses %j in English', (typed) => {
    expect(parseNumber(typed, 'en')).toBeNull();
  });
});
