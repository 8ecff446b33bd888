// A run on disk: a folder that anyone can read, with its record, its logs and its checkpoints.
import { mkdir, readdir, rmdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { DEFAULT_ENCODING } from '../protocol/encodings';
import { divergence } from '../protocol/checkpoints';
import { runColour } from '../protocol/run-list';
import { runState } from '../protocol/run-state';
import { byte, count, settingsRecord } from '../protocol/scalars';
import { encodingName } from '../protocol/texts';
import { KERNEL_VARIANTS, SETTING_NAMES, defaultSettings, settingsProblem, type Settings } from '../hyperparameters';
import { VECTORS } from '../kernels/vectors';
import { readSmallFile } from '../files/regular-file';
import { writeWholeFile } from '../model/write-whole-file';
import { problem } from '../problem';
import { lockRun, type RunLock } from './run-lock';
import { makeFolders } from '../files/make-folders';

const RECORD_VERSION = 1;
/** Of a text of a million files. */
const MOST_RECORD_BYTES = 200_000_000;
const newerRecord = v.looseObject({
  format: v.literal('unroll-run'),
  version: v.pipe(v.number(), v.gtValue(RECORD_VERSION)),
});

/** Ascending, as the network's columns are. */
const alphabetList = v.pipe(
  v.array(byte),
  v.minLength(1),
  v.check((bytes) => bytes.every((value, index) => index === 0 || value > (bytes[index - 1] ?? 0))),
);

const runOrigin = v.object({
  /** Steps that the optimiser had made. */
  updates: count,
  /** The share of its schedule that was done; the new run does the rest. */
  shareDone: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  plateaus: count,
});
export type RunOrigin = v.InferOutput<typeof runOrigin>;

const recordSchema = v.object({
  format: v.literal('unroll-run'),
  version: v.literal(RECORD_VERSION),
  name: v.string(),
  createdMs: v.number(),
  settings: settingsRecord,
  text: v.object({
    name: v.string(),
    paths: v.array(v.string()),
    bytes: count,
    fingerprint: v.string(),
    /** Of all of it; null until it has been read through. */
    checksum: v.optional(v.nullable(v.string()), null),
    /** Of its files, as `fileFacts` gives them; null where they are not known. */
    facts: v.optional(v.nullable(v.string()), null),
    /** What its bytes mean. */
    encoding: v.optional(encodingName, DEFAULT_ENCODING),
  }),
  /** The bytes that the network predicts; null for all 256. */
  alphabet: v.optional(v.nullable(alphabetList), null),
  /** The kernels that were really used last. */
  kernels: v.picklist(KERNEL_VARIANTS),
  /** The vectors that were really used last; null before the first update. */
  vectors: v.optional(v.nullable(v.picklist(VECTORS)), null),
  state: runState,
  /** Since when it has been queued. */
  queuedMs: v.optional(v.nullable(v.number()), null),
  /** Its initial weights come from its seed, so that it can start with no checkpoint. */
  isSeeded: v.optional(v.boolean(), false),
  sentence: v.nullable(v.string()),
  update: count,
  totalUpdates: count,
  elapsedMs: v.pipe(v.number(), v.minValue(0)),
  lossNats: v.nullable(v.number()),
  best: v.nullable(v.object({ update: count, bitsPerByte: v.number() })),
  divergence: v.optional(v.nullable(divergence), null),
  sparkline: v.array(v.number()),
  /** Its own in the window; null for a run of the terminal, or of before there were colours. */
  colour: v.optional(v.nullable(runColour), null),
  isArchived: v.optional(v.boolean(), false),
  /** Of the run that it goes on from with optimiser and schedule; null where these began with the run. */
  origin: v.optional(v.nullable(runOrigin), null),
});

/** run.json; what it counts is as of the last checkpoint. */
export type RunRecord = Omit<v.InferOutput<typeof recordSchema>, 'settings'> & { settings: Settings };

export interface RunFolder {
  /** The folder's name. */
  id: string;
  path: string;
  metricsPath: string;
  validationsPath: string;
  samplesPath: string;
  /** Settings changed mid-run, written before they take effect. */
  changesPath: string;
  checkpointsPath: string;
}

export function runFolder(path: string): RunFolder {
  return {
    id: basename(path),
    path,
    metricsPath: join(path, 'metrics.jsonl'),
    validationsPath: join(path, 'validations.jsonl'),
    samplesPath: join(path, 'samples.jsonl'),
    changesPath: join(path, 'changes.jsonl'),
    checkpointsPath: join(path, 'checkpoints'),
  };
}

/** The folder of a run of the list, by its id. */
export function listedRunFolder(runsPath: string, id: string): RunFolder {
  return runFolder(join(runsPath, id));
}

/** Logs and checkpoints without a run.json: what is left of a run, which a new one must not take for its own. */
async function holdsRemains({ path, checkpointsPath }: RunFolder): Promise<boolean> {
  const files = (await readdir(path)).filter((name) => name.endsWith('.jsonl'));
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(path, name))).size));
  return sizes.some((size) => size > 0) || (await readdir(checkpointsPath)).length > 0;
}

/** Makes a locked folder for a new run; throws a `Problem` if it already holds one, or what is left of one. */
export async function createRunFolder(path: string): Promise<{ folder: RunFolder; lock: RunLock }> {
  const folder = runFolder(path);
  await makeFolders(folder.checkpointsPath);
  const lock = await lockRun(folder.path);
  try {
    if ((await readdir(folder.path)).includes('run.json')) {
      throw problem(`"${folder.id}" already contains a run. Choose another folder, or resume that run.`);
    }
    if (await holdsRemains(folder)) {
      throw problem(`"${folder.id}" contains checkpoints or logs of another run. Choose another folder.`);
    }
    return { folder, lock };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Has a run made in a folder that no other start can have; where that fails the folder goes again. */
export async function inNewRunFolder<T>(
  runsPath: string,
  name: string,
  make: (folder: RunFolder) => Promise<T>,
): Promise<T> {
  await makeFolders(runsPath);
  const folder = await reserveRunFolder(runsPath, name, Date.now());
  try {
    return await make(folder);
  } catch (error) {
    for (const path of [folder.checkpointsPath, folder.path]) await rmdir(path).catch(() => undefined);
    throw error;
  }
}

/** Of starts in the same millisecond each takes another one. */
async function reserveRunFolder(runsPath: string, name: string, createdMs: number): Promise<RunFolder> {
  const folder = listedRunFolder(runsPath, newRunId(name, createdMs));
  try {
    await mkdir(folder.path);
    return folder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return reserveRunFolder(runsPath, name, createdMs + 1);
  }
}

export async function writeRecord(folder: RunFolder, record: RunRecord): Promise<void> {
  await writeWholeFile(join(folder.path, 'run.json'), `${JSON.stringify(record, null, 2)}\n`);
}

function settingsFrom(stored: Record<string, number | string>, id: string): Settings {
  const known = SETTING_NAMES.filter((name) => name in stored).map((name) => [name, stored[name]]);
  const settings = { ...defaultSettings(), ...(Object.fromEntries(known) as Partial<Settings>) };
  const wrong = settingsProblem(settings);
  if (wrong) throw problem(`The run "${id}" cannot be used. ${wrong}`);
  return settings;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function readRecord(folder: RunFolder): Promise<RunRecord> {
  let text: string;
  try {
    text = (await readSmallFile(join(folder.path, 'run.json'), MOST_RECORD_BYTES)).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw problem(`"${folder.id}" is not a run: it has no run.json. Choose a run folder.`);
  }
  const stored = parsedJson(text);
  const record = v.safeParse(recordSchema, stored);
  if (record.success) return { ...record.output, settings: settingsFrom(record.output.settings, folder.id) };
  if (v.is(newerRecord, stored)) {
    throw problem(`"${folder.id}" was made by a newer version of Unroll. Update Unroll, then try again.`);
  }
  throw problem(`The run.json of "${folder.id}" is damaged. You can still open the run's checkpoints as models.`);
}

/** The ids of the runs below a folder; a folder that is not there has none. */
export async function listRuns(runsPath: string): Promise<string[]> {
  try {
    const entries = await readdir(runsPath, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Ids by when their runs started, as their endings say; those that do not say come last. */
export function newestFirst(ids: string[]): string[] {
  const stamp = (id: string) => /\d{8}-\d{6}-\d{3}$/.exec(id)?.[0] ?? '';
  return ids.toSorted((a, b) => (stamp(a) < stamp(b) ? 1 : stamp(a) > stamp(b) ? -1 : 0));
}

/** A folder's name for a new run: what it is about and when it began, free of anything a file system minds. */
export function newRunId(name: string, createdMs: number): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const stamp = new Date(createdMs).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return `${plain || 'run'}-${stamp}-${String(createdMs % 1000).padStart(3, '0')}`;
}
