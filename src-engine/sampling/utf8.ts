// Says which bytes may come next so that the output stays valid UTF-8 (the well-formed sequences of the Unicode Standard, table 3-7).

export interface Utf8State {
  /** Continuation bytes that the character begun still needs. */
  readonly missing: number;
  /** The range of the next one: narrower than 80 … BF after E0, ED, F0 and F4. */
  readonly least: number;
  readonly greatest: number;
}

export const CHARACTER_BOUNDARY: Utf8State = { missing: 0, least: 0x80, greatest: 0xbf };

/** Within a character whose next byte may be any continuation byte, by how many are missing. */
const WITHIN: readonly Utf8State[] = [0, 1, 2, 3].map((missing) => ({ ...CHARACTER_BOUNDARY, missing }));

/** After the lead bytes that narrow the next byte's range. */
const NARROWED = new Map<number, Utf8State>([
  [0xe0, { missing: 2, least: 0xa0, greatest: 0xbf }],
  [0xed, { missing: 2, least: 0x80, greatest: 0x9f }],
  [0xf0, { missing: 3, least: 0x90, greatest: 0xbf }],
  [0xf4, { missing: 3, least: 0x80, greatest: 0x8f }],
]);

const LONGEST_CHARACTER = 4;

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
  const missing = state.missing > 0 ? state.missing - 1 : lengthFrom(byte) - 1;
  if (state.missing === 0) {
    const narrowed = NARROWED.get(byte);
    if (narrowed) return narrowed;
  }
  return WITHIN[missing] ?? CHARACTER_BOUNDARY;
}

/** The state after a text of any bytes; a sequence that is not well formed counts as ended. */
export function stateAfter(bytes: Uint8Array): Utf8State {
  let state = CHARACTER_BOUNDARY;
  for (const byte of bytes) {
    if (isAllowed(state, byte, LONGEST_CHARACTER)) state = afterByte(state, byte);
    else if (isAllowed(CHARACTER_BOUNDARY, byte, LONGEST_CHARACTER)) state = afterByte(CHARACTER_BOUNDARY, byte);
    else state = CHARACTER_BOUNDARY;
  }
  return state;
}

/**
 * Gives the bytes that may not come next probability 0: their logits become -∞, in place. Where the network predicts none of
 * those that may (a text of its own few byte values, at the very end of the room), they all become alike.
 */
export function forbidBytes(logits: Float32Array, state: Utf8State, room: number): void {
  let canGoOn = false;
  for (let byte = 0; byte < logits.length; byte++) {
    if (!isAllowed(state, byte, room)) logits[byte] = -Infinity;
    else if (logits[byte] !== -Infinity) canGoOn = true;
  }
  if (canGoOn) return;
  for (let byte = 0; byte < logits.length; byte++) if (isAllowed(state, byte, room)) logits[byte] = 0;
}
