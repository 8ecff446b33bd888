// Finds a text or a pattern in a draft on the disk.
import { encodeText } from '../sampling/text-encoding';
import type { DraftFiles } from './draft-record';
import { readPieces } from './draft-text';
import { findPattern, type FoundPattern } from './find-pattern';
import { findBytes } from './find-text';

export interface Wanted {
  text: string;
  isPattern: boolean;
  encoding: string;
}

async function* bytesOf(files: DraftFiles): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of readPieces(files)) yield bytes;
}

/** Capital or small letters alike. */
export async function findInDraft(files: DraftFiles, { text, isPattern, encoding }: Wanted): Promise<FoundPattern> {
  if (isPattern) return findPattern(bytesOf(files), text, encoding, true);
  const wanted = encodeText(text, encoding);
  const found = await findBytes(bytesOf(files), wanted);
  return { ...found, lengths: found.at.map(() => wanted.length) };
}
