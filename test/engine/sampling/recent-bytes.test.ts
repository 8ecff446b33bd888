import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecentBytes } from '../../../src-engine/sampling/recent-bytes';

test('exactly the bytes of the window are penalised: positive logits divided, others multiplied', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(1.1, 1.5, 10),
      (bytes, window, penalty) => {
        const recent = createRecentBytes(window);
        for (const byte of bytes) recent.push(byte);
        const logits = Float32Array.from({ length: 256 }, (_, byte) => (byte - 128) / 16);
        const present = new Set(bytes.slice(-window));
        const expected = logits.map((logit, byte) => {
          if (!present.has(byte)) return logit;
          return logit > 0 ? logit / penalty : logit * penalty;
        });
        recent.penalise(logits, penalty);
        expect(logits).toEqual(expected);
      },
    ),
  );
});
