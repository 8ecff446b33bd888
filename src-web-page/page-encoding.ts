// Writes prompts in the network's encoding, in a browser.
import { encoderFrom } from '../src-engine/pages/character-table';
import type { TextEncoding } from '../src-engine/sampling/encoding';

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

function encoderOf(name: string, table: Uint8Array): (text: string) => Uint8Array {
  if (name === 'utf-8') return (text) => new TextEncoder().encode(text);
  if (name.startsWith('utf-16')) return (text) => utf16(text, name === 'utf-16le');
  return encoderFrom(table);
}

export const textDecoder = (name: string): TextDecoder => new TextDecoder(name, { ignoreBOM: true });

export function pageEncoding(name: string, table: Uint8Array): TextEncoding {
  return { name, encode: encoderOf(name, table), decode: (bytes) => textDecoder(name).decode(bytes) };
}
