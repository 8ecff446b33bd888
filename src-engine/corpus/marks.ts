// Byte-order marks: what a text may begin with to say its encoding.
import type { EncodingName } from '../protocol/encodings';

const MARKS: [number[], EncodingName][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The mark that the bytes begin with, and its length; null where they begin with none. */
export function markOf(bytes: Uint8Array): { encoding: EncodingName; bytes: number } | null {
  const mark = MARKS.find(([values]) => values.every((value, index) => bytes[index] === value));
  return mark ? { encoding: mark[1], bytes: mark[0].length } : null;
}
