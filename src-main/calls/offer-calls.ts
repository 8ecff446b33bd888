// Offers the page what it asks for: texts to read, models, runs' folders, and where a copy in UTF-8 is to be written.
import { clipboard, shell } from 'electron';
import { basename, dirname, extname, isAbsolute, join } from 'node:path';
import * as v from 'valibot';
import { problem } from '../../src-engine/problem';
import { identifier } from '../../src-engine/protocol/scalars';
import { CHANNELS } from './channels';
import type { Dialogs } from './dialogs';
import type { Offers } from '../offers/offers';
import { textOnClipboard } from '../texts/pasted-text';
import type { RecentTexts } from '../texts/recent-texts';
import type { SampleFile } from '../texts/sample-texts';
import { fileNameFrom } from './file-name';
import { answerCall, name, nothing, type WindowOf } from './window-calls';
import type { Offered } from './window-api';

const MOST_DROPPED = 10_000;

const path = v.pipe(v.string(), v.maxLength(32_768), v.check(isAbsolute));
const droppedPaths = v.tuple([v.pipe(v.array(path), v.minLength(1), v.maxLength(MOST_DROPPED))]);
const oneIdentifier = v.tuple([identifier]);
const oneName = v.tuple([name]);

export interface OfferCallParts {
  window: WindowOf;
  dialogs: Dialogs;
  offers: Offers;
  recent: RecentTexts;
  samples(): Promise<SampleFile[]>;
  /** Resolves to where the text lies from now on. */
  keepText(name: string, bytes: Uint8Array): Promise<string>;
}

/** Beside the text: "Faust.txt" becomes "Faust, UTF-8.txt". */
function copyPath(original: string): string {
  const extension = extname(original);
  return join(dirname(original), `${basename(original, extension)}, UTF-8${extension || '.txt'}`);
}

export function answerOfferCalls({ window, dialogs, offers, recent, samples, keepText }: OfferCallParts): void {
  answerCall(window, CHANNELS.chooseText, nothing, async (asking): Promise<Offered | null> => {
    const paths = await dialogs.chooseTexts(asking);
    return paths && offers.offerText(paths);
  });
  answerCall(window, CHANNELS.pasteText, nothing, async (): Promise<Offered> => {
    const { name, text } = await textOnClipboard(clipboard);
    return offers.offerText([await keepText(name, Buffer.from(text))]);
  });
  answerCall(window, CHANNELS.chooseModel, nothing, async (asking): Promise<Offered | null> => {
    const model = await dialogs.chooseModel(asking);
    return model === null ? null : offers.offer('model', [model]);
  });
  answerCall(window, CHANNELS.offerDrop, droppedPaths, (_window, paths) => offers.offerFiles(paths));
  answerCall(window, CHANNELS.chooseRunFolder, nothing, async (asking): Promise<Offered | null> => {
    const folder = await dialogs.chooseFolder(asking, 'Import a run folder', 'Import');
    return folder === null ? null : offers.offer('run', [folder]);
  });
  answerCall(window, CHANNELS.chooseHandoverFolder, oneName, async (asking, suggested): Promise<Offered | null> => {
    const folder = await dialogs.chooseNewFolder(asking, 'Continue on a bigger machine', fileNameFrom(suggested));
    return folder === null ? null : offers.offer('target', [folder]);
  });
  answerCall(window, CHANNELS.showOffered, oneIdentifier, (_window, token) => {
    const [place] = offers.pathsOf(token);
    if (place !== undefined) shell.showItemInFolder(place);
  });
  answerCall(window, CHANNELS.recentTexts, nothing, async (): Promise<Offered[]> => {
    return (await recent.all()).map((paths) => offers.offer('text', paths));
  });
  answerCall(window, CHANNELS.forgetRecentTexts, nothing, () => recent.forget());
  answerCall(window, CHANNELS.chooseConversion, oneIdentifier, async (asking, token): Promise<Offered | null> => {
    const [original] = offers.pathsOf(token);
    if (original === undefined) throw problem('That text is no longer available. Choose it again.');
    const place = await dialogs.chooseCopy(asking, copyPath(original));
    return place === null ? null : offers.offer('target', [place]);
  });
  const sampleCalled = async (id: string): Promise<SampleFile> => {
    const sample = (await samples()).find((candidate) => candidate.id === id);
    if (!sample) throw problem(`There is no sample text "${id}". Choose another.`);
    return sample;
  };
  answerCall(window, CHANNELS.offerSampleText, oneIdentifier, async (_window, id): Promise<Offered> => {
    const { path, title } = await sampleCalled(id);
    return offers.offer('text', [path], [title]);
  });
  answerCall(window, CHANNELS.offerSampleNetwork, oneIdentifier, async (_window, id): Promise<Offered> => {
    const { networkPath, title } = await sampleCalled(id);
    if (networkPath === null) throw problem(`No network came with "${title}". Train one on it.`);
    return offers.offer('model', [networkPath]);
  });
}
