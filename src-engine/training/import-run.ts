// Takes in a run folder from elsewhere: a copy beside the other runs, whole or not at all.
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { problem } from '../problem';
import { newRunId, readRecord, runFolder, writeRecord } from './run-folder';

/** Whether a path is a folder that holds a run. */
export async function isRun(path: string): Promise<boolean> {
  return stat(join(path, 'run.json')).then(
    (facts) => facts.isFile(),
    () => false,
  );
}

/** Resolves to the new run's id. Throws a sentence when the folder holds no run that can be read, or is here already. */
export async function importRun(path: string, runsPath: string, nowMs: number): Promise<string> {
  const record = await readRecord(runFolder(path));
  const inside = relative(runsPath, path);
  if (inside !== '' && !inside.startsWith('..')) throw problem(`"${record.name}" is in the list already.`);
  const id = newRunId(record.name, nowMs);
  // Hidden until it is whole: the list passes over what begins with a dot.
  const unfinished = join(runsPath, `.importing-${id}`);
  try {
    await mkdir(runsPath, { recursive: true });
    await cp(path, unfinished, { recursive: true });
    // It may have been copied while it trained or waited elsewhere.
    const state = record.state === 'finished' || record.state === 'failed' ? record.state : 'paused';
    await writeRecord(runFolder(unfinished), { ...record, state });
    await rename(unfinished, join(runsPath, id));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  return id;
}
