// Answers what the page asks of the main process; takes nothing from any other sender and nothing of another shape.
import { ipcMain, shell, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import * as v from 'valibot';
import writeFileAtomic from 'write-file-atomic';
import { isProblem, problem, sentenceOf } from '../../src-engine/problem';
import { count, identifier, settingsRecord } from '../../src-engine/protocol/scalars';
import { DRAFT_FORMATS, type DraftFormat } from '../../src-engine/protocol/draft-formats';
import { logWarning } from '../log';
import { isPageAddress } from '../window/app-scheme';
import { CHANNELS } from './channels';
import type { Dialogs } from './dialogs';
import type { EngineProcess } from '../engine/engine-process';
import { fileNameFrom } from './file-name';
import { readAbout, showLicences } from '../menu/about-the-program';
import type { NativeMenu } from '../menu/menu';
import { MENU_COMMANDS, PRIMARY_COMMANDS } from '../menu/menu-table';
import type { PreferenceStore } from '../preferences/preferences';
import type { OwnPresets } from '../preferences/own-presets';
import type { SaveResult } from './window-api';

export const name = v.pipe(v.string(), v.maxLength(1_000));
const MOST_FILE_BYTES = 200_000_000;

export const nothing = v.tuple([]);
const draftAndName = v.tuple([identifier, identifier, v.picklist(DRAFT_FORMATS), name]);
const EXTENSIONS: Record<DraftFormat, string> = { text: 'txt', markdown: 'md', json: 'json', page: 'html' };
const modelExport = v.tuple([identifier, v.nullable(count), name, v.picklist(['safetensors', 'onnx', 'html'])]);
/** The compiler would take `v.instance` for one over memory that no thread shares. */
const fileBytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= MOST_FILE_BYTES);
const fileToSave = v.tuple([name, v.picklist(['png', 'csv', 'json']), fileBytes]);
const menuState = v.tuple([
  v.object({ possible: v.array(v.picklist(MENU_COMMANDS)), primary: v.picklist(PRIMARY_COMMANDS) }),
]);
const preferenceChange = v.tuple([
  v.partial(
    v.strictObject({
      theme: v.picklist(['system', 'light', 'dark']),
      keepAwake: v.boolean(),
      notifyAtEnd: v.boolean(),
      closingWhileTraining: v.picklist(['ask', 'background', 'quit']),
      wasTourLeft: v.boolean(),
    }),
  ),
]);

const presetList = v.tuple([v.pipe(v.array(v.object({ name, values: settingsRecord })), v.maxLength(1_000))]);

/** The only window whose page is listened to. */
export type WindowOf = () => BrowserWindow | null;

export interface WindowCallParts {
  presets: OwnPresets;
  window: WindowOf;
  dialogs: Dialogs;
  engine: EngineProcess;
  preferences: PreferenceStore;
  menu: NativeMenu;
  /** What the engine computes with; null until that is known. */
  vectors(): string | null;
}

function checkSender(event: IpcMainInvokeEvent, window: BrowserWindow | null): BrowserWindow {
  const isOurs = window !== null && event.sender === window.webContents;
  const frame = event.senderFrame;
  if (!isOurs || !frame || frame !== event.sender.mainFrame || !isPageAddress(frame.url)) {
    throw problem('Only Unroll’s own page may call this.');
  }
  return window;
}

/** The sentence for the page; the whole error goes to the log. */
function loggedSentence(error: unknown): string {
  if (!isProblem(error)) logWarning(error);
  return sentenceOf(error);
}

export function answerCall<Schema extends v.GenericSchema<unknown, unknown[]>>(
  windowOf: WindowOf,
  channel: string,
  schema: Schema,
  handler: (window: BrowserWindow, ...parameters: v.InferOutput<Schema>) => unknown,
): void {
  ipcMain.handle(channel, async (event, ...parameters: unknown[]): Promise<unknown> => {
    const window = checkSender(event, windowOf());
    const parsed = v.safeParse(schema, parameters);
    if (!parsed.success) throw problem(`The page called ${channel} with invalid arguments.`);
    try {
      return await handler(window, ...parsed.output);
    } catch (error) {
      // The page is told what the error means; what it says may name a path.
      throw problem(loggedSentence(error));
    }
  });
}

/** Saves, and remembers where, so that the page can ask for it without knowing a path. */
class SavedPlaces {
  readonly #paths = new Map<string, string>();

  /** Any error while saving is returned as a message. */
  async save(path: string | null, write: (path: string) => Promise<void>): Promise<SaveResult> {
    if (path === null) return { saved: null, sentence: null };
    try {
      const facts = await stat(path).catch(() => null);
      // A device or a pipe would be gone, for every program of the computer.
      if (facts && !facts.isFile() && !facts.isDirectory()) {
        throw problem(`"${basename(path)}" is not a file. Choose another name.`);
      }
      await write(path);
    } catch (error) {
      // An atomic write fails at a temporary file whose name the user has never seen.
      if (error instanceof Error && 'path' in error) error.path = path;
      return { saved: null, sentence: loggedSentence(error) };
    }
    const place = crypto.randomUUID();
    this.#paths.set(place, path);
    return { saved: basename(path), place, sentence: null };
  }

  show(place: string): void {
    const path = this.#paths.get(place);
    if (path !== undefined) shell.showItemInFolder(path);
  }
}

/** What the user prefers, what the menu may offer, and what the program is. */
function answerManners({ window: windowOf, menu, preferences, vectors }: WindowCallParts): void {
  answerCall(windowOf, CHANNELS.tellMenu, menuState, (_window, state) => menu.follow(state));
  answerCall(windowOf, CHANNELS.changePreferences, preferenceChange, (_window, change) => {
    preferences.assign(change);
  });
  answerCall(windowOf, CHANNELS.aboutProgram, nothing, () => readAbout(vectors()));
  answerCall(windowOf, CHANNELS.showLicences, nothing, showLicences);
}

export function answerWindowCalls(parts: WindowCallParts): void {
  const { window: windowOf, dialogs, engine } = parts;
  const places = new SavedPlaces();
  answerManners(parts);
  answerCall(windowOf, CHANNELS.beginEngine, nothing, () => engine.begin());
  answerCall(windowOf, CHANNELS.showSaved, v.tuple([identifier]), (_window, place) => places.show(place));
  answerCall(windowOf, CHANNELS.ownPresets, nothing, () => parts.presets.read());
  answerCall(windowOf, CHANNELS.saveOwnPresets, presetList, (_window, presets) => parts.presets.write(presets));
  answerCall(windowOf, CHANNELS.saveDraft, draftAndName, async (window, run, draft, format, suggested) => {
    const extension = EXTENSIONS[format];
    const place = await dialogs.choosePlace(window, 'Save text', fileNameFrom(suggested, extension), extension);
    return places.save(place, async (path) => {
      const sentence = await engine.requests.exportDraft(run, draft, format, path);
      if (sentence !== null) throw problem(sentence);
    });
  });
  answerCall(windowOf, CHANNELS.saveFile, fileToSave, async (window, suggested, form, data): Promise<SaveResult> => {
    const place = await dialogs.choosePlace(window, 'Save', fileNameFrom(suggested, form), form);
    return places.save(place, (path) => writeFileAtomic(path, Buffer.from(data)));
  });
  answerCall(windowOf, CHANNELS.exportModel, modelExport, async (window, network, update, suggested, format) => {
    const fileName = fileNameFrom(suggested, format);
    const chosen = await dialogs.choosePlace(window, 'Export model', fileName, format);
    // The ending says the format, and not every system's dialog adds it.
    const place = chosen === null || extname(chosen) !== '' ? chosen : `${chosen}.${format}`;
    return places.save(place, async (path) => {
      const sentence = await engine.requests.exportModel(network, update, path);
      if (sentence !== null) throw problem(sentence);
    });
  });
}
