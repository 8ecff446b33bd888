// The bytes of a text that was typed as a line, with its escapes.
import { textPattern } from '../protocol/forbidden-lines';
import { encodeText } from './text-encoding';

export function bytesFromLine(line: string, encoding: string): Uint8Array {
  const parts = textPattern(line).map((part) => {
    if (part.kind === 'byte') return Uint8Array.of(part.byte);
    const [range] = part.kind === 'set' ? part.ranges : [];
    return range ? encodeText(String.fromCodePoint(range[0]), encoding) : new Uint8Array();
  });
  return Uint8Array.from(parts.flatMap((bytes) => [...bytes]));
}
