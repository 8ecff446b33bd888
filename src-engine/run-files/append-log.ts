// A log of one JSON object a line that only ever grows by whole lines, and is cut back when a run continues from before its end.
import { appendFile, open, readFile, type FileHandle } from 'node:fs/promises';
import * as v from 'valibot';
import { writeWholeFile } from '../model/write-whole-file';
import { count } from '../protocol/scalars';
import { mendLog } from './mend-log';

export interface AppendLog<Entry> {
  /** Takes effect in order; `flush` says whether it reached the disk. */
  append(entry: Entry): void;
  /** Resolves when all that was appended is on the disk; rejects with the system's error when it could not be written. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** A log's text; a missing one is empty. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

const linesIn = (text: string) => text.split('\n').filter((line) => line !== '');

/** The entry in a line; null when the line is damaged, or holds anything else. */
function entryIn<Entry>(line: string, schema: v.GenericSchema<unknown, Entry>): Entry | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(line));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** The entries of a log, oldest first; a line that is damaged or of another shape is passed over. A missing log is empty. */
export async function readLog<Entry>(path: string, schema: v.GenericSchema<unknown, Entry>): Promise<Entry[]> {
  return linesIn(await textOf(path)).flatMap((line) => entryIn(line, schema) ?? []);
}

const dated = v.looseObject({ update: count });

/**
 * Keeps only the entries up to an update, so that a run that continues from there does not report the same twice. Lines
 * that are no entries go to a file beside the log.
 */
export async function cutLogPast(path: string, update: number): Promise<void> {
  const text = await textOf(path);
  const read = linesIn(text).map((line) => ({ line, entry: entryIn(line, dated) }));
  const joined = (lines: { line: string }[]) => lines.map(({ line }) => `${line}\n`).join('');
  const strange = read.filter(({ entry }) => entry === null);
  if (strange.length > 0) await appendFile(`${path}.damaged`, joined(strange));
  const kept = joined(read.filter(({ entry }) => entry !== null && entry.update <= update));
  if (kept !== text) await writeWholeFile(path, kept);
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

/** `durable`: a flushed entry survives a power cut too. What a crash left of a last line is mended first. */
export async function openAppendLog<Entry>(path: string, durable = false): Promise<AppendLog<Entry>> {
  await mendLog(path);
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
