// The bytes of a text that was typed as a line, with its escapes.
import { textPattern } from '../protocol/forbidden-lines';
import type { TextEncoding } from './encoding';

export function bytesFromLine(line: string, encoding: TextEncoding): Uint8Array {
  const parts = textPattern(line).map((part) => {
    if (part.kind === 'byte') return Uint8Array.of(part.byte);
    const [range] = part.kind === 'set' ? part.ranges : [];
    return range ? encoding.encode(String.fromCodePoint(range[0])) : new Uint8Array();
  });
  return Uint8Array.from(parts.flatMap((bytes) => [...bytes]));
}
