// A draft as it is in its files: where it is cut, which network wrote a place of it, and how that network stood there.
import { readFile, writeFile } from 'node:fs/promises';
import { problem } from '../problem';
import type { Opening } from '../sampling/opening';
import type { DraftFiles, DraftRecord, RecordedPart } from './draft-record';
import { readPieces, readStretch } from './draft-text';
import { memoriesUpTo, memoryBefore } from './memory-log';
import { createBlockCutter, type BlockCutter } from '../protocol/text-blocks';

export interface StoredDraft {
  record: DraftRecord;
  files: DraftFiles;
  bytes: number;
}

/** What a network that did not write a draft reads of its end before it continues: what came earlier has faded by then. */
const REREAD_BYTES = 4096;
/** What a list shows of a draft. */
export const BEGINNING_BYTES = 160;

interface SeenDraft {
  cutter: BlockCutter;
  blocks: number[];
  beginning: Uint8Array;
}

/** A cutter that has seen the draft up to a place, and where it cut. */
export async function cutterAt({ files, record }: StoredDraft, place: number): Promise<SeenDraft> {
  const cutter = createBlockCutter(record.encoding);
  const blocks = [0];
  let beginning: Uint8Array = new Uint8Array();
  for await (const { from, bytes } of readPieces(files, place)) {
    if (from === 0) beginning = bytes.slice(0, BEGINNING_BYTES);
    blocks.push(...cutter.push(bytes));
  }
  return { cutter, blocks, beginning };
}

/** The part that a place lies in. */
export function partAt({ parts }: DraftRecord, at: number): RecordedPart {
  const part = parts.findLast(({ from }) => from <= at) ?? parts[0];
  if (!part) throw problem('The draft has no parts. Generate a new one.');
  return part;
}

/** How the writer of a draft stood before a place; or, had other bytes been given there, after them. */
export async function openingAt(
  { files, record }: StoredDraft,
  place: number,
  given: Uint8Array = new Uint8Array(),
  promptBytes = record.promptBytes,
): Promise<Opening> {
  const found = memoryBefore(await readFile(files.memories), place);
  // One of an earlier part is another network's.
  const known = found && found.at >= partAt(record, place).from ? found : null;
  const readFrom = known?.at ?? Math.max(0, place - REREAD_BYTES);
  const from = Math.max(0, Math.min(readFrom, place - REREAD_BYTES));
  const { bytes } = await readStretch(files, from, place - from);
  const end = place + given.length;
  const drawn = Math.max(0, end - Math.max(known ? readFrom : 0, promptBytes));
  return { context: Buffer.concat([bytes, given]), unread: end - readFrom, drawn, memory: known?.memory ?? null };
}

/** For a network that did not write the draft: it reads the end of it; the random numbers continue where they were. */
export async function rereading({ files, record, bytes }: StoredDraft): Promise<Opening> {
  const from = Math.max(0, bytes - REREAD_BYTES);
  const { bytes: context } = await readStretch(files, from, bytes - from);
  return { context, unread: context.length, drawn: bytes - record.promptBytes, memory: null };
}

/** Copies what lies before `end`. */
export async function copyDraft(from: DraftFiles, to: DraftFiles, end: number): Promise<void> {
  await writeFile(to.text, '');
  await writeFile(to.probabilities, '');
  for await (const { bytes, probabilities } of readPieces(from, end)) {
    await writeFile(to.text, bytes, { flag: 'a' });
    await writeFile(to.probabilities, new Uint8Array(probabilities.buffer), { flag: 'a' });
  }
  await writeFile(to.memories, memoriesUpTo(await readFile(from.memories), end));
}
