// One writer at a time for a run's folder, across processes and computers; a crash releases it.
// No library does this: proper-lockfile names no holder, and after a crash everyone waits until its lock is old.
import { randomUUID } from 'node:crypto';
import { link, open, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { problem } from '../problem';
import { count } from '../protocol/scalars';
import { lifeOf, placeOfProcess, startOfProcess } from './process-identity';

/** How often a holder shows that it is alive to those who cannot see its process. */
const BEAT_MS = 2000;
/** A lock whose time has not changed for so long, while it was watched, is a crash's: five beats. */
const WATCH_MS = 10_000;

const holderSchema = v.object({
  token: v.string(),
  /** Where the user finds it. */
  program: v.string(),
  host: v.string(),
  place: v.string(),
  processId: count,
  processStart: v.nullable(v.string()),
  /** Of the locked folder: a copy of it is not locked. */
  inode: v.string(),
});
type Holder = v.InferOutput<typeof holderSchema>;

export interface RunLock {
  /** Throws a `Problem` if another process has taken the lock over, as it may from one that does not answer. */
  check(): Promise<void>;
  release(): Promise<void>;
}

const NAME = /^run\.lock-(\d+)$/;
/** Locks, and what a crash may have left of making one. */
export const isLockFile = (name: string): boolean => name.startsWith('run.lock-');

interface LockFile {
  path: string;
  number: number;
}

async function lockFiles(folder: string): Promise<LockFile[]> {
  return (await readdir(folder)).flatMap((name) => {
    const number = NAME.exec(name)?.[1];
    return number === undefined ? [] : [{ path: join(folder, name), number: Number(number) }];
  });
}

const inodeOf = async (folder: string) => String((await stat(folder, { bigint: true })).ino);

/** A lock as it is now; null where it is gone. Opening asks a network drive for what is new. */
async function readLock(path: string): Promise<{ holder: Holder | null; changedMs: number } | null> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return null;
  try {
    const holder = v.safeParse(v.pipe(v.string(), v.parseJson(), holderSchema), await readFile(file, 'utf8'));
    return { holder: holder.success ? holder.output : null, changedMs: (await file.stat()).mtimeMs };
  } finally {
    await file.close();
  }
}

/** Where the holder's process cannot be seen, the lock is watched for as long as a living one needs to change it. */
async function isInUse(path: string, inode: string, watchMs: number): Promise<boolean> {
  const before = await readLock(path);
  if (!before) return false;
  const { holder } = before;
  if (holder?.place === (await placeOfProcess())) {
    if (holder.inode !== inode) return false;
    const life = await lifeOf(holder.processId, holder.processStart);
    if (life !== 'unknown') return life === 'running';
  }
  for (const since = performance.now(); performance.now() - since < watchMs;) {
    await wait(watchMs / 20);
    const now = await readLock(path);
    if (!now) return false;
    if (now.changedMs !== before.changedMs) return true;
  }
  return false;
}

async function refusal(folder: string, path: string): Promise<Error> {
  const holder = (await readLock(path))?.holder;
  const where = holder && holder.host !== hostname() ? ` on ${holder.host}` : '';
  const who = holder ? `in ${holder.program} (process ${holder.processId}${where})` : 'in another program';
  return problem(`The run in "${basename(folder)}" is open ${who}. Close it there, then try again.`);
}

/** False where that file is there already. With a link it is whole from the start; some disks have no links. */
async function placeFile(path: string, text: string): Promise<boolean> {
  const temporary = `${path}.${randomUUID()}`;
  const isThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';
  await writeFile(temporary, text);
  try {
    await link(temporary, path).catch((error: unknown) => {
      if (isThere(error)) throw error;
      return writeFile(path, text, { flag: 'wx' });
    });
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

function hold(folder: string, path: string, holder: Holder): RunLock {
  const beat = setInterval(() => {
    const now = new Date();
    void utimes(path, now, now).catch(() => undefined);
  }, BEAT_MS).unref();
  let isHeld = true;
  return {
    async check() {
      if (!isHeld) return;
      if ((await readLock(path))?.holder?.token === holder.token) return;
      const other = (await lockFiles(folder).catch(() => []))[0];
      if (other) throw await refusal(folder, other.path);
      // Someone has tidied up, or moved the folder away: then the next writing says so.
      await placeFile(path, JSON.stringify(holder)).catch(() => undefined);
    },
    async release() {
      clearInterval(beat);
      isHeld = false;
      await rm(path, { force: true });
    },
  };
}

/**
 * Throws a `Problem` that names the holder if another process has the run open. Each lock has the number after those that
 * were found abandoned, so that of two who found the same ones only one can make it.
 */
export async function lockRun(folder: string, watchMs = WATCH_MS): Promise<RunLock> {
  const holder: Holder = {
    token: randomUUID(),
    program: process.env.UNROLL_PROGRAM ?? 'a terminal',
    host: hostname(),
    place: await placeOfProcess(),
    processId: process.pid,
    processStart: await startOfProcess(process.pid),
    inode: await inodeOf(folder),
  };
  for (;;) {
    const abandoned = await lockFiles(folder);
    for (const { path } of abandoned) if (await isInUse(path, holder.inode, watchMs)) throw await refusal(folder, path);
    const number = 1 + Math.max(0, ...abandoned.map((lock) => lock.number));
    const path = join(folder, `run.lock-${number}`);
    if (!(await placeFile(path, JSON.stringify(holder)))) continue;
    const known = [path, ...abandoned.map((lock) => lock.path)];
    if ((await lockFiles(folder)).some((lock) => !known.includes(lock.path))) {
      await rm(path, { force: true });
      await wait(100 * Math.random());
      continue;
    }
    for (const lock of abandoned) await rm(lock.path, { force: true });
    return hold(folder, path, holder);
  }
}

/** Does something to a run that nobody has open; throws a `Problem` if somebody has. */
export async function withRunLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = await lockRun(folder);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}

/** Why a run cannot be opened now; null where nobody is seen to have it open. Quick: nothing is watched. */
export async function sentenceOnHolder(folder: string): Promise<string | null> {
  const place = await placeOfProcess();
  for (const { path } of await lockFiles(folder)) {
    const holder = (await readLock(path))?.holder;
    if (!holder) continue;
    const isHere = holder.place === place && holder.inode === (await inodeOf(folder));
    const life = isHere ? await lifeOf(holder.processId, holder.processStart) : 'unknown';
    if (life !== 'ended' && (isHere || holder.place !== place)) return (await refusal(folder, path)).message;
  }
  return null;
}
