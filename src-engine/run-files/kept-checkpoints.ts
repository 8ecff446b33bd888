// Says which checkpoints a run has and what they take, and cuts a run back to one of them.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckpointList, KeptCheckpoint } from '../protocol/checkpoints';
import { problem, numberInSentence } from '../problem';
import type { ValidationPoint } from '../protocol/messages';
import { appendOnce, cutLogPast } from './append-log';
import { readNotes, writeNote } from './checkpoint-notes';
import { checkpointFile, listCheckpoints, readCheckpoint } from './checkpoints';
import { cutMetricsPast } from './curve-index';
import { readRecord, writeRecord, type RunFolder, type RunRecord } from './run-folder';
import { readValidations } from './run-logs';
import { addMark, cutMarksPast } from './run-marks';
import { checkChange } from './setting-changes';

/** Of all files directly in a folder; one that goes meanwhile takes none. */
async function bytesIn(path: string): Promise<number> {
  const entries = await readdir(path, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(({ name }) =>
      stat(join(path, name))
        .then(({ size }) => size)
        .catch(() => 0),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

export function bestOf(validations: ValidationPoint[]): RunRecord['best'] {
  let best: RunRecord['best'] = null;
  for (const { update, bitsPerByte } of validations) {
    if (best === null || bitsPerByte < best.bitsPerByte) best = { update, bitsPerByte };
  }
  return best;
}

export async function keptCheckpoints(folder: RunFolder): Promise<CheckpointList> {
  const validations = await readValidations(folder);
  const figures = new Map(validations.map((point) => [point.update, point.bitsPerByte]));
  const notes = await readNotes(folder);
  const best = bestOf(validations)?.update;
  const sized = async (update: number): Promise<KeptCheckpoint[]> => {
    const file = await stat(checkpointFile(folder, update)).catch(() => null);
    if (!file) return [];
    const bitsPerByte = figures.get(update) ?? null;
    return [{ update, bytes: file.size, bitsPerByte, isBest: update === best, note: notes.get(update) ?? '' }];
  };
  const checkpoints = (await Promise.all((await listCheckpoints(folder)).map(sized))).flat();
  return { checkpoints, otherBytes: await bytesIn(folder.path) };
}

async function checkThere(folder: RunFolder, update: number): Promise<number[]> {
  const updates = await listCheckpoints(folder);
  if (updates.includes(update)) return updates;
  throw problem(`The checkpoint of update ${numberInSentence(update)} no longer exists. Choose another one.`);
}

export async function noteCheckpoint(folder: RunFolder, update: number, note: string): Promise<void> {
  await checkThere(folder, update);
  await writeNote(folder, update, note);
}

/** Deletes what the logs say past a checkpoint; the record then says where the run stands. */
export async function cutLogsBack(folder: RunFolder, record: RunRecord, update: number): Promise<void> {
  await cutMetricsPast(folder, update);
  for (const path of [folder.validationsPath, folder.samplesPath]) await cutLogPast(path, update);
  await cutMarksPast(folder, update);
  const best = bestOf(await readValidations(folder));
  Object.assign(record, { update, best });
}

/**
 * Cuts a run that is not open back to a checkpoint. Newer checkpoints go first, the newest before the others, so that a
 * crash between two steps leaves a run that continues from the newest that is left. A learning rate takes effect from there on.
 */
export async function cutToCheckpoint(folder: RunFolder, update: number, learningRate: number | null): Promise<void> {
  if (learningRate !== null) checkChange('learningRate', learningRate);
  const updates = await checkThere(folder, update);
  const record = await readRecord(folder);
  // Before anything newer is deleted.
  await readCheckpoint(folder, record, update);
  const from = Math.max(record.update, ...updates);
  for (const newer of updates.filter((other) => other > update).reverse()) {
    await rm(checkpointFile(folder, newer), { force: true });
  }
  // A change journalled at this update was made after its checkpoint.
  await cutLogPast(folder.changesPath, update - 1);
  if (learningRate !== null)
    await appendOnce(folder.changesPath, { update, name: 'learningRate', value: learningRate });
  await cutLogsBack(folder, record, update);
  await addMark(folder, { update, kind: 'back', from });
  await writeRecord(folder, { ...record, state: 'paused', sentence: null, divergence: null });
}
