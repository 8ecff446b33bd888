// A draft on disk, in the folder of its run: what it is (.json), its bytes as they are (.txt), what the network gave each of them
// (.chances, f32), what the writer had in mind along the way (.memories); and the networks that wrote, so that it can be continued.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { KERNEL_VARIANTS } from '../hyperparameters';
import { readSmallFile } from '../files/regular-file';
import { writeWholeFile } from '../model/write-whole-file';
import { problem } from '../problem';
import { draftPart } from '../protocol/writing';

/** A long prompt is in it, once for each part. */
const MOST_RECORD_BYTES = 100_000_000;

const recordSchema = v.object({
  format: v.literal('unroll-draft'),
  version: v.literal(1),
  createdMs: v.number(),
  encoding: v.string(),
  promptBytes: v.number(),
  parts: v.pipe(
    v.array(v.object({ ...draftPart.entries, network: v.string(), kernels: v.picklist(KERNEL_VARIANTS) })),
    v.minLength(1),
  ),
  parent: v.nullable(v.object({ draft: v.string(), at: v.number() })),
  favourite: v.boolean(),
  sentence: v.nullable(v.string()),
});
export type DraftRecord = v.InferOutput<typeof recordSchema>;
export type RecordedPart = DraftRecord['parts'][number];

export interface DraftFiles {
  record: string;
  text: string;
  probabilities: string;
  memories: string;
}

/** `folder` is the run's folder of drafts. */
export function draftFiles(folder: string, id: string): DraftFiles {
  const path = (extension: string) => join(folder, `${id}.${extension}`);
  return { record: path('json'), text: path('txt'), probabilities: path('chances'), memories: path('memories') };
}

export const networkFile = (folder: string, network: string) => join(folder, 'networks', `${network}.safetensors`);

export async function writeDraftRecord(folder: string, id: string, record: DraftRecord): Promise<void> {
  await writeWholeFile(draftFiles(folder, id).record, `${JSON.stringify(record, null, 2)}\n`);
}

export async function readDraftRecord(folder: string, id: string): Promise<DraftRecord> {
  const text = (await readSmallFile(draftFiles(folder, id).record, MOST_RECORD_BYTES)).toString('utf8');
  try {
    return v.parse(recordSchema, JSON.parse(text));
  } catch {
    throw problem(`The draft "${id}" is damaged. Its text is still in the run's folder, as ${id}.txt.`);
  }
}

/** The drafts of a folder by name; a folder that is not there has none. */
export async function listDraftIds(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
