import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHARACTER_BOUNDARY, afterByte, forbidBytes, isAllowed, stateAfter } from '../../../src-engine/sampling/utf8';

const strict = new TextDecoder('utf-8', { fatal: true });

/** What the decoder itself says of a sequence: whole characters only. */
function isWhole(bytes: number[]): boolean {
  try {
    strict.decode(Uint8Array.from(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Walks the states; null where a byte is forbidden. */
function walk(bytes: number[]): boolean | null {
  let state = CHARACTER_BOUNDARY;
  for (const [index, byte] of bytes.entries()) {
    if (!isAllowed(state, byte, bytes.length - index)) return null;
    state = afterByte(state, byte);
  }
  return state.missing === 0;
}

test('exactly those sequences of up to four bytes are let through that a strict decoder takes', () => {
  const likely = fc.constantFrom(
    0x00,
    0x41,
    0x7f,
    0x80,
    0x8f,
    0x90,
    0x9f,
    0xa0,
    0xbf,
    0xc0,
    0xc1,
    0xc2,
    0xdf,
    0xe0,
    0xe1,
    0xed,
    0xef,
    0xf0,
    0xf1,
    0xf4,
    0xf5,
    0xff,
  );
  fc.assert(
    fc.property(fc.array(likely, { minLength: 1, maxLength: 4 }), (bytes) => {
      expect(walk(bytes) === true).toBe(isWhole(bytes));
    }),
    { numRuns: 20_000 },
  );
});

test('there is always a byte that may come next', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), fc.integer({ min: 4, max: 9 }), (bytes, room) => {
      const state = stateAfter(bytes);
      expect(Array.from({ length: 256 }, (_, byte) => byte).some((byte) => isAllowed(state, byte, room))).toBe(true);
    }),
  );
});

test('where the network predicts no byte that may come next, all that may become alike', () => {
  const onlyLeads = () => Float32Array.from({ length: 256 }, (_, byte) => (byte === 0xe3 ? 1 : -Infinity));
  const roomy = onlyLeads();
  forbidBytes(roomy, CHARACTER_BOUNDARY, 3);
  expect(roomy).toEqual(onlyLeads());
  const narrow = onlyLeads();
  forbidBytes(narrow, CHARACTER_BOUNDARY, 1);
  expect([...narrow]).toEqual(Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? 0 : -Infinity)));
});
