// Which checkpoints a run keeps, and finding the newest that is whole.
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from '../model/write-whole-file';
import { isProblem } from '../problem';
import { readNotes } from './checkpoint-notes';
import type { RunFolder } from './run-folder';

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

export interface StoredCheckpoint {
  update: number;
  file: string;
  bytes: Uint8Array;
}

/** Hands the newest checkpoint to `use`, and an older one when that says it is damaged; null when the run has none. */
export async function useNewestCheckpoint<T>(
  folder: RunFolder,
  use: (checkpoint: StoredCheckpoint) => T,
): Promise<T | null> {
  const updates = await listCheckpoints(folder);
  let damage: unknown = null;
  for (const update of updates.reverse()) {
    const file = checkpointFile(folder, update);
    try {
      return use({ update, file, bytes: await readFile(file) });
    } catch (error) {
      if (!isProblem(error)) throw error;
      damage ??= error;
    }
  }
  if (damage !== null) throw damage as Error;
  return null;
}
