// What the user has noted on a run's checkpoints: one small file in the run's folder.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeWholeFile } from '../model/write-whole-file';
import type { RunFolder } from './run-folder';

const schema = v.record(v.pipe(v.string(), v.digits()), v.string());

const notesPath = (folder: RunFolder) => join(folder.path, 'checkpoint-notes.json');

/** By update. A damaged file counts as none: nothing that was learned hangs on it. */
export async function readNotes(folder: RunFolder): Promise<Map<number, string>> {
  try {
    const notes = v.parse(schema, JSON.parse(await readFile(notesPath(folder), 'utf8')));
    return new Map(Object.entries(notes).map(([update, note]) => [Number(update), note]));
  } catch {
    return new Map();
  }
}

/** An empty note takes it away. */
export async function writeNote(folder: RunFolder, update: number, note: string): Promise<void> {
  const notes = await readNotes(folder);
  if (note.trim() === '') notes.delete(update);
  else notes.set(update, note.trim());
  await writeWholeFile(notesPath(folder), `${JSON.stringify(Object.fromEntries(notes), null, 2)}\n`);
}
