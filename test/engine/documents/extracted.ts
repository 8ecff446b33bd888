// Takes the words out of a document in the test's own thread.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractText, type Extraction, type ExtractionOrder } from '../../../src-engine/documents/extract';
import type { Limits } from '../../../src-engine/documents/limits';
import { recognise } from '../../../src-engine/documents/recognise';
import { BUILT, temporaryFolder } from '../built-engine';

/** The tables of characters lie in out/cmaps/. */
export const CMAPS = new URL('cmaps/', BUILT);
const FIXTURES = new URL('../../fixtures/documents/', import.meta.url);

export const fixture = (name: string) => readFile(new URL(name, FIXTURES));

export interface Extracted extends Pick<Extraction, 'report'> {
  text: string;
}

export interface ExtractedOptions {
  leaveOut?: string[];
  limits?: Partial<Limits>;
  folder?: string;
}

/** Rejects with a `Problem` where it is refused. */
export async function extracted(
  name: string,
  bytes: Uint8Array | string,
  { leaveOut = [], limits = {}, folder }: ExtractedOptions = {},
): Promise<Extracted> {
  const home = folder ?? (await temporaryFolder());
  const path = join(home, 'document');
  await writeFile(path, bytes);
  const recognised = recognise(Buffer.from(bytes as Uint8Array).subarray(0, 8192), name);
  const form: ExtractionOrder['form'] = recognised.is === 'document' ? recognised.form : 'plain';
  const target = join(home, `text-${Math.random().toString(36).slice(2)}`);
  const order = { path, name, form, target, leaveOut, limits, cmapsFolder: CMAPS.href };
  const { report } = await extractText(order, () => undefined);
  return { report, text: await readFile(target, 'utf8') };
}
