// Says which bytes may come next so that the output stays valid UTF-8 (the well-formed sequences of the Unicode Standard, table 3-7).

export interface Utf8State {
  /** Continuation bytes that the character begun still needs. */
  missing: number;
  /** The range of the next one: narrower than 80 … BF after E0, ED, F0 and F4. */
  least: number;
  greatest: number;
}

export const CHARACTER_BOUNDARY: Utf8State = { missing: 0, least: 0x80, greatest: 0xbf };

/** Bytes of the character that a lead byte begins; 0 for a byte that begins none. */
function lengthFrom(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

/** `room`: bytes that may still be written, this one included; no character is begun that would not fit. */
export function isAllowed(state: Utf8State, byte: number, room: number): boolean {
  if (state.missing > 0) return byte >= state.least && byte <= state.greatest;
  const length = lengthFrom(byte);
  return length > 0 && length <= room;
}

/** The state after an allowed byte. */
export function afterByte(state: Utf8State, byte: number): Utf8State {
  if (state.missing > 0) return { ...CHARACTER_BOUNDARY, missing: state.missing - 1 };
  const missing = lengthFrom(byte) - 1;
  switch (byte) {
    case 0xe0:
      return { missing, least: 0xa0, greatest: 0xbf };
    case 0xed:
      return { missing, least: 0x80, greatest: 0x9f };
    case 0xf0:
      return { missing, least: 0x90, greatest: 0xbf };
    case 0xf4:
      return { missing, least: 0x80, greatest: 0x8f };
    default:
      return { ...CHARACTER_BOUNDARY, missing };
  }
}

/** The state after a text of any bytes; a sequence that is not well formed counts as ended. */
export function stateAfter(bytes: Uint8Array): Utf8State {
  let state = CHARACTER_BOUNDARY;
  for (const byte of bytes) {
    if (isAllowed(state, byte, 4)) state = afterByte(state, byte);
    else state = isAllowed(CHARACTER_BOUNDARY, byte, 4) ? afterByte(CHARACTER_BOUNDARY, byte) : CHARACTER_BOUNDARY;
  }
  return state;
}
