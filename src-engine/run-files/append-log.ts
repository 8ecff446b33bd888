// A log of one JSON object a line that only ever grows by whole lines, and is cut back when a run continues from before its end.
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { writeWholeFile } from '../model/write-whole-file';

export interface AppendLog<Entry> {
  /** Takes effect in order; `flush` says whether it reached the disk. */
  append(entry: Entry): void;
  /** Resolves when all that was appended is on the disk; rejects with the system's error when it could not be written. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** The whole lines of a log, oldest first; what a crash left of a last line is passed over. A missing log is empty. */
export async function readLog<Entry>(path: string): Promise<Entry[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const entries: Entry[] = [];
  for (const line of text.split('\n')) {
    try {
      if (line !== '') entries.push(JSON.parse(line) as Entry);
    } catch {
      continue;
    }
  }
  return entries;
}

/** Keeps only the entries up to an update, so that a run that continues from there does not report the same twice. */
export async function cutLogPast(path: string, update: number): Promise<void> {
  const entries = await readLog<{ update: number }>(path);
  const kept = entries.filter((entry) => entry.update <= update);
  await writeWholeFile(path, kept.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
}

async function writeLines(file: FileHandle, lines: string, durable: boolean): Promise<void> {
  const { size } = await file.stat();
  try {
    await file.appendFile(lines);
    if (durable) await file.datasync();
  } catch (error) {
    // What was written of them goes, so that the log still ends with a whole line and they can be tried again.
    await file.truncate(size).catch(() => undefined);
    throw error;
  }
}

/** `durable`: a flushed entry survives a power cut too. */
export async function openAppendLog<Entry>(path: string, durable = false): Promise<AppendLog<Entry>> {
  const file = await open(path, 'a');
  let waiting = '';
  let writing: Promise<void> = Promise.resolve();

  const write = async () => {
    const lines = waiting;
    waiting = '';
    if (lines === '') return;
    try {
      await writeLines(file, lines, durable);
    } catch (error) {
      waiting = lines + waiting;
      throw error;
    }
  };
  const flush = () => {
    writing = writing.catch(() => undefined).then(write);
    return writing;
  };
  return {
    append(entry) {
      waiting += `${JSON.stringify(entry)}\n`;
    },
    flush,
    async close() {
      try {
        await flush();
      } finally {
        await file.close();
      }
    },
  };
}

/** One entry in a log that nobody holds open; resolves when it would survive a power cut. */
export async function appendOnce(path: string, entry: object): Promise<void> {
  const log = await openAppendLog<object>(path, true);
  log.append(entry);
  await log.close();
}
