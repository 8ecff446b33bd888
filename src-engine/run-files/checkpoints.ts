// Which checkpoints a run keeps, and finding the newest that is whole.
import { readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decodeCheckpoint, mostCheckpointBytes, type Checkpoint, type CheckpointForm } from '../model/read-checkpoint';
import { shapeOf } from '../model/shape';
import { writeWholeFile } from '../model/write-whole-file';
import { isProblem, numberInSentence, problem } from '../problem';
import { readNotes } from './checkpoint-notes';
import type { RunFolder, RunRecord } from './run-folder';

const NEWEST_KEPT = 2;

const fileName = (update: number) => `${update}.safetensors`;

export const checkpointFile = (folder: RunFolder, update: number): string =>
  join(folder.checkpointsPath, fileName(update));

/** The updates that have a checkpoint, oldest first. */
export async function listCheckpoints(folder: RunFolder): Promise<number[]> {
  const names = await readdir(folder.checkpointsPath);
  const updates = names.flatMap((name) => {
    const match = /^(\d+)\.safetensors$/.exec(name);
    return match ? [Number(match[1])] : [];
  });
  return updates.sort((a, b) => a - b);
}

/** Those worth keeping: the newest two, the best, those with a note, and of the others one in each doubling of the run's length. */
export function checkpointsToKeep(updates: number[], best: number | null, noted: readonly number[] = []): Set<number> {
  const sorted = [...updates].sort((a, b) => a - b);
  const kept = new Set(sorted.slice(-NEWEST_KEPT));
  const doublings = new Set<number>();
  for (const update of sorted) {
    const doubling = Math.floor(Math.log2(update + 1));
    if (!doublings.has(doubling)) kept.add(update);
    doublings.add(doubling);
  }
  for (const wanted of [...noted, ...(best === null ? [] : [best])]) if (updates.includes(wanted)) kept.add(wanted);
  return kept;
}

/** Writes a checkpoint whole, then deletes those that are no longer kept. */
export async function saveCheckpoint(
  folder: RunFolder,
  update: number,
  bytes: Uint8Array,
  best: number | null,
): Promise<void> {
  await writeWholeFile(checkpointFile(folder, update), bytes);
  const updates = await listCheckpoints(folder);
  const kept = checkpointsToKeep(updates, best, [...(await readNotes(folder)).keys()]);
  for (const old of updates.filter((candidate) => !kept.has(candidate))) {
    await rm(checkpointFile(folder, old), { force: true });
  }
}

/** What the checkpoints of a run have to fit. */
function formOf({ settings, alphabet }: RunRecord): CheckpointForm {
  return { shape: shapeOf(settings, alphabet && Uint8Array.from(alphabet)), optimizer: settings.optimizer };
}

/** The checkpoint of an update; throws a `Problem` if it is damaged or not the run's. */
export async function readCheckpoint(folder: RunFolder, record: RunRecord, update: number): Promise<Checkpoint> {
  const path = checkpointFile(folder, update);
  const name = basename(path);
  const form = formOf(record);
  const facts = await stat(path);
  if (!facts.isFile() || facts.size > mostCheckpointBytes(form)) {
    throw problem(`"${name}" is not a checkpoint of "${record.name}". Choose another one.`);
  }
  const checkpoint = decodeCheckpoint(await readFile(path), name, form);
  if (checkpoint.counters.update === update) return checkpoint;
  throw problem(`"${name}" holds another update than its name says. Choose another checkpoint.`);
}

export interface NewestCheckpoint {
  checkpoint: Checkpoint;
  /** Newer ones, which are damaged. */
  damaged: number[];
}

/** The newest checkpoint that is whole; null when the run has none. Throws the newest one's `Problem` if none is whole. */
export async function readNewestCheckpoint(folder: RunFolder, record: RunRecord): Promise<NewestCheckpoint | null> {
  const damaged: number[] = [];
  let damage: unknown = null;
  for (const update of (await listCheckpoints(folder)).reverse()) {
    try {
      return { checkpoint: await readCheckpoint(folder, record, update), damaged };
    } catch (error) {
      if (!isProblem(error)) throw error;
      damage ??= error;
      damaged.push(update);
    }
  }
  if (damage !== null) throw damage as Error;
  return null;
}

/** What to say where an older checkpoint had to be taken; null where it was the newest. */
export function sentenceOnDamage({ checkpoint, damaged }: NewestCheckpoint): string | null {
  const [newest] = damaged;
  if (newest === undefined) return null;
  const [at, used] = [newest, checkpoint.counters.update].map(numberInSentence);
  return `The checkpoint of update ${at} is damaged, so that of update ${used} is used.`;
}

/** Renames damaged checkpoints, so that they no longer count. */
export async function setAside(folder: RunFolder, damaged: readonly number[]): Promise<void> {
  for (const update of damaged)
    await rename(checkpointFile(folder, update), `${checkpointFile(folder, update)}.damaged`);
}
