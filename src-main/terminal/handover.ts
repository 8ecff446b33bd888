// `unroll handover` and `unroll import`: a run goes on in PyTorch on a bigger machine, and comes back.
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { builtFiles } from '../../src-engine/engine-files';
import { checkFolder } from '../../src-engine/files/regular-file';
import { runFolderIn } from '../../src-engine/handover/returned-run';
import { writeHandover } from '../../src-engine/handover/write-handover';
import type { Settings } from '../../src-engine/hyperparameters';
import { numberInSentence, problem } from '../../src-engine/problem';
import { runFolder } from '../../src-engine/run-files/run-folder';
import { importRun, type ImportOptions as Watched } from '../../src-engine/runs/import-run';
import { watchInterruptions } from './interruptions';
import { say, writeText } from './streams';
import { usageProblem } from './usage';

export interface HandoverCommandOptions {
  out: string;
  copyText?: boolean;
  hidden?: number;
  lanes?: number;
  fromScratch?: boolean;
  updates?: number;
  epochs?: number;
}

function lengthOf({ updates, epochs }: HandoverCommandOptions): Pick<Settings, 'length' | 'lengthUnit'> | undefined {
  if (updates !== undefined && epochs !== undefined) {
    throw usageProblem('--updates and --epochs both set how long to train. Use only one.');
  }
  if (updates !== undefined) return { length: updates, lengthUnit: 'updates' };
  return epochs === undefined ? undefined : { length: epochs, lengthUnit: 'epochs' };
}

/** Work that takes as long as its files are long: a bar on a terminal; an interruption ends it, and leaves nothing. */
async function withProgress<T>(work: (options: Watched) => Promise<T>): Promise<{ done: T } | { exitCode: number }> {
  const stop = new AbortController();
  const watch = watchInterruptions(() => stop.abort());
  const bar = new SingleBar({ format: '{bar} {percentage}%', stream: process.stderr, barsize: 24, hideCursor: true });
  // What is copied at once needs none.
  let isShown = false;
  const onProgress = (share: number) => {
    if (!isShown && share < 1 && process.stderr.isTTY) bar.start(1, 0);
    isShown ||= share < 1 && process.stderr.isTTY;
    if (isShown) bar.update(share);
  };
  try {
    return { done: await work({ signal: stop.signal, onProgress }) };
  } catch (error) {
    const interruption = watch.interruption();
    if (!interruption) throw error;
    if (interruption.sentence !== null) throw problem(interruption.sentence);
    return { exitCode: interruption.exitCode };
  } finally {
    bar.stop();
    watch.close();
  }
}

export async function handover(run: string, options: HandoverCommandOptions): Promise<number> {
  const { out, copyText = false, hidden, lanes, fromScratch = false } = options;
  const length = lengthOf(options);
  await stat(resolve(run));
  await checkFolder(resolve(run));
  const folder = runFolder(await runFolderIn(resolve(run)));
  const result = await withProgress((watched) =>
    writeHandover(builtFiles(import.meta.url).handoverFolder, folder, {
      out: resolve(out),
      copiesText: copyText,
      fromScratch,
      ...(hidden === undefined ? {} : { hiddenSize: hidden }),
      ...(lanes === undefined ? {} : { lanes }),
      ...(length ? { length } : {}),
      ...watched,
    }),
  );
  if ('exitCode' in result) return result.exitCode;
  const { update, sentences } = result.done;
  const made = `"${basename(resolve(out))}" has the run at update ${numberInSentence(update)}; its README says how it goes on.`;
  writeText(process.stdout, [...sentences, made, ''].join('\n'));
  return 0;
}

/** Copies a run that comes back, or any other, into the runs of this folder. */
export async function importFolder(source: string, { into = 'unroll-runs' }: { into?: string }): Promise<number> {
  await stat(resolve(source));
  await checkFolder(resolve(source));
  const from = await runFolderIn(resolve(source));
  const result = await withProgress((watched) => importRun(from, resolve(into), { ...watched, onNotice: say }));
  if ('exitCode' in result) return result.exitCode;
  writeText(process.stdout, `${resolve(into, result.done)}\n`);
  return 0;
}
