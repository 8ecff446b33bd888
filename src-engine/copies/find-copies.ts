// Checks a draft against a text: one pass over the text, then a look at what surrounds the stretches that were found.
import { readThrough } from '../corpus/read-through';
import type { TextFiles } from '../corpus/text-files';
import { MOST_CHECKED_BYTES, MOST_TOLD_COPIES, type CopiedStretch, type CopyReport } from '../protocol/copies';
import { createCopyScan, type Copy } from './copy-scan';

export interface CheckedDraft {
  /** The draft, or as much of its beginning as is checked. */
  bytes: Uint8Array;
  /** How many of them, at the beginning, were given: they do not count as copied. */
  promptBytes: number;
  /** Shorter stretches do not count. */
  least: number;
}

export interface CheckOptions {
  signal?: AbortSignal;
  /** How much of the text has gone by, 0 to 1. */
  onProgress?: (share: number) => void;
}

const SURROUNDING_BYTES = 80;

/** How many bytes from `promptBytes` on lie in any of the stretches. */
function covered(copies: readonly Copy[], promptBytes: number): number {
  let sum = 0;
  let reached = promptBytes;
  for (const { from, bytes } of copies) {
    sum += Math.max(0, from + bytes - Math.max(from, reached));
    reached = Math.max(reached, from + bytes);
  }
  return sum;
}

/** All of them, or the longest; in the order of the draft. */
function longestOf(copies: Copy[]): Copy[] {
  if (copies.length <= MOST_TOLD_COPIES) return copies;
  const byLength = copies.toSorted((a, b) => b.bytes - a.bytes).slice(0, MOST_TOLD_COPIES);
  return byLength.sort((a, b) => a.from - b.from);
}

async function withSurroundings(text: TextFiles, { from, bytes, textAt }: Copy): Promise<CopiedStretch> {
  const before = new Uint8Array(Math.min(SURROUNDING_BYTES, textAt));
  const end = textAt + bytes;
  const after = new Uint8Array(Math.max(0, Math.min(SURROUNDING_BYTES, text.bytes - end)));
  await text.read(before, textAt - before.length);
  await text.read(after, end);
  return { from, bytes, ...text.placeOf(textAt), before, after };
}

/** `text` is left open. */
export async function findCopies(
  text: TextFiles,
  draft: CheckedDraft,
  { signal, onProgress }: CheckOptions = {},
): Promise<CopyReport> {
  const bytes = draft.bytes.subarray(0, MOST_CHECKED_BYTES);
  const promptBytes = Math.min(draft.promptBytes, bytes.length);
  const scan = createCopyScan(bytes, draft.least);
  const see = (piece: Uint8Array, end: number) => {
    scan.see(piece);
    onProgress?.(end / text.bytes);
    return true;
  };
  await readThrough(text, see, { signal });
  // What was given as a prompt may well stand in the text.
  const found = scan.copies().filter((copy) => copy.from + copy.bytes > promptBytes);
  const copies: CopiedStretch[] = [];
  for (const copy of longestOf(found)) {
    signal?.throwIfAborted();
    copies.push(await withSurroundings(text, copy));
  }
  return {
    textName: text.name,
    textBytes: text.bytes,
    least: draft.least,
    checkedBytes: bytes.length,
    generatedBytes: bytes.length - promptBytes,
    copiedBytes: covered(found, promptBytes),
    longestBytes: found.reduce((most, copy) => Math.max(most, copy.bytes), 0),
    copies,
    allCopies: found.length,
  };
}
