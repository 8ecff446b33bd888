// Remembers where a run was resumed or gone back to, for the notes on its chart.
import { join } from 'node:path';
import { runMark, type RunMark } from '../protocol/checkpoints';
import { appendOnce, cutLogPast, readLog } from './append-log';
import type { RunFolder } from './run-folder';

const marksPath = (folder: RunFolder) => join(folder.path, 'marks.jsonl');

export const readMarks = (folder: RunFolder): Promise<RunMark[]> => readLog(marksPath(folder), runMark);
export const addMark = (folder: RunFolder, mark: RunMark): Promise<void> => appendOnce(marksPath(folder), mark);

/** Where a run continues after a rest; null where it only begins. */
export async function markResumed(folder: RunFolder, update: number): Promise<RunMark | null> {
  if (update === 0) return null;
  const mark: RunMark = { update, kind: 'resumed', from: null };
  await addMark(folder, mark);
  return mark;
}

export const cutMarksPast = (folder: RunFolder, update: number): Promise<void> => cutLogPast(marksPath(folder), update);
