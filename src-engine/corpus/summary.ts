// Tells a person what kind of text they have dropped, from its first megabytes.
import type { TextFiles } from './text-files';

const COUNTED_BYTES = 4 * 1024 * 1024;
const SHOWN_LINES = 12;
const SHOWN_CHARACTERS = 1200;

export interface Summary {
  names: string[];
  bytes: number;
  distinctBytes: number;
  /** 256 counts over the first `countedBytes`. */
  histogram: number[];
  countedBytes: number;
  firstLines: string;
  notice: string | null;
}

const BYTE_ORDER_MARKS: [number[], string][] = [
  [[0xff, 0xfe], 'It is UTF-16, so every second byte says little. Save it as UTF-8 for a better result.'],
  [[0xfe, 0xff], 'It is UTF-16, so every second byte says little. Save it as UTF-8 for a better result.'],
  [
    [0xef, 0xbb, 0xbf],
    'It begins with a byte-order mark, three bytes that no reader sees; the network will learn them too.',
  ],
];

/** Bytes that hardly occur in text of any encoding: control characters other than tab, line ends and form feed. */
function controlShare(histogram: number[], counted: number): number {
  const usual = new Set([9, 10, 12, 13, 27]);
  const controls = histogram.slice(0, 32).reduce((sum, count, value) => (usual.has(value) ? sum : sum + count), 0);
  return counted === 0 ? 0 : controls / counted;
}

function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

function noticeOf(bytes: Uint8Array, histogram: number[], whole: boolean): string | null {
  const mark = BYTE_ORDER_MARKS.find(([values]) => values.every((value, index) => bytes[index] === value));
  if (mark) return mark[1];
  if (controlShare(histogram, bytes.length) > 0.02) {
    return 'It looks like a binary file rather than text. It can be trained on, but what is generated will not be readable.';
  }
  if (!isUtf8(bytes, whole)) {
    return 'It is not UTF-8, perhaps an older encoding. It can be trained on; letters beyond ASCII may be shown as marks.';
  }
  return null;
}

function firstLinesOf(bytes: Uint8Array): string {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 4 * SHOWN_CHARACTERS), { stream: true });
  return beginning
    .split(/\r\n|\r|\n/, SHOWN_LINES)
    .join('\n')
    .slice(0, SHOWN_CHARACTERS);
}

export async function summarise(text: TextFiles): Promise<Summary> {
  const bytes = new Uint8Array(Math.min(COUNTED_BYTES, text.bytes));
  await text.read(bytes, 0);
  const counts = new Array<number>(256).fill(0);
  for (const value of bytes) counts[value] = (counts[value] ?? 0) + 1;
  return {
    names: text.names,
    bytes: text.bytes,
    distinctBytes: counts.filter((count) => count > 0).length,
    histogram: counts,
    countedBytes: bytes.length,
    firstLines: firstLinesOf(bytes),
    notice: noticeOf(bytes, counts, bytes.length === text.bytes),
  };
}
