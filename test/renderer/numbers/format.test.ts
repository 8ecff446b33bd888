// Tests the words and units that numbers are written with.
import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatBytesPerSecond,
  formatDuration,
  formatQuantity,
  unitOf,
} from '../../../src-renderer/numbers/format';
import { fromBits, fromNats } from '../../../src-renderer/numbers/loss-unit';

describe('Writing numbers', () => {
  it('chooses the unit of a size', () => {
    expect(formatBytes(0)).toBe('0 bytes');
    expect(formatBytes(1)).toBe('1 byte');
    expect(formatBytes(999)).toBe('999 bytes');
    expect(formatBytes(1_115_394)).toBe('1.12 MB');
    expect(formatBytesPerSecond(2_345_000)).toBe('2.35 MB/s');
  });

  it('has the singular for one, and only for one', () => {
    expect([1, 0, 1.5, 2].map((value) => unitOf(value, 'bytes per lane'))).toEqual([
      'byte per lane',
      'bytes per lane',
      'bytes per lane',
      'bytes per lane',
    ]);
    expect(unitOf(1, 'of the text')).toBe('of the text');
  });

  it('says a duration in at most two units', () => {
    expect(formatDuration(40_000)).toBe('40 sec');
    expect(formatDuration(59_600)).toBe('1 min');
    expect(formatDuration(12 * 60_000)).toBe('12 min');
    expect(formatDuration(185 * 60_000)).toBe('3 hr 5 min');
    expect(formatDuration(72 * 3_600_000)).toBe('3 days 0 hr');
  });

  it('writes very small and very large quantities in powers of ten', () => {
    expect(formatQuantity(0)).toBe('0');
    expect(formatQuantity(0.002)).toBe('0.002');
    expect(formatQuantity(0.0000023)).toBe('2.3e-6');
    expect(formatQuantity(NaN)).toBe('–');
  });
});

describe('Units of the loss', () => {
  it('are 8 bits and ln 256 nats for a network that knows nothing', () => {
    expect(fromNats(Math.log(256), 'bits')).toBeCloseTo(8);
    expect(fromBits(8, 'nats')).toBeCloseTo(Math.log(256));
  });
});
