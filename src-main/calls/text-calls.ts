// Answers what the page asks of texts: which to read, the recent ones, and where a copy in UTF-8 is to be written.
import { stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join } from 'node:path';
import * as v from 'valibot';
import { problem } from '../../src-engine/problem';
import { CHANNELS } from './channels';
import type { Dialogs } from './dialogs';
import type { EngineProcess } from '../engine/engine-process';
import type { OfferedTexts } from '../texts/offered-texts';
import type { RecentTexts } from '../texts/recent-texts';
import type { SampleFile } from '../texts/sample-texts';
import { answerCall, identifier, nothing, type WindowOf } from './window-calls';
import type { OfferedText, SampleText } from './window-api';

const MOST_DROPPED = 10_000;

const path = v.pipe(v.string(), v.maxLength(32_768), v.check(isAbsolute));
const droppedPaths = v.tuple([v.pipe(v.array(path), v.minLength(1), v.maxLength(MOST_DROPPED))]);
const oneIdentifier = v.tuple([identifier]);

export interface TextCallParts {
  window: WindowOf;
  dialogs: Dialogs;
  engine: EngineProcess;
  texts: OfferedTexts;
  recent: RecentTexts;
  samples(): Promise<SampleFile[]>;
}

async function isRunFolder(paths: string[]): Promise<boolean> {
  const [only, ...others] = paths;
  if (only === undefined || others.length > 0) return false;
  const record = await stat(join(only, 'run.json')).catch(() => null);
  return record?.isFile() ?? false;
}

const isModelFile = (dropped: string): boolean => extname(dropped).toLowerCase() === '.safetensors';

/** Beside the text: "Faust.txt" becomes "Faust, UTF-8.txt". */
function copyPath(original: string): string {
  const extension = extname(original);
  return join(dirname(original), `${basename(original, extension)}, UTF-8${extension || '.txt'}`);
}

export function answerTextCalls({ window, dialogs, engine, texts, recent, samples }: TextCallParts): void {
  const offer = (paths: string[], names?: string[]): OfferedText => {
    const offered = texts.offer(paths, names);
    engine.offerText(offered.token, paths);
    return offered;
  };
  const offerOwn = (paths: string[]): OfferedText => {
    recent.remember(paths);
    return offer(paths);
  };

  answerCall(window, CHANNELS.chooseText, nothing, async (asking): Promise<OfferedText | null> => {
    const paths = await dialogs.chooseTexts(asking);
    return paths && offerOwn(paths);
  });
  answerCall(window, CHANNELS.chooseModel, nothing, async (asking): Promise<OfferedText | null> => {
    const model = await dialogs.chooseModel(asking);
    return model === null ? null : offer([model]);
  });
  answerCall(window, CHANNELS.offerPaths, droppedPaths, async (_window, paths): Promise<OfferedText> => {
    if (await isRunFolder(paths)) return { ...offer(paths), isRun: true };
    return paths.every((dropped) => isModelFile(dropped)) ? offer(paths) : offerOwn(paths);
  });
  answerCall(window, CHANNELS.chooseRunFolder, nothing, async (asking): Promise<OfferedText | null> => {
    const folder = await dialogs.chooseFolder(asking, 'Import a run folder', 'Import');
    return folder === null ? null : { ...offer([folder]), isRun: true };
  });
  answerCall(window, CHANNELS.recentTexts, nothing, async (): Promise<OfferedText[]> => {
    return (await recent.all()).map((paths) => offer(paths));
  });
  answerCall(window, CHANNELS.forgetRecentTexts, nothing, () => recent.forget());
  answerCall(window, CHANNELS.chooseConversion, oneIdentifier, async (asking, token): Promise<OfferedText | null> => {
    const [original] = texts.pathsOf(token);
    if (original === undefined) throw problem('That text is no longer available. Choose it again.');
    const place = await dialogs.chooseCopy(asking, copyPath(original));
    return place === null ? null : offer([place]);
  });
  answerCall(window, CHANNELS.sampleTexts, nothing, async (): Promise<SampleText[]> => {
    return (await samples()).map(({ id, title, description }) => ({ id, title, description }));
  });
  answerCall(window, CHANNELS.offerSampleText, oneIdentifier, async (_window, id): Promise<OfferedText> => {
    const sample = (await samples()).find((candidate) => candidate.id === id);
    if (!sample) throw problem(`There is no sample text "${id}". Choose another.`);
    return offer([sample.path], [sample.title]);
  });
}
