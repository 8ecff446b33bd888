import { expect, test } from 'vitest';
import { createDivergenceWatch } from '../../../src-engine/training/divergence-watch';

const noted = (start: number | null, losses: number[]) => {
  const watch = createDivergenceWatch(start);
  for (const loss of losses) watch.note(loss);
  return watch.fault();
};
const times = (count: number, loss: number) => Array.from({ length: count }, () => loss);

test('a falling loss is all well', () => {
  expect(noted(null, [...times(50, 5.5), ...times(500, 2)])).toBeNull();
});

test('a loss that is not a number is reported at once', () => {
  expect(noted(5.5, [2, NaN])).toContain('the loss became NaN');
  expect(noted(5.5, [2, Infinity])).toContain('the loss became NaN');
});

test('a loss that stays far above where it began is reported with both figures', () => {
  expect(noted(null, [Math.log(256), ...times(60, 20 * Math.LN2)])).toBe(
    'the loss rose to 20.0 bits/byte, far above its initial 8.0',
  );
});

test('a jump that mends itself is no divergence', () => {
  expect(noted(5.5, [...times(100, 3), ...times(5, 40), ...times(100, 3)])).toBeNull();
});

test('a run that began with a good network may rise to knowing nothing', () => {
  expect(noted(1.5, times(100, Math.log(256)))).toBeNull();
});
