import { expect, test } from 'vitest';
import { MOST_VALIDATIONS, withValidation } from '../../../src-renderer/train/kept-validations';

const validation = (update: number, bitsPerByte = 2) => ({ update, bytes: update, elapsedMs: update, bitsPerByte });

test('however many validations come they stay few, with the first, the best and the newest', () => {
  let kept = [validation(1)];
  for (let update = 2; update <= 5 * MOST_VALIDATIONS; update += 1) {
    kept = withValidation(kept, validation(update, update === 777 ? 1 : 2));
    if (kept.length > MOST_VALIDATIONS) break;
  }
  expect(kept.length).toBeLessThanOrEqual(MOST_VALIDATIONS);
  expect(kept[0]!.update).toBe(1);
  expect(kept.at(-1)!.update).toBe(5 * MOST_VALIDATIONS);
  expect(kept.filter(({ bitsPerByte }) => bitsPerByte === 1).map(({ update }) => update)).toEqual([777]);
  // They still span the run evenly: 1,000 stretches of it would each hold one, or have one beside them.
  const gaps = kept.slice(1).map(({ update }, index) => update - kept[index]!.update);
  expect(Math.max(...gaps)).toBeLessThanOrEqual((2 * 5 * MOST_VALIDATIONS) / 1000);
});

test('a run that went back loses those from there on', () => {
  const kept = [1, 2, 3, 4].map((update) => validation(update));
  expect(withValidation(kept, validation(3, 1)).map(({ update }) => update)).toEqual([1, 2, 3]);
});
