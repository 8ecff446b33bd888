// Makes a new run out of another one as it was at a checkpoint: the same past, a future of its own.
import { copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { numberInSentence, problem } from '../problem';
import { MOST_NAME_CHARACTERS } from '../protocol/run-list';
import { cutLogPast } from '../run-files/append-log';
import { checkpointFile, listCheckpoints, readCheckpoint } from '../run-files/checkpoints';
import { cutLogsBack } from '../run-files/kept-checkpoints';
import { readCurve } from '../run-files/read-curve';
import { listedRunFolder, newRunId, readRecord, runFolder, writeRecord, type RunFolder } from '../run-files/run-folder';
import { makeFolders } from '../files/make-folders';

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function copyLogs(from: RunFolder, to: RunFolder): Promise<void> {
  for (const path of ['metricsPath', 'validationsPath', 'samplesPath', 'changesPath'] as const) {
    await copyFile(from[path], to[path]).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }
}

function nameOfBranch(name: string, update: number): string {
  const ending = `, from ${numberInSentence(update)}`;
  return `${name.slice(0, MOST_NAME_CHARACTERS - ending.length)}${ending}`;
}

/** Resolves to the new run's id; it is paused. Throws a `Problem` if the checkpoint is gone or damaged. */
export async function branchRun(source: RunFolder, runsPath: string, update: number): Promise<string> {
  if (!(await listCheckpoints(source)).includes(update)) {
    throw problem(`The checkpoint of update ${numberInSentence(update)} no longer exists. Choose another one.`);
  }
  const record = await readRecord(source);
  const { counters } = await readCheckpoint(source, record, update);
  const name = nameOfBranch(record.name, update);
  const createdMs = Date.now();
  const id = newRunId(name, createdMs);
  // A name that the list passes over, until it is whole.
  const unfinished = listedRunFolder(runsPath, `.branching-${id}`).path;
  try {
    const folder = runFolder(unfinished);
    await makeFolders(folder.checkpointsPath);
    await copyFile(checkpointFile(source, update), checkpointFile(folder, update));
    await copyLogs(source, folder);
    // A change journalled at this update was made after its checkpoint.
    await cutLogPast(folder.changesPath, update - 1);
    const branch = { ...record, name, createdMs, queuedMs: null, sentence: null, divergence: null };
    await cutLogsBack(folder, branch, update);
    const newest = await readCurve(folder, { fromUpdate: update, toUpdate: null });
    const lossNats = newest.metrics.at(-1)?.lossNats ?? null;
    await writeRecord(folder, { ...branch, state: 'paused', elapsedMs: counters.elapsedMs, lossNats });
    await rename(unfinished, join(runsPath, id));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  return id;
}
