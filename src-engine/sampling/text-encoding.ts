// The one place where what the user types becomes bytes of a text's encoding, and bytes become text again.
import { encode } from 'iconv-lite';
import type { TextEncoding } from './encoding';

/** `encoding` is a label of the Encoding Standard; what it cannot say is written as a question mark. */
export function encodeText(text: string, encoding: string): Uint8Array {
  return new Uint8Array(encode(text, encoding));
}

/** Whole characters only; what a character still misses comes with the next bytes. */
export function createTextDecoder(encoding: string): InstanceType<typeof TextDecoder> {
  return new TextDecoder(encoding, { ignoreBOM: true });
}

export function textEncoding(name: string): TextEncoding {
  const decoder = createTextDecoder(name);
  return { name, encode: (text) => encodeText(text, name), decode: (bytes) => decoder.decode(bytes) };
}
