// `unroll handover` and `unroll import`: a run goes on in PyTorch on a bigger machine, and comes back.
import { basename, resolve } from 'node:path';
import { builtFiles } from '../../src-engine/engine-files';
import { checkFolder } from '../../src-engine/files/regular-file';
import { runFolderIn } from '../../src-engine/handover/returned-run';
import { writeHandover } from '../../src-engine/handover/write-handover';
import type { Settings } from '../../src-engine/hyperparameters';
import { numberInSentence, problem } from '../../src-engine/problem';
import { runFolder } from '../../src-engine/run-files/run-folder';
import { importRun } from '../../src-engine/runs/import-run';
import { say } from './streams';
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

export async function handover(run: string, options: HandoverCommandOptions): Promise<number> {
  const { out, copyText = false, hidden, lanes, fromScratch = false } = options;
  const length = lengthOf(options);
  await checkFolder(resolve(run));
  const folder = runFolder(await runFolderIn(resolve(run)));
  const { update, sentences } = await writeHandover(builtFiles(import.meta.url).handoverFolder, folder, {
    out: resolve(out),
    copiesText: copyText,
    fromScratch,
    ...(hidden === undefined ? {} : { hiddenSize: hidden }),
    ...(lanes === undefined ? {} : { lanes }),
    ...(length ? { length } : {}),
  });
  const made = `"${basename(resolve(out))}" continues the run from update ${numberInSentence(update)}; its README says how.`;
  process.stdout.write([...sentences, made, ''].join('\n'));
  return 0;
}

/** Copies a run that comes back, or any other, into the runs of this folder. */
export async function importFolder(source: string, { into = 'unroll-runs' }: { into?: string }): Promise<number> {
  await checkFolder(resolve(source));
  const from = await runFolderIn(resolve(source));
  if (from === resolve(into)) throw problem(`"${basename(from)}" is the run itself. Choose another folder.`);
  const options = { signal: new AbortController().signal, onProgress: () => undefined, onNotice: say };
  const id = await importRun(from, resolve(into), options);
  process.stdout.write(`${resolve(into, id)}\n`);
  return 0;
}
