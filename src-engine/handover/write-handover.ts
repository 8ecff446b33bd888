// Writes a folder with which a run goes on in PyTorch on a bigger machine: train.py, the run, and what explains both.
import { copyFile, open, readFile, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemPath } from '../files/system-names';
import { writeWholeFile } from '../model/write-whole-file';
import { numberInSentence, problem } from '../problem';
import type { TextFiles } from '../corpus/text-files';
import { checkpointFile, sentenceOnDamage } from '../run-files/checkpoints';
import { cutLogsBack } from '../run-files/kept-checkpoints';
import { openRecordedText } from '../run-files/recorded-text';
import { readRecord, runFolder, writeRecord, type RunFolder, type RunRecord } from '../run-files/run-folder';
import { newestNetwork } from '../runs/run-network';
import { updatesAnEpoch } from '../runs/run-origin';
import { shareDone, totalUpdates } from '../training/run-length';
import { grownRun, isSameRun, type Growth, type HandedRun } from './handed-run';
import { explained } from './explain';
import { RUN_IN_HANDOVER } from './returned-run';
import { makeFolders } from '../files/make-folders';

const COPIED_LOGS = ['metricsPath', 'validationsPath', 'samplesPath', 'changesPath'] as const;
const MARKS = 'marks.jsonl';
const TEXT_COPY = join('text', 'text.txt');
const PIECE_BYTES = 4 * 2 ** 20;

export interface HandoverOptions extends Growth {
  /** The folder to make; it may exist where it is empty. */
  out: string;
  /** Put the text beside train.py too, as one file. */
  copiesText?: boolean;
  /** Aborting leaves nothing behind. */
  signal?: AbortSignal;
  /** 0 to 1. */
  onProgress?(share: number): void;
}

export interface Handover {
  folder: string;
  /** Where the run stands in it. */
  update: number;
  /** What is worth a line. */
  sentences: string[];
}

/** Where the handover is to be must be nothing yet, or an empty folder. */
async function checkPlace(out: string): Promise<void> {
  const held = await readdir(systemPath(out)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  if (held.length > 0) throw problem(`"${basename(out)}" is not empty. Choose a new folder.`);
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The run itself as its newest whole checkpoint has it, whether it trains now or not: nothing of it is changed. */
async function sameRun(from: RunFolder, to: RunFolder, record: RunRecord, growth: Growth): Promise<HandedRun> {
  const newest = await newestNetwork(from);
  const { update, elapsedMs } = newest.checkpoint.counters;
  const checkpoint = await readFile(checkpointFile(from, update));
  for (const log of COPIED_LOGS) {
    await copyFile(from[log], to[log]).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }
  await copyFile(join(from.path, MARKS), join(to.path, MARKS)).catch(() => undefined);
  const settings = { ...record.settings, ...growth.length };
  const standing = { update, elapsedMs };
  const perEpoch = updatesAnEpoch({ ...record, settings });
  if (growth.length && shareDone(settings, perEpoch, standing) >= 1) {
    throw problem(
      `The run has done ${numberInSentence(update)} updates already, and the new length asks for no more. Choose a greater one.`,
    );
  }
  const handed: RunRecord = {
    ...record,
    ...standing,
    settings,
    totalUpdates: totalUpdates(settings, perEpoch, standing),
    state: 'paused',
    queuedMs: null,
    sentence: null,
    divergence: null,
  };
  await cutLogsBack(to, handed, update);
  const damage = sentenceOnDamage(newest);
  return { record: handed, checkpoint, sentences: damage === null ? [] : [damage] };
}

async function copyText(text: TextFiles, path: string, { signal, onProgress }: HandoverOptions): Promise<void> {
  await makeFolders(dirname(path));
  const file = await open(path, 'wx');
  try {
    for (let offset = 0; offset < text.bytes; offset += PIECE_BYTES) {
      signal?.throwIfAborted();
      const piece = new Uint8Array(Math.min(PIECE_BYTES, text.bytes - offset));
      await text.read(piece, offset);
      await file.writeFile(piece);
      onProgress?.((offset + piece.length) / text.bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A run that is over would end at once there. */
function sentenceOnEnd({ settings, name, update, elapsedMs }: RunRecord, perEpoch: number): string | null {
  if (shareDone(settings, perEpoch, { update, elapsedMs }) < 1) return null;
  return `"${name}" has done all of its ${numberInSentence(update)} updates. Give it more with --updates, here or there.`;
}

async function fill(folder: string, assets: URL, run: RunFolder, options: HandoverOptions): Promise<Handover> {
  const record = await readRecord(run);
  const to = runFolder(join(folder, RUN_IN_HANDOVER));
  await makeFolders(to.checkpointsPath);
  const isSame = isSameRun(record, options);
  const {
    record: handed,
    checkpoint,
    sentences,
  } = isSame ? await sameRun(run, to, record, options) : await grownRun(run, record, options);
  await writeWholeFile(checkpointFile(to, handed.update), checkpoint);
  await writeRecord(to, handed);
  if (options.copiesText) {
    const text = await openRecordedText(record);
    try {
      await copyText(text, join(folder, TEXT_COPY), options);
    } finally {
      await text.close();
    }
  }
  const beginning = isSame ? null : (sentences[0] ?? null);
  const facts = { record: handed, hasText: options.copiesText === true, beginning };
  for (const name of ['train.py', 'slurm.sh', 'README.md']) {
    const asset = await readFile(fileURLToPath(new URL(name, assets)), 'utf8');
    await writeWholeFile(join(folder, name), name === 'train.py' ? asset : explained(asset, facts));
  }
  const over = sentenceOnEnd(handed, updatesAnEpoch(handed));
  return { folder: options.out, update: handed.update, sentences: [...sentences, ...(over === null ? [] : [over])] };
}

/** Makes the folder whole, or leaves nothing; throws a `Problem` where the run or the place will not do. */
export async function writeHandover(assets: URL, run: RunFolder, options: HandoverOptions): Promise<Handover> {
  const { out } = options;
  await checkPlace(out);
  const unfinished = join(dirname(out), `.unfinished-${basename(out)}-${process.pid}`);
  try {
    await makeFolders(unfinished);
    const handover = await fill(unfinished, assets, run, options);
    options.signal?.throwIfAborted();
    await rmdir(out).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
    await rename(unfinished, out);
    return handover;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}
