// The runs that wait their turn: kept in their own records, so that the queue outlives the engine.
import { runFolder, readRecord, writeRecord, listRuns } from './run-folder';
import { join } from 'node:path';

/** The id of the run that has waited longest; null when none waits. */
export async function nextInQueue(runsPath: string): Promise<string | null> {
  let next: { id: string; queuedMs: number } | null = null;
  for (const id of await listRuns(runsPath)) {
    const record = await readRecord(runFolder(join(runsPath, id))).catch(() => null);
    if (record?.state !== 'queued' || (next && next.queuedMs <= record.queuedMs)) continue;
    next = { id, queuedMs: record.queuedMs };
  }
  return next?.id ?? null;
}

/** Marks a run that lies at rest as waiting, or as no longer so. */
export async function setQueued(path: string, isQueued: boolean, nowMs: number): Promise<void> {
  const folder = runFolder(path);
  const record = await readRecord(folder);
  await writeRecord(folder, { ...record, state: isQueued ? 'queued' : 'paused', sentence: null, queuedMs: nowMs });
}
