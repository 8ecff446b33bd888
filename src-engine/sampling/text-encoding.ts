// The one place where what a person types becomes bytes of a text's encoding, and bytes become text again.

const BUFFER_ENCODINGS: Record<string, 'latin1' | 'utf16le'> = { 'iso-8859-1': 'latin1', 'utf-16le': 'utf16le' };

/** `encoding` is a label of the Encoding Standard; one that cannot be written is written as UTF-8. */
export function encodeText(text: string, encoding: string): Uint8Array {
  const known = BUFFER_ENCODINGS[encoding];
  return known ? new Uint8Array(Buffer.from(text, known)) : new TextEncoder().encode(text);
}

/** Whole characters only; what a character still misses comes with the next bytes. */
export function createTextDecoder(encoding: string): InstanceType<typeof TextDecoder> {
  return new TextDecoder(encoding, { ignoreBOM: true });
}
