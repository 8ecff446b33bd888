// Writes a copy of a text in UTF-8, piece by piece, so that a text of any size can be converted.
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { EncodingName } from '../protocol/encodings';
import { checkPlaceForFile } from '../files/regular-file';
import { problem } from '../problem';
import { openTextFiles, type TextFiles } from './text-files';
import { readThrough } from './read-through';

export interface ConversionOptions {
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress(share: number): void;
}

/** Its bytes as UTF-8, without a byte-order mark; each file of a text starts over. */
async function convertOne(
  text: TextFiles,
  encoding: EncodingName,
  into: FileHandle,
  { signal, onProgress }: ConversionOptions,
) {
  const decoder = new TextDecoder(encoding);
  const write = async (piece: Uint8Array, endOffset: number) => {
    await into.appendFile(decoder.decode(piece, { stream: true }));
    onProgress(endOffset / text.bytes);
    return true;
  };
  await readThrough(text, write, { signal });
  await into.appendFile(decoder.decode());
}

/** All of it or nothing: an abort, a full disk or a kill leaves no half copy under the target's name. */
export async function convertToUtf8(
  text: TextFiles,
  encoding: EncodingName,
  target: string,
  options: ConversionOptions,
): Promise<void> {
  if (text.paths.some((path) => resolve(path) === resolve(target))) {
    throw problem(`"${basename(target)}" is the text itself. Choose another name for the copy.`);
  }
  await checkPlaceForFile(target);
  const unfinished = `${target}.unfinished`;
  const into = await open(unfinished, 'w');
  try {
    for (const [index, path] of text.paths.entries()) {
      const part = await openTextFiles([path]);
      const onProgress = (share: number) => options.onProgress((index + share) / text.paths.length);
      try {
        await convertOne(part, encoding, into, { ...options, onProgress });
      } finally {
        await part.close();
      }
    }
    await into.sync();
    await into.close();
    await rename(unfinished, target);
  } catch (error) {
    await into.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}
