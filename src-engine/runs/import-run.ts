// Imports a run folder: a complete copy that can go on, or none.
import { chmod, copyFile, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { syncFolder } from '../model/write-whole-file';
import { isProblem, problem } from '../problem';
import { readNewestCheckpoint, sentenceOnDamage } from '../run-files/checkpoints';
import {
  inNewRunFolder,
  listRuns,
  listedRunFolder,
  readRecord,
  runFolder,
  writeRecord,
  type RunFolder,
  type RunRecord,
} from '../run-files/run-folder';
import { isLockFile, lockRun, sentenceOnHolder } from '../run-files/run-lock';
import { makeFolders } from '../files/make-folders';

export interface ImportOptions {
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress(share: number): void;
  /** Something of it is damaged, and the rest goes on. */
  onNotice?(sentence: string): void;
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

/** On the disk, and one that can be written to, also where it comes from a read-only one. */
async function copyWhole(path: string, target: string): Promise<void> {
  await makeFolders(dirname(target));
  await copyFile(path, target);
  await chmod(target, 0o644);
  const copy = await open(target, 'r+');
  try {
    await copy.sync();
  } finally {
    await copy.close();
  }
}

async function copyFiles(from: string, to: string, { signal, onProgress }: ImportOptions): Promise<void> {
  const files = await filesIn(from);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const folders = new Set([to]);
  let done = 0;
  for (const { path, bytes } of files) {
    signal.throwIfAborted();
    const target = join(to, relative(from, path));
    await copyWhole(path, target);
    folders.add(dirname(target));
    done += bytes;
    onProgress(total === 0 ? 1 : done / total);
  }
  for (const folder of folders) await syncFolder(folder);
}

/** Nobody writes to the run meanwhile; where its disk is read-only nobody can. */
async function whileLocked<T>(source: string, work: () => Promise<T>): Promise<T> {
  const lock = await lockRun(source).catch((error: unknown) => {
    if (isProblem(error)) throw error;
    return null;
  });
  const holder = lock ? null : await sentenceOnHolder(source);
  if (holder !== null) throw problem(holder);
  try {
    return await work();
  } finally {
    await lock?.release();
  }
}

/** What is worth a sentence; throws a `Problem` where the run could never go on. */
async function checkCheckpoints(folder: RunFolder, record: RunRecord, source: string): Promise<string | null> {
  const newest = await readNewestCheckpoint(folder, record).catch((error: unknown) => {
    if (!isProblem(error)) throw error;
    throw problem(`No checkpoint of "${basename(source)}" can be used. Of the newest: ${error.message}`);
  });
  if (newest) return sentenceOnDamage(newest);
  if (record.update === 0) return null;
  throw problem(
    `"${basename(source)}" has no checkpoint, so the run cannot go on. Copy the whole folder, with its checkpoints, then import that.`,
  );
}

/** The same beginning, settings and stand: what goes on elsewhere and comes back is further on. */
const standOf = ({ createdMs, text, settings, update, elapsedMs }: RunRecord) =>
  JSON.stringify([createdMs, text.fingerprint, settings, update, elapsedMs]);

async function checkIsNew(record: RunRecord, source: string, runsPath: string): Promise<void> {
  for (const id of await listRuns(runsPath)) {
    const known = await readRecord(listedRunFolder(runsPath, id)).catch(() => null);
    if (!known || standOf(known) !== standOf(record)) continue;
    throw problem(`"${basename(source)}" is already in the list, as "${known.name}". Choose another run folder.`);
  }
}

/** Resolves to the run's id; throws a `Problem` if the folder is no run, is damaged, is in use or lies in the list already. */
export async function importRun(source: string, runsPath: string, options: ImportOptions): Promise<string> {
  const record = await readRecord(runFolder(source));
  await checkIsNew(record, source, runsPath);
  return whileLocked(source, () =>
    inNewRunFolder(runsPath, record.name, ({ id, path }) => copyRun(source, runsPath, id, path, options)),
  );
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
    await makeFolders(join(unfinished, 'checkpoints'));
    await copyFiles(source, unfinished, options);
    const folder = runFolder(unfinished);
    const record = await readRecord(folder);
    const damage = await checkCheckpoints(folder, record, source);
    const rests = record.state === 'training' || record.state === 'queued';
    await writeRecord(folder, { ...record, queuedMs: null, state: rests ? 'paused' : record.state });
    options.signal.throwIfAborted();
    await rmdir(path);
    await rename(unfinished, path);
    await syncFolder(runsPath);
    if (damage !== null) options.onNotice?.(damage);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  return id;
}
