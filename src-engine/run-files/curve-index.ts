// A compact index beside the log of metrics, so that a run of a million points opens at once. It only repeats what the log says: it may be lost at any time.
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeWholeFile } from '../model/write-whole-file';
import type { MetricPoint } from '../protocol/messages';
import { count } from '../protocol/scalars';
import { mergeGroups, type CurveGroup } from './curve-groups';
import { linesOf } from './read-lines';
import type { RunFolder } from './run-folder';

/** Lines of the log that one group of the index covers. */
const GROUP_LINES = 64;
/** The index is rewritten when the log has grown by this many groups. */
const REWRITE_GROUPS = 64;

/** "UNROLLIX" as a number that no other file begins with, then the form's version. */
const HEADER = [0x554e524f4c, 1, GROUP_LINES];
const POINT_FIELDS = [
  'update',
  'bytes',
  'elapsedMs',
  'lossNats',
  'leastLossNats',
  'greatestLossNats',
  'gradientNorm',
  'learningRate',
  'bytesPerSecond',
] as const;
/** Where the group's first line begins and its last ends, how many points it has, and the point that represents them. */
const GROUP_FIELDS = 3 + POINT_FIELDS.length;

export interface IndexedGroup extends CurveGroup {
  offset: number;
  endOffset: number;
}

export interface CurveIndex {
  /** Whole groups, oldest first. */
  groups: IndexedGroup[];
  /** The points of the log past them. */
  rest: MetricPoint[];
}

const indexPath = (folder: RunFolder) => join(folder.path, 'metrics.index');

function encodeIndex(groups: IndexedGroup[]): Uint8Array {
  const numbers = new Float64Array(HEADER.length + groups.length * GROUP_FIELDS);
  numbers.set(HEADER);
  for (const [index, { offset, endOffset, count, point }] of groups.entries()) {
    const fields = [offset, endOffset, count, ...POINT_FIELDS.map((name) => point[name])];
    numbers.set(fields, HEADER.length + index * GROUP_FIELDS);
  }
  return new Uint8Array(numbers.buffer);
}

function decodeIndex(bytes: Uint8Array): IndexedGroup[] {
  const numbers = new Float64Array(Uint8Array.from(bytes).buffer, 0, bytes.length >> 3);
  if (HEADER.some((value, index) => numbers[index] !== value)) return [];
  const groups: IndexedGroup[] = [];
  for (let at = HEADER.length; at + GROUP_FIELDS <= numbers.length; at += GROUP_FIELDS) {
    const [offset = 0, endOffset = 0, count = 0] = numbers.subarray(at, at + 3);
    const entries = POINT_FIELDS.map((name, index): [string, number] => [name, numbers[at + 3 + index] ?? NaN]);
    const point = Object.fromEntries(entries) as unknown as MetricPoint;
    groups.push({ offset, endOffset, count, point });
  }
  return groups;
}

/** The point in a line's value; null when it is none. JSON has no word for what is not a number. */
function asPoint(value: unknown): MetricPoint | null {
  if (typeof value !== 'object' || value === null || !('lossNats' in value)) return null;
  const fields = value as Record<string, unknown>;
  const numbers = POINT_FIELDS.map((name) => [name, fields[name] ?? NaN] as const);
  const isPoint = numbers.every(([, number]) => typeof number === 'number') && v.is(count, fields.update);
  return isPoint ? (Object.fromEntries(numbers) as unknown as MetricPoint) : null;
}

/** Groups what the log says from an offset on; `rest` is what makes no whole group yet. */
async function groupLines(log: FileHandle, from: number, to: number): Promise<CurveIndex> {
  const groups: IndexedGroup[] = [];
  let rest: MetricPoint[] = [];
  let offset = from;
  for await (const lines of linesOf(log, from, to, asPoint)) {
    for (const { entry, endOffset } of lines) {
      if (entry) rest.push(entry);
      if (rest.length < GROUP_LINES) continue;
      const [first, ...others] = rest.map((point) => ({ point, count: 1 }));
      if (!first) continue;
      groups.push({ offset, endOffset, ...mergeGroups([first, ...others]) });
      offset = endOffset;
      rest = [];
    }
  }
  return { groups, rest };
}

/** The groups of the index file that the log still agrees with; it is enough to look at the last one, since both only grow or are cut. */
async function trustedGroups(folder: RunFolder, log: FileHandle, logBytes: number): Promise<IndexedGroup[]> {
  const bytes = await readFile(indexPath(folder)).catch(() => new Uint8Array());
  const groups = decodeIndex(bytes).filter((group) => group.endOffset <= logBytes);
  const last = groups.at(-1);
  if (!last) return [];
  const again = (await groupLines(log, last.offset, last.endOffset)).groups[0];
  return again && encodeIndex([again]).every((byte, at) => byte === encodeIndex([last])[at]) ? groups : [];
}

async function withLog<T>(folder: RunFolder, flags: string, use: (log: FileHandle) => Promise<T>): Promise<T | null> {
  const log = await open(folder.metricsPath, flags).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (!log) return null;
  try {
    return await use(log);
  } finally {
    await log.close();
  }
}

/** The whole log in groups; what the index lacks is read from the log, and the index is rewritten if that was much. */
export async function readCurveIndex(folder: RunFolder): Promise<CurveIndex> {
  const index = await withLog(folder, 'r', async (log) => {
    const { size } = await log.stat();
    const known = await trustedGroups(folder, log, size);
    const { groups, rest } = await groupLines(log, known.at(-1)?.endOffset ?? 0, size);
    const all = known.concat(groups);
    // A full disk only makes the next opening slower.
    if (groups.length >= REWRITE_GROUPS)
      await writeWholeFile(indexPath(folder), encodeIndex(all)).catch(() => undefined);
    return { groups: all, rest };
  });
  return index ?? { groups: [], rest: [] };
}

/** The points between two places of the log where lines begin. */
export async function readPoints(folder: RunFolder, from: number, to: number): Promise<MetricPoint[]> {
  const points: MetricPoint[] = [];
  await withLog(folder, 'r', async (log) => {
    for await (const lines of linesOf(log, from, to, asPoint)) {
      for (const { entry } of lines) if (entry) points.push(entry);
    }
  });
  return points;
}

/** Deletes the log's lines past an update, without rewriting the rest. */
export async function cutMetricsPast(folder: RunFolder, update: number): Promise<void> {
  const { groups } = await readCurveIndex(folder);
  const first = groups.find((group) => group.point.update > update);
  let keptBytes = first?.offset ?? groups.at(-1)?.endOffset ?? 0;
  await withLog(folder, 'r+', async (log) => {
    const { size } = await log.stat();
    reading: for await (const lines of linesOf(log, keptBytes, size, asPoint)) {
      for (const { entry, endOffset } of lines) {
        if (entry && entry.update > update) break reading;
        keptBytes = endOffset;
      }
    }
    if (keptBytes === size) return;
    await log.truncate(keptBytes);
    await log.sync();
  });
}
