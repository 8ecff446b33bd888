// Says of bytes in any encoding whether they are a character, the beginning of one, or neither.
import { createTextDecoder } from './text-encoding';
import { CHARACTER_BOUNDARY, afterByte, isAllowed } from './utf8';

export type CharacterPart = 'whole' | 'begun' | 'none';

const LONGEST_IN_UTF8 = 4;

function inUtf8(bytes: readonly number[]): CharacterPart {
  let state = CHARACTER_BOUNDARY;
  for (const [index, byte] of bytes.entries()) {
    if ((index > 0 && state.missing === 0) || !isAllowed(state, byte, LONGEST_IN_UTF8)) return 'none';
    state = afterByte(state, byte);
  }
  return state.missing > 0 ? 'begun' : 'whole';
}

/** By the decoder: it gives nothing while more bytes have to come, and one character once they have. */
function byDecoder(bytes: readonly number[], encoding: string): CharacterPart {
  const text = createTextDecoder(encoding).decode(Uint8Array.from(bytes), { stream: true });
  if (text === '') return 'begun';
  return text.includes('\ufffd') || Array.from(text).length > 1 ? 'none' : 'whole';
}

export function characterPart(bytes: readonly number[], encoding: string): CharacterPart {
  return encoding === 'utf-8' ? inUtf8(bytes) : byDecoder(bytes, encoding);
}
