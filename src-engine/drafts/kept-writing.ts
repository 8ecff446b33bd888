// How a person last set a run's writing: one small file beside its drafts, from which samples are written too.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeWholeFile } from '../model/write-whole-file';
import { samplingOptions, type SamplingOptions } from '../protocol/writing';
import { makeFolders } from '../files/make-folders';

/** Not .json: those are the drafts. */
const keptFile = (folder: string) => join(folder, 'writing.settings');

/** Null where nothing was kept. A damaged file counts as none: nothing that was written hangs on it. */
export async function readKeptWriting(folder: string): Promise<SamplingOptions | null> {
  try {
    return v.parse(samplingOptions, JSON.parse(await readFile(keptFile(folder), 'utf8')));
  } catch {
    return null;
  }
}

export async function keepWriting(folder: string, options: SamplingOptions): Promise<void> {
  await makeFolders(folder);
  await writeWholeFile(keptFile(folder), `${JSON.stringify(options, null, 2)}\n`);
}
