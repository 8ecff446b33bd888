// Tests the measure of the soak: what grows is told from what comes and goes.
import { expect, test } from 'vitest';
import { growthAnHour, ofEachPart } from '../desktop/growth';

/** One point every five seconds for an hour. */
const hour = (value) => Array.from({ length: 720 }, (_, index) => [index / 12, value(index / 12)]);

test('a line grows by its slope, whatever a single point says', () => {
  const line = hour((minute) => 50 + minute / 6);
  expect(growthAnHour(ofEachPart(line, 'least'))).toBeCloseTo(10);
  line[400][1] = 0;
  expect(growthAnHour(ofEachPart(line, 'least'))).toBeCloseTo(10, 0);
});

test('garbage that is collected every few minutes is no growth; what each collection leaves is', () => {
  const saw = (minute) => 20 * ((minute % 4) / 4);
  expect(Math.abs(growthAnHour(ofEachPart(hour(saw), 'least')))).toBeLessThan(2);
  expect(
    growthAnHour(
      ofEachPart(
        hour((minute) => saw(minute) + minute / 5),
        'least',
      ),
    ),
  ).toBeCloseTo(12, -1);
});

test('handles that are closed for a moment are no growth in the middle', () => {
  const handles = hour((minute) => (minute % 1 < 0.2 ? 40 + (minute % 7) : 57));
  expect(growthAnHour(ofEachPart(handles, 'middle'))).toBe(0);
});

test('a begun five minutes does not count', () => {
  expect(ofEachPart([[0, 3], [6, 3], [12, 3], [15, 9]], 'least')).toEqual([[0, 3], [6, 3], [12, 3]]); // prettier-ignore
});
