// Imports a run folder: a complete copy, or none.
import { copyFile, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { problem } from '../problem';
import { inNewRunFolder, listedRunFolder, readRecord, runFolder, writeRecord } from '../run-files/run-folder';
import { isLockFile } from '../run-files/run-lock';

export interface ImportOptions {
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress(share: number): void;
}

interface FoundFile {
  path: string;
  bytes: number;
}

/** Plain files only: a link could lead anywhere. */
async function filesIn(folder: string): Promise<FoundFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && !isLockFile(entry.name));
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path, bytes: (await stat(path)).size };
    }),
  );
}

async function copyFiles(from: string, to: string, { signal, onProgress }: ImportOptions): Promise<void> {
  const files = await filesIn(from);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { path, bytes } of files) {
    signal.throwIfAborted();
    const target = join(to, relative(from, path));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(path, target);
    done += bytes;
    onProgress(total === 0 ? 1 : done / total);
  }
}

/** Resolves to the run's id; throws a `Problem` if the folder is no run or lies in the list already. */
export async function importRun(source: string, runsPath: string, options: ImportOptions): Promise<string> {
  const { name } = await readRecord(runFolder(source));
  if (dirname(resolve(source)) === resolve(runsPath)) {
    throw problem(`"${basename(source)}" is already in the list. Choose another run folder.`);
  }
  return inNewRunFolder(runsPath, name, ({ id, path }) => copyRun(source, runsPath, id, path, options));
}

async function copyRun(
  source: string,
  runsPath: string,
  id: string,
  path: string,
  options: ImportOptions,
): Promise<string> {
  // A name that the list passes over, until it is whole.
  const unfinished = listedRunFolder(runsPath, `.importing-${id}`).path;
  try {
    await mkdir(join(unfinished, 'checkpoints'), { recursive: true });
    await copyFiles(source, unfinished, options);
    const folder = runFolder(unfinished);
    const record = await readRecord(folder);
    const rests = record.state === 'training' || record.state === 'queued';
    await writeRecord(folder, { ...record, queuedMs: null, state: rests ? 'paused' : record.state });
    await rmdir(path);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  return id;
}
