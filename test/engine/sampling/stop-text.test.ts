import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStopMatcher } from '../../../src-engine/sampling/stop-text';

test('a stop text is noticed at the byte that completes it, wherever it begins', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 60 });
  fc.assert(
    fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 }), (text, wanted) => {
      const completes = createStopMatcher(Buffer.from(wanted));
      const found = [...Buffer.from(text)].findIndex((byte) => completes(byte));
      const place = text.indexOf(wanted);
      expect(found).toBe(place < 0 ? -1 : place + wanted.length - 1);
    }),
  );
});

test('no stop text never stops', () => {
  const completes = createStopMatcher(new Uint8Array());
  expect([0, 1, 2, 255].some((byte) => completes(byte))).toBe(false);
});
